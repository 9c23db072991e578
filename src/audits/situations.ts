import { normalise } from '../mcda/weights.js';
import type { AuditSituation } from '../model/audit.js';
import type { Condition } from '../model/condition.js';
import type { Rule, RuleSet } from '../model/rule-set.js';
import { factsAt, situationOf } from '../proofs/example.js';
import type { Goal } from '../proofs/goals.js';
import { type Searched, search, searchesOf } from '../proofs/search.js';
import { type Traced, traced } from '../proofs/traced.js';
import type { Way } from '../proofs/violations.js';
import type { AuditContext } from './context.js';

/** What is looked for among possible situations: some in which a condition holds, a way goes, or both. */
export interface Sought {
  when?: Condition;
  way?: Way;
}

/** A way that every situation goes; a new one each time, for what matters to a way is kept with it. */
function anyWay(): Way {
  const goal: Goal = { may: () => true, holds: () => true };
  return { options: [], isWeighed: false, goal: () => goal };
}

/** Searches for the smallest situation, or where any is enough for some; by whatever weights the way finds of its own. */
export function seek(
  { ruleSet, limit }: AuditContext,
  { when, way = anyWay() }: Sought,
  isEnough: boolean,
): Promise<Searched> {
  const asking = { by: 'any-weights' as const, ...(when && { when }) };
  return search(searchesOf(ruleSet, asking, [way]), isEnough, limit());
}

/**
 * A situation that a search found, evaluated once more by the traced engine, with some of the rules that fire there. That
 * it does not show what it should would be a bug.
 */
export async function shown(
  ruleSet: RuleSet,
  { best, isComplete }: Searched,
  shows: (at: Traced) => boolean,
  named: (rule: Rule) => { points: number | null } | undefined = () => undefined,
): Promise<{ situation: AuditSituation; at: Traced } | undefined> {
  if (!best) return undefined;
  const facts = factsAt(ruleSet, best.hunt.groups, best.found.at);
  const weights = normalise([...ruleSet.perspectives.values()][0]!.weights);
  const at = await traced(ruleSet, facts, weights);
  if (!at.isPossible || !shows(at)) throw new Error('the situation found by an audit does not show it');
  const rules = ruleSet.rules.flatMap(rule => {
    const told = at.fires.has(rule.id) ? named(rule) : undefined;
    return told ? [{ rule: rule.id, title: rule.title, ...told }] : [];
  });
  return { situation: { ...situationOf(ruleSet, facts, isComplete), rules }, at };
}

/** The smallest situation in which some rules all fire. */
export async function whereAllFire(
  context: AuditContext,
  rules: readonly Rule[],
): Promise<AuditSituation | null> {
  const when: Condition = { kind: 'all', of: rules.map(rule => rule.when) };
  const searched = await seek(context, { when }, false);
  const ids = rules.map(({ id }) => id);
  const found = await shown(
    context.ruleSet,
    searched,
    ({ fires }) => ids.every(id => fires.has(id)),
    ({ id }) => (ids.includes(id) ? { points: null } : undefined),
  );
  return found?.situation ?? null;
}
