// Arbitraries, to draw from

export { ruleSetArbitrary } from './rule-sets.js';
export { scenarioArbitrary } from './scenarios.js';
export { situationArbitrary } from './situations.js';

// Situations

export { certainScenario } from './certain-scenario.js';
export type { Situation } from './possible.js';

// Properties, for fc.assert

export {
  type MadeUnknown,
  orderDoesNotMatter,
  sameInputsSameBytes,
  unknownNeverNarrows,
} from './input-properties.js';
export { properties } from './properties.js';
export type { AppraisalProperty, Appraiser } from './property.js';
export { dominatedNeverLeads, excludedAreNotRanked, ranksFollowScores } from './ranking-properties.js';
export {
  baselineScoresZero,
  contributionsSumToScore,
  pointLiesInRange,
  scoresStayOnTheScale,
} from './score-properties.js';
