import type { Program } from '../engine/program.js';
import { statedReadings } from '../engine/settle.js';
import type { Steps } from '../model/fact.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Readings, Scenario } from '../model/scenario.js';
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
  /** The steps that a scenario's best estimate has, by place of the fact. */
  stepsOf: (scenario: number, place: number) => Steps;
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
  const ranked = program.options.flatMap((id, o) => (scenario.leaveOut.has(id) ? [] : [o]));
  return {
    ...{ codings, scenarios, facts, readings },
    judge: mixJudge(program, new Map(Object.entries(appraisal.weights)), ranked, readings),
    stepsOf: (i, place) => readings[i]!.point.get(facts[place]!)!,
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

/** The codings whose best estimates of a fact lie in different steps: the first with each. */
export function variants({ codings, stepsOf }: Coded, place: number): number[] {
  const seen = new Map<Steps, number>();
  codings.forEach((_, i) => {
    const steps = stepsOf(i, place);
    if (!seen.has(steps)) seen.set(steps, i);
  });
  return [...seen.values()];
}
