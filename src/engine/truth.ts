/** Kleene's three values. Unknown is not false. */
export type Truth = 'true' | 'false' | 'unknown';

/** The truth of a condition that must hold, may hold, or neither, over all values that its facts can have. */
export function truthOf(must: boolean, may: boolean): Truth {
  if (must) return 'true';
  return may ? 'unknown' : 'false';
}
