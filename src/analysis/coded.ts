import type { Program } from '../engine/program.js';
import { factsRead } from '../engine/reads.js';
import { statedReadings } from '../engine/settle.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Readings, Scenario, StepSets } from '../model/scenario.js';
import type { Coding } from './coding.js';
import { type Mix, type MixLead, mixJudge } from './mixed-codings.js';

/** The codings of one situation, read and ready to be mixed. */
export interface Coded {
  codings: readonly Coding[];
  /** The scenarios of the codings, and after them their pool where it can occur. */
  scenarios: readonly Scenario[];
  /** The stated facts in the order of the program. */
  facts: readonly string[];
  readings: readonly Readings[];
  judge: (mixes: readonly Mix[]) => (MixLead | null)[];
  /**
   * As what a scenario has the fact at a place, so far as it can matter: the steps of its best estimate; and, where a
   * combination that cannot occur reads the fact, all that it leaves possible.
   */
  takenAs: (scenario: number, place: number) => string;
}

/** Reads the codings of a situation and their pool, by the weights of the first. */
export function codedOf(
  program: Program,
  ruleSet: RuleSet,
  codings: readonly Coding[],
  pooled: Scenario | undefined,
): Coded {
  const scenarios = [...codings.map(({ scenario }) => scenario), ...(pooled ? [pooled] : [])];
  const readings = scenarios.map(scenario => statedReadings(ruleSet, scenario));
  const facts = program.facts.flatMap(({ id, derive }) => (derive ? [] : [id]));
  const { appraisal, scenario } = codings[0]!;
  const reads = factsRead(program);
  const ruledOutBy = new Set(program.impossible.flatMap(node => [...reads[node]!]));
  const ranked = program.options.flatMap((id, o) => (scenario.leaveOut.has(id) ? [] : [o]));
  return {
    ...{ codings, scenarios, facts, readings },
    judge: mixJudge(program, new Map(Object.entries(appraisal.weights)), ranked, readings),
    takenAs: (i, place) => {
      const { point, possible } = readings[i]!;
      const steps = (of: StepSets) => of.get(facts[place]!)!.toString(36);
      return ruledOutBy.has(place) ? `${steps(point)} of ${steps(possible)}` : steps(point);
    },
  };
}

/** A scenario as a mixture: every fact is its own. */
export function ownMix({ facts }: Coded, scenario: number): number[] {
  return facts.map(() => scenario);
}

/** A mixture with the facts at some places taken from another scenario. */
export function withFrom(mix: Mix, places: readonly number[], from: number): number[] {
  return mix.map((own, place) => (places.includes(place) ? from : own));
}

/** The codings that take a fact otherwise than each before: the first of those that take it alike. */
export function variants({ codings, takenAs }: Coded, place: number): number[] {
  const seen = new Map<string, number>();
  codings.forEach((_, i) => {
    const taken = takenAs(i, place);
    if (!seen.has(taken)) seen.set(taken, i);
  });
  return [...seen.values()];
}
