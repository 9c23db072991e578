import type fc from 'fast-check';
import type { RuleSet } from '../model/rule-set.js';
import { orderDoesNotMatter, sameInputsSameBytes, unknownNeverNarrows } from './input-properties.js';
import type { Appraiser } from './property.js';
import { dominatedNeverLeads, excludedAreNotRanked, ranksFollowScores } from './ranking-properties.js';
import {
  baselineScoresZero,
  contributionsSumToScore,
  pointLiesInRange,
  scoresStayOnTheScale,
} from './score-properties.js';

/** Every ready-made property by its name, for whoever wants to hold a rule set or an appraiser to all of them. */
export const properties: Readonly<
  Record<string, (ruleSet: RuleSet, appraiser?: Appraiser) => fc.IAsyncProperty<unknown[]>>
> = {
  baselineScoresZero,
  contributionsSumToScore,
  dominatedNeverLeads,
  excludedAreNotRanked,
  orderDoesNotMatter,
  pointLiesInRange,
  ranksFollowScores,
  sameInputsSameBytes,
  scoresStayOnTheScale,
  unknownNeverNarrows,
};
