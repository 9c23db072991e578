import type { RankedOption } from '../model/appraisal.js';
import type { RuleSet } from '../model/rule-set.js';
import { type AppraisalProperty, type Appraiser, everyAppraisal, everyRanked, firstOf } from './property.js';

/** The weighted contributions of an option sum to its score, within 1e-9 (docs/meaning.md, 4.7). */
export function contributionsSumToScore(ruleSet: RuleSet, appraiser?: Appraiser): AppraisalProperty {
  return everyRanked(ruleSet, appraiser, ({ option, score, contributions }) => {
    const sum = contributions.reduce((total, { weighted }) => total + weighted, 0);
    if (Math.abs(sum - score) <= 1e-9) return undefined;
    return `the contributions to \`${option}\` sum to ${sum}, not to its score ${score} (4.7)`;
  });
}

/** The score of an option lies between its low and its high, and so does each of its cells (docs/meaning.md, 4.4). */
export function pointLiesInRange(ruleSet: RuleSet, appraiser?: Appraiser): AppraisalProperty {
  return everyRanked(ruleSet, appraiser, one =>
    firstOf(figuresOf(one), ({ name, value, low, high }) =>
      low <= value && value <= high
        ? undefined
        : `${name} of \`${one.option}\` is ${value}, outside its range from ${low} to ${high} (4.4)`,
    ),
  );
}

/** Cells and scores, with their lows and highs, stay on the scale from -100 to +100 (docs/meaning.md, 4.1). */
export function scoresStayOnTheScale(ruleSet: RuleSet, appraiser?: Appraiser): AppraisalProperty {
  return everyRanked(ruleSet, appraiser, one =>
    firstOf(figuresOf(one), ({ name, value, low, high }) => {
      const off = [value, low, high].find(points => !(points >= -100 && points <= 100));
      if (off === undefined) return undefined;
      return `${name} of \`${one.option}\` has ${off} points, off the scale from -100 to +100 (4.1)`;
    }),
  );
}

/** The baseline is ranked, and all its cells are 0, so that points measure the difference from it (docs/meaning.md, 4.1). */
export function baselineScoresZero(ruleSet: RuleSet, appraiser?: Appraiser): AppraisalProperty {
  return everyAppraisal(ruleSet, appraiser, ({ ranking }) => {
    const baseline = ranking.find(({ option }) => option === ruleSet.baseline);
    if (!baseline) return `the baseline \`${ruleSet.baseline}\` is not ranked (4.3)`;
    return firstOf(figuresOf(baseline), ({ name, ...points }) =>
      Object.values(points).every(one => one === 0) ? undefined : `${name} of the baseline is not 0 (4.1)`,
    );
  });
}

/** The score and the cells of an option. */
function figuresOf({ score, low, high, cells }: RankedOption) {
  const ofCells = Object.entries(cells).map(([id, cell]) => ({ name: `the cell \`${id}\``, ...cell }));
  return [{ name: 'the score', value: score, low, high }, ...ofCells];
}
