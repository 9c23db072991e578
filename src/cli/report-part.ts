import { flips } from '../analysis/flips.js';
import { information } from '../analysis/information.js';
import { LATTICE_POINTS } from '../analysis/lattice.js';
import type { ReportPart } from '../analysis/report.js';
import { robustness } from '../analysis/robustness.js';
import type { Appraisal } from '../model/appraisal.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { whyNot } from '../report/why-not.js';

/** How far the analyses of a report go. */
export interface Depth {
  draws: number;
  seed: number;
  /** How many facts may change at once. */
  max: number;
  /** Seconds after which the search for changes ends with what was found by then. */
  timeLimit: number;
  /** Ends all of it. */
  left?: AbortSignal;
  onProgress?: (done: number) => void;
}

/** All that a report says of one situation. `judge` appraises it, by a perspective where one is named. */
export async function reportPart(
  ruleSet: RuleSet,
  scenario: Scenario,
  judge: (perspective?: string) => Promise<Appraisal>,
  { draws, seed, max, timeLimit, left, onProgress }: Depth,
): Promise<ReportPart> {
  const watching = { ...(onProgress && { onProgress }), ...(left && { signal: left }) };
  const appraisal = await judge();
  const perspectives: Appraisal[] = [];
  for (const perspective of ruleSet.perspectives.keys()) perspectives.push(await judge(perspective));
  const replicates = Math.max(2, Math.round(draws / LATTICE_POINTS));
  const over = { seed, replicates, ...watching };
  const sure = await robustness(ruleSet, scenario, appraisal, over);
  const worth = 'format' in sure ? await information(ruleSet, scenario, appraisal, over) : sure;
  const late = AbortSignal.timeout(1000 * timeLimit);
  const signal = left ? AbortSignal.any([left, late]) : late;
  const found = await flips(ruleSet, scenario, appraisal, { maxFacts: max, most: 10, ...watching, signal });
  return {
    ...{ ruleSet, scenario, appraisal, perspectives, flips: found },
    robustness: 'format' in sure ? sure : null,
    information: 'format' in worth ? worth : null,
    ...(!('format' in worth) && { unanswered: whyNot(worth) }),
  };
}
