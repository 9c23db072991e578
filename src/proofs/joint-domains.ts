import type { Domain, Fact, Interval, Step, Steps, Value } from '../model/fact.js';
import { type Cut, stepsOf } from '../model/steps.js';

/** What two versions of a fact can both be: values that both know, or the range that both have; undefined where nothing is. */
export function sharedDomain(a: Domain, b: Domain): Domain | undefined {
  if (a.kind === 'number' || b.kind === 'number') {
    if (a.kind !== b.kind) return undefined;
    const [x, y] = [a, b] as const as [NumberDomain, NumberDomain];
    const [low, high] = [Math.max(x.low, y.low), Math.min(x.high, y.high)];
    return low <= high ? { ...y, low, high } : undefined;
  }
  const values = b.values.filter(value => a.values.includes(value));
  return values.length > 0 ? { kind: together(a.kind, b.kind), values } : undefined;
}

/** What either version can be. Of a fact whose entries are the same on both sides, so the kinds fit. */
export function eitherDomain(a: Domain, b: Domain): Domain {
  if (a.kind === 'number' && b.kind === 'number')
    return { ...b, low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
  if (a.kind === 'number' || b.kind === 'number') return b;
  return { kind: together(a.kind, b.kind), values: [...new Set([...b.values, ...a.values])] };
}

type NumberDomain = Extract<Domain, { kind: 'number' }>;
type Words = Exclude<Domain['kind'], 'number'>;

/** Values that are ordered on one side alone have no order that both know. */
function together(a: Words, b: Words): Words {
  return a === b ? b : 'values';
}

/** Whether all that a fact can be is in a domain that is a part of its own. */
export function isWhole(part: Domain, own: Domain): boolean {
  if (part.kind === 'number' && own.kind === 'number') return part.low === own.low && part.high === own.high;
  return part.kind !== 'number' && own.kind !== 'number' && part.values.length === own.values.length;
}

/** The steps of a domain, as fine as those of all versions of its fact. */
export function commonSteps(domain: Domain, versions: readonly Fact[]): Step[] {
  return stepsOf(domain, versions.flatMap(edgesOf));
}

function edgesOf({ steps, domain }: Fact): Cut[] {
  const inside = steps.flatMap(step => ('value' in step ? [] : [{ at: step.low, after: step.lowOpen }]));
  return domain.kind === 'number' ? [...inside, { at: domain.high, after: true }] : inside;
}

/** The steps, as fine as those of all versions, that lie in a set of coarser ones of one version. */
export function refined(fine: readonly Step[], coarse: readonly Step[], set: Steps): Steps {
  return fine.reduce((mask, step, i) => {
    const at = coarse.findIndex(one => holds(one, step));
    return at >= 0 && (set >> BigInt(at)) & 1n ? mask | (1n << BigInt(i)) : mask;
  }, 0n);
}

function holds(outer: Step, inner: Step): boolean {
  if ('value' in outer || 'value' in inner)
    return 'value' in outer && 'value' in inner && outer.value === inner.value;
  return startsBy(outer, inner) && endsBy(outer, inner);
}

function startsBy(outer: Interval, inner: Interval): boolean {
  return outer.low < inner.low || (outer.low === inner.low && (!outer.lowOpen || inner.lowOpen));
}

function endsBy(outer: Interval, inner: Interval): boolean {
  return outer.high > inner.high || (outer.high === inner.high && (!outer.highOpen || inner.highOpen));
}

/** The first of some values that is one of a domain, else the lowest that is. */
export function valueIn(domain: Domain, wanted: readonly Value[]): Value {
  if (domain.kind !== 'number')
    return wanted.find(value => domain.values.includes(value)) ?? domain.values[0]!;
  const inside = (value: Value) => typeof value === 'number' && value >= domain.low && value <= domain.high;
  return wanted.find(inside) ?? domain.low;
}
