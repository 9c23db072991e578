import { sayStep } from '../cases/say-step.js';
import { settle } from '../engine/settle.js';
import type { Fact, Steps } from '../model/fact.js';
import { about } from './ask.js';
import type { Asked, RuleSetAudit, Told } from './context.js';
import { type Threshold, thresholdsOf } from './thresholds.js';

/**
 * Thresholds that no scenario comes near. One is near where a scenario has its fact, by some value that it holds possible, on
 * one of the two steps that it parts. Without scenarios nothing is asked.
 */
export const farThresholds: RuleSetAudit = {
  kind: 'far-threshold',
  severity: 'note',
  title: 'Thresholds that no scenario comes near',
  run: async ({ ruleSet, scenarios }) => {
    const seen = await Promise.all(
      scenarios.map(async scenario => ({
        id: scenario.id,
        sets: (await settle(ruleSet, scenario)).possible,
      })),
    );
    const thresholds = scenarios.length === 0 ? [] : thresholdsOf(ruleSet);
    const findings = thresholds.flatMap(one => {
      const sets = seen.map(({ id, sets }) => ({ id, steps: sets.get(one.fact.id)! }));
      return sets.some(({ steps }) => isNear(steps, one)) ? [] : [told(one, sets)];
    });
    return { asked: thresholds.length, findings, undecided: [] } satisfies Asked;
  },
};

function isNear(steps: Steps, { below, above }: Threshold): boolean {
  return [...below, ...above].some(step => has(steps, step));
}

function told(one: Threshold, seen: readonly { id: string; steps: Steps }[]): Told {
  const { fact, rules, at } = one;
  const nearest = [...seen].sort((a, b) => awayOf(a.steps, one) - awayOf(b.steps, one))[0]!;
  const has = `\`${nearest.id}\`, the nearest, has ${saySet(fact, nearest.steps)}`;
  return {
    about: about({ rules: [...rules], facts: [fact.id] }),
    at: { ...at },
    message: `no scenario has \`${fact.id}\` near its threshold ${sayThreshold(one)}: ${has}`,
    proof: null,
    situation: null,
  };
}

/** `at 0.2`, `just above 0` or `between low and high`. */
function sayThreshold({ fact, below, above }: Threshold): string {
  const [last, first] = [below.at(-1)!, above[0]!];
  const step = fact.steps[first]!;
  if ('value' in step) return `between ${sayStep(fact, [last])} and ${sayStep(fact, [first])}`;
  return `${step.lowOpen ? 'just above' : 'at'} ${step.low}`;
}

/** How many values of its fact a set of steps is away from a threshold. */
function awayOf(steps: Steps, { fact, below, above }: Threshold): number {
  const held = fact.steps.flatMap((_, step) => (has(steps, step) ? [step] : []));
  return Math.min(...held.map(step => Math.max(below[0]! - step, step - above.at(-1)!)));
}

/** The lowest and the highest of a set in words. */
function saySet(fact: Fact, steps: Steps): string {
  const held = fact.steps.flatMap((_, step) => (has(steps, step) ? [step] : []));
  return sayStep(fact, held);
}

function has(steps: Steps, step: number): boolean {
  return ((steps >> BigInt(step)) & 1n) === 1n;
}
