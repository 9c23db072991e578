/** How far off a bound may be, for it is added up in floating point in another order than scores are. */
const SLACK = 1e-11;

/** Scores are rounded to a billionth: two that differ by more than this, however little, may be rounded apart. */
export const APART_FROM = SLACK;

/** Two that differ by no more than this may be rounded to the same. */
export const LEVEL_UP_TO = 1e-9 + SLACK;
