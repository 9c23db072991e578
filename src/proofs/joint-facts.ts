import type { Condition, Leaf } from '../model/condition.js';
import type { Derivation, Domain, Fact } from '../model/fact.js';
import { byId, sortedMap } from '../model/order.js';
import type { Impossible, RuleSet } from '../model/rule-set.js';
import { type ConditionKeys, conditionKeys } from './condition-keys.js';
import { commonSteps, eitherDomain, isWhole, refined, sharedDomain, valueIn } from './joint-domains.js';
import { onSide, opposite, SIDES, type Side, withoutSide } from './sides.js';

/**
 * How a fact of either rule set stands in a situation of both: one fact for both sides; one whose values are only those that
 * both know; one that a side states and the other derives, so that what is stated has to be what is derived; one with nothing
 * in common, or derived in two ways, on each side by itself; or one that only one side has.
 */
export type Together = 'same' | 'narrowed' | 'agreeing' | 'apart' | 'only-a' | 'only-b';

/** Two codebooks as one, and what is needed to put conditions of either side in its terms. */
export interface JointFacts {
  sides: Readonly<Record<Side, RuleSet>>;
  facts: Map<string, Fact>;
  together: Map<string, Together>;
  keys: ConditionKeys;
  /** By side and fact what its conditions read for it. */
  read: Record<Side, Map<string, Fact>>;
  /** By side the conditions that are rewritten already. */
  known: Record<Side, Map<Condition, Condition>>;
}

/** Puts two codebooks together; with it, that a fact which one side states has the value that the other derives. */
export function jointFacts(a: RuleSet, b: RuleSet): { made: JointFacts; agreements: readonly Impossible[] } {
  const all: JointFacts = {
    sides: { a, b },
    facts: new Map(),
    together: new Map(),
    keys: conditionKeys(),
    read: { a: new Map(), b: new Map() },
    known: { a: new Map(), b: new Map() },
  };
  for (const id of [...new Set([...a.facts.keys(), ...b.facts.keys()])].sort(byId))
    if (!all.together.has(id)) settle(all, id);
  const agreements = [...all.together].flatMap(([id, how]) =>
    how === 'agreeing' ? [agreement(all, id)] : [],
  );
  return {
    made: { ...all, facts: sortedMap(all.facts), together: sortedMap(all.together) },
    agreements,
  };
}

/** A condition of one side in terms of the joint codebook. */
export function rewrite(all: JointFacts, side: Side, condition: Condition): Condition {
  const known = all.known[side].get(condition);
  if (known) return known;
  const made = rewritten(all, side, condition);
  all.known[side].set(condition, made);
  return made;
}

function rewritten(all: JointFacts, side: Side, condition: Condition): Condition {
  const { kind } = condition;
  if (kind === 'leaf') return leafFor(all, side, condition);
  if (kind === 'not') return { kind, of: rewrite(all, side, condition.of) };
  if (kind === 'named')
    return { kind, name: nameOf(all, side, condition.name), of: rewrite(all, side, condition.of) };
  return { kind, of: condition.of.map(part => rewrite(all, side, part)) };
}

function leafFor(all: JointFacts, side: Side, leaf: Leaf): Leaf {
  if (!all.together.has(leaf.fact)) settle(all, leaf.fact);
  const fact = all.read[side].get(leaf.fact)!;
  const { steps } = all.sides[side].facts.get(leaf.fact)!;
  return { ...leaf, fact: fact.id, steps: refined(fact.steps, steps, leaf.steps) };
}

/** The joint id of a named condition of one side: its own where it means the same on both, or the other has none. */
export function nameOf(all: JointFacts, side: Side, name: string): string {
  const [own, other] = [side, opposite(side)].map(one => all.sides[one].conditions.get(name)?.when);
  if (!own || !other) return name;
  const isSame = all.keys.of(rewrite(all, side, own)) === all.keys.of(rewrite(all, opposite(side), other));
  return isSame ? name : onSide(side, name);
}

/** Decides how a fact stands, and where it is derived in what way. */
function settle(all: JointFacts, id: string): void {
  const versions = versionsOf(all, id);
  const [x, y] = versions;
  if (!y) settleAlone(all, id);
  else if (x!.derive && y.derive) settleDerived(all, id, x!, y);
  else settleStated(all, id, x!, y);
}

function versionsOf({ sides }: JointFacts, id: string): Fact[] {
  return SIDES.flatMap(side => sides[side].facts.get(id) ?? []);
}

function settleAlone(all: JointFacts, id: string): void {
  const side = all.sides.a.facts.has(id) ? 'a' : 'b';
  all.together.set(id, `only-${side}`);
  stand(all, [side], versionOn(all, side, id, id));
  derive(all, side, id);
}

function settleStated(all: JointFacts, id: string, x: Fact, y: Fact): void {
  const domain = sharedDomain(x.domain, y.domain);
  if (!domain) {
    standApart(all, id);
    return;
  }
  const isSame = [x, y].every(one => isWhole(domain, one.domain));
  all.together.set(id, x.derive || y.derive ? 'agreeing' : isSame ? 'same' : 'narrowed');
  stand(all, SIDES, jointFact(id, domain, [y, x]));
}

function settleDerived(all: JointFacts, id: string, x: Fact, y: Fact): void {
  // Meanwhile each side has its own: one that is read on the way back to itself cannot be the same on both.
  const [first, second] = standApart(all, id) as [Fact, Fact];
  if (all.keys.ofEntries(first.derive!) !== all.keys.ofEntries(second.derive!)) return;
  for (const side of SIDES) all.facts.delete(onSide(side, id));
  all.together.set(id, 'same');
  stand(all, SIDES, {
    ...jointFact(id, eitherDomain(x.domain, y.domain), [y, x]),
    derive: second.derive!,
  });
}

/** Each side has the fact by itself. */
function standApart(all: JointFacts, id: string): Fact[] {
  all.together.set(id, 'apart');
  for (const side of SIDES) stand(all, [side], versionOn(all, side, id, onSide(side, id)));
  return SIDES.map(side => derive(all, side, id));
}

function stand(all: JointFacts, sides: readonly Side[], fact: Fact): void {
  for (const side of sides) all.read[side].set(withoutSide(fact.id), fact);
  all.facts.set(fact.id, fact);
}

/** Adds its entries to a fact as one side has it, if it is derived. */
function derive(all: JointFacts, side: Side, id: string): Fact {
  const fact = all.read[side].get(id)!;
  const { derive } = all.sides[side].facts.get(id)!;
  if (!derive) return fact;
  const whole = { ...fact, derive: entriesOf(all, side, derive) };
  stand(all, [side], whole);
  return whole;
}

function entriesOf(all: JointFacts, side: Side, entries: readonly Derivation[]): Derivation[] {
  return entries.map(({ value, when }) => ({ value, ...(when && { when: rewrite(all, side, when) }) }));
}

/** A fact as one side has it, its steps as fine as on both. */
function versionOn(all: JointFacts, side: Side, id: string, jointId: string): Fact {
  const own = all.sides[side].facts.get(id)!;
  const steps = commonSteps(own.domain, versionsOf(all, id));
  return { ...jointFact(jointId, own.domain, [own]), steps };
}

/** A fact that is like the first of its versions, without what only its scenarios need. */
function jointFact(id: string, domain: Domain, versions: readonly Fact[]): Fact {
  const { prior: _, derive: __, ...fact } = versions[0]!;
  const neutral = valueIn(
    domain,
    versions.map(one => one.neutral),
  );
  return { ...fact, id, domain, steps: commonSteps(domain, versions), neutral };
}

/** It is impossible that a fact is stated as one thing and derived as another. */
function agreement(all: JointFacts, id: string): Impossible {
  const side = all.sides.a.facts.get(id)!.derive ? 'a' : 'b';
  const stated = all.facts.get(id)!;
  const derived: Fact = {
    ...versionOn(all, side, id, onSide(side, id)),
    derive: entriesOf(all, side, all.sides[side].facts.get(id)!.derive!),
  };
  all.facts.set(derived.id, derived);
  const leaf = (fact: string, steps: bigint): Leaf => ({
    kind: 'leaf',
    fact,
    operator: 'in',
    value: [],
    steps,
  });
  const apart = stated.steps.map((_, step): Condition => {
    const own = 1n << BigInt(step);
    const alike = refined(derived.steps, stated.steps, own);
    return { kind: 'all', of: [leaf(stated.id, own), { kind: 'not', of: leaf(derived.id, alike) }] };
  });
  const because = 'what one rule set states the other derives';
  return { id: derived.id, because, when: { kind: 'any', of: apart }, place: stated.place };
}
