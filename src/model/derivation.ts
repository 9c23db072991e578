import { type Condition, partsOf } from './condition.js';
import type { Fact } from './fact.js';
import { byId } from './order.js';

type Facts = ReadonlyMap<string, Fact>;

/** Derived facts in layers: the facts that a layer reads are stated, or derived in a layer before it. */
export function derivationLayers(facts: Facts): Fact[][] {
  const depths = new Map<string, number>();
  const derived = [...facts.values()].filter(fact => fact.derive);
  const depth = Math.max(0, ...derived.map(fact => depthOf(fact, facts, depths)));
  return Array.from({ length: depth }, (_, i) => derived.filter(fact => depths.get(fact.id) === i + 1));
}

function depthOf(fact: Fact, facts: Facts, known: Map<string, number>): number {
  const found = known.get(fact.id);
  if (found !== undefined) return found;
  const depth = fact.derive
    ? 1 + Math.max(0, ...readBy(fact).map(id => depthOf(facts.get(id)!, facts, known)))
    : 0;
  known.set(fact.id, depth);
  return depth;
}

/** The stated facts that decide a fact: itself, or the parts of a derived one, all the way down. In order of id. */
export function partsOfFact(id: string, facts: Facts): string[] {
  const seen = new Set([id]);
  for (const next of seen) for (const part of readBy(facts.get(next)!)) seen.add(part);
  return [...seen].filter(part => !facts.get(part)!.derive).sort(byId);
}

/** Whether a fact is derived from itself, directly or through others. */
export function isCyclic(id: string, facts: Facts): boolean {
  const reached = new Set(readBy(facts.get(id)!));
  for (const next of reached) for (const part of readBy(facts.get(next)!)) reached.add(part);
  return reached.has(id);
}

/** The facts that the entries of a derived fact read, each once. */
function readBy(fact: Fact): string[] {
  return [...new Set((fact.derive ?? []).flatMap(({ when }) => (when ? factsOf(when) : [])))];
}

/** Kept with each condition: a named one stands in many rules. */
const READ = new WeakMap<Condition, readonly string[]>();

/** The facts that a condition reads, each once. */
export function factsOf(condition: Condition): readonly string[] {
  if (condition.kind === 'leaf') return [condition.fact];
  const known = READ.get(condition);
  if (known) return known;
  const facts = [...new Set(partsOf(condition).flatMap(factsOf))];
  READ.set(condition, facts);
  return facts;
}

/** The stated facts that decide a condition, derived facts by their parts. */
export function statedParts(condition: Condition, facts: Facts): ReadonlySet<string> {
  return new Set(factsOf(condition).flatMap(id => partsOfFact(id, facts)));
}
