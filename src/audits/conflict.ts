import { possibilities } from '../cases/possible.js';
import { type Condition, partsOf } from '../model/condition.js';
import { factsOf } from '../model/derivation.js';
import type { RuleSet } from '../model/rule-set.js';
import { satisfiable } from '../model/satisfiable.js';
import { conditionWords } from '../report/condition-words.js';

/** Conditions that never hold together, none of them in vain, and why not. */
export interface Conflict {
  conditions: readonly Condition[];
  /** The impossible combinations that keep them apart, by id. */
  impossible: readonly string[];
  /** The derived facts whose derivation does. */
  derived: readonly string[];
}

/**
 * Of some conditions that no possible situation meets, as few as do not go together, the first kept where either would do;
 * or as few as do not go together with one more.
 */
export function conflictIn(ruleSet: RuleSet, conditions: readonly Condition[], beside?: Condition): Conflict {
  const more = beside ? [beside] : [];
  const clash = (of: readonly Condition[], impossible: RuleSet['impossible']) =>
    possibilities({ ...ruleSet, impossible })({ kind: 'all', of: [...of, ...more] }) === false;
  const impossible = fewest(ruleSet.impossible, left => clash(conditions, left));
  const kept = fewest(conditions.flatMap(conjuncts), left => clash(left, impossible));
  const free = new Map([...ruleSet.facts].map(([id, { derive: _, ...fact }]) => [id, fact]));
  const all: Condition = { kind: 'all', of: [...kept, ...more] };
  const isDerived = impossible.length === 0 && satisfiable(all, free) !== false;
  return {
    conditions: kept,
    impossible: impossible.map(({ id }) => id),
    derived: isDerived ? factsOf(all).filter(id => ruleSet.facts.get(id)!.derive) : [],
  };
}

/** Leaves out from the end whatever is not needed. */
function fewest<T>(all: readonly T[], isEnough: (some: readonly T[]) => boolean): readonly T[] {
  let kept = all;
  for (const one of [...all].reverse()) {
    const left = kept.filter(other => other !== one);
    if (isEnough(left)) kept = left;
  }
  return kept;
}

/** The conditions of which all must hold for one to hold. */
function conjuncts(condition: Condition): readonly Condition[] {
  if (condition.kind === 'all') return partsOf(condition).flatMap(conjuncts);
  if (condition.kind !== 'not') return [condition];
  const { of } = condition;
  if (of.kind === 'not') return conjuncts(of.of);
  if (of.kind === 'any') return of.of.flatMap(part => conjuncts({ kind: 'not', of: part }));
  return [condition];
}

/** A conflict as a sentence: `a is high and b is low never hold together, for they are impossible by c`. */
export function conflictWords({ conditions, impossible, derived }: Conflict): string {
  const words = [...new Set(conditions.map(conditionWords))];
  if (words.length === 0) return `no situation is possible at all${reason({ impossible, derived })}`;
  const never = words.length > 1 ? `${words.join(' and ')} never hold together` : `${words[0]} never holds`;
  return `${never}${reason({ impossible, derived })}`;
}

/** What keeps conditions apart that could go together otherwise. */
export function reason({ impossible, derived }: Pick<Conflict, 'impossible' | 'derived'>): string {
  if (impossible.length > 0) return `, by what is impossible: ${impossible.join(', ')}`;
  return derived.length > 0 ? `, by what is derived: ${derived.join(', ')}` : '';
}
