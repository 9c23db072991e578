import type { Appraisal } from '../model/appraisal.js';
import type { Domain, Fact, Value } from '../model/fact.js';
import { bestEstimate } from '../model/reading.js';
import type { Scenario } from '../model/scenario.js';
import type { MetricName } from './krippendorff.js';

/** One scenario as one coder's coding of a situation. */
export interface Coding {
  /** A name of the coder, of their own within the situation. */
  coder: string;
  scenario: Scenario;
  /** That of the scenario: all codings of a situation are judged by the same weights. */
  appraisal: Appraisal;
  /** Its weight in a pool, at least 0; 1 unless it is said. */
  weight?: number;
}

/** Codings of one and the same situation. */
export interface CodedSituation {
  situation: string;
  codings: readonly Coding[];
}

/** With which metric alpha is computed of each kind of fact. A number's 0 need not mean anything, so ratios do not. */
export const METRIC_OF: Record<Domain['kind'], MetricName> = {
  levels: 'ordinal',
  values: 'nominal',
  boolean: 'nominal',
  number: 'interval',
};

/** What a coding takes a fact for: its best estimate; undefined where it has none, which counts as missing. */
export function estimateOf({ scenario }: Coding, fact: Fact): Value | undefined {
  return bestEstimate(scenario.facts.get(fact.id)!.statement);
}

/**
 * A value on the scale that all facts of a kind share: a level by its place from 0, the lowest, to 1, the highest; a number
 * by its place in its range; other values by their place in the list of them.
 */
export function onScale({ domain }: Fact, value: Value): number {
  if (domain.kind === 'number') {
    return domain.high > domain.low ? (Number(value) - domain.low) / (domain.high - domain.low) : 0;
  }
  const at = domain.values.indexOf(value);
  return domain.kind === 'levels' ? at / Math.max(1, domain.values.length - 1) : at;
}
