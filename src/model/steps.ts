import type { Domain, Interval, Step, Steps, Value } from './fact.js';
import type { Operator } from './operators.js';

/** A place on the number line where some condition changes: just before or just after a threshold. */
export interface Cut {
  at: number;
  after: boolean;
}

/** Where a comparison with this operator and value changes its truth. */
export function cutsOf(operator: Operator, value: Value | readonly Value[]): Cut[] {
  const values = (Array.isArray(value) ? value : [value]).filter(v => typeof v === 'number');
  return values.flatMap(at => CUT_SIDES[operator].map(after => ({ at, after })));
}

const CUT_SIDES: Record<Operator, readonly boolean[]> = {
  atLeast: [false],
  below: [false],
  above: [true],
  atMost: [true],
  equal: [false, true],
  notEqual: [false, true],
  in: [false, true],
  notIn: [false, true],
};

/** The steps of a domain: one for each word, and for numbers one for each stretch between the cuts. */
export function stepsOf(domain: Domain, cuts: readonly Cut[]): Step[] {
  if (domain.kind !== 'number') return domain.values.map(value => ({ value }));
  const inside = cuts
    .filter(({ at, after }) =>
      after ? at >= domain.low && at < domain.high : at > domain.low && at <= domain.high,
    )
    .sort(compareCuts)
    .filter((cut, i, all) => i === 0 || compareCuts(cut, all[i - 1]!) !== 0);
  const edges: Cut[] = [{ at: domain.low, after: false }, ...inside, { at: domain.high, after: true }];
  return edges.slice(1).map((end, i) => between(edges[i]!, end));
}

function compareCuts(a: Cut, b: Cut): number {
  return a.at - b.at || Number(a.after) - Number(b.after);
}

function between(start: Cut, end: Cut): Interval {
  return { low: start.at, lowOpen: start.after, high: end.at, highOpen: !end.after };
}

/** Every step of a fact. */
export function allSteps(steps: readonly Step[]): Steps {
  return (1n << BigInt(steps.length)) - 1n;
}

/** The steps for which the comparison is true, provided that they were cut at its thresholds. */
export function stepsWhere(
  { domain, steps }: { domain: Domain; steps: readonly Step[] },
  operator: Operator,
  value: Value | readonly Value[],
): Steps {
  const rank = (v: Value): number => (domain.kind === 'number' ? Number(v) : domain.values.indexOf(v));
  const values = (Array.isArray(value) ? value : [value]).map(rank);
  return maskOf(steps, step => HOLDS[operator](asInterval(step, rank), values));
}

/** The steps that share at least one value with the closed interval from low to high. */
export function stepsWithin(steps: readonly Step[], low: number, high: number): Steps {
  return maskOf(steps, step => {
    if ('value' in step) return false;
    const startsBefore = step.lowOpen ? step.low < high : step.low <= high;
    const endsAfter = step.highOpen ? step.high > low : step.high >= low;
    return startsBefore && endsAfter;
  });
}

/** The step that holds the value, as a set of one. */
export function stepOf(steps: readonly Step[], value: Value): Steps {
  if (typeof value === 'number') return stepsWithin(steps, value, value);
  return maskOf(steps, step => 'value' in step && step.value === value);
}

/** Whether a set of steps has exactly one member. */
export function isSingle(steps: Steps): boolean {
  return steps !== 0n && (steps & (steps - 1n)) === 0n;
}

/** The steps in a set, in order. */
export function membersOf(all: readonly Step[], set: Steps): Step[] {
  return all.filter((_, i) => (set >> BigInt(i)) & 1n);
}

function maskOf(steps: readonly Step[], holds: (step: Step) => boolean): Steps {
  return steps.reduce((mask, step, i) => (holds(step) ? mask | (1n << BigInt(i)) : mask), 0n);
}

function asInterval(step: Step, rank: (value: Value) => number): Interval {
  if (!('value' in step)) return step;
  const at = rank(step.value);
  return { low: at, high: at, lowOpen: false, highOpen: false };
}

/** Each operator on a whole step. A step never straddles a threshold of the comparison, so its ends decide. */
const HOLDS: Record<Operator, (step: Interval, values: readonly number[]) => boolean> = {
  equal: isOneOf,
  in: isOneOf,
  notEqual: (step, values) => !isOneOf(step, values),
  notIn: (step, values) => !isOneOf(step, values),
  atLeast: (step, [v]) => step.low >= v!,
  above: (step, [v]) => step.low > v! || (step.low === v && step.lowOpen),
  atMost: (step, [v]) => step.high <= v!,
  below: (step, [v]) => step.high < v! || (step.high === v && step.highOpen),
};

function isOneOf(step: Interval, values: readonly number[]): boolean {
  return step.low === step.high && values.includes(step.low);
}
