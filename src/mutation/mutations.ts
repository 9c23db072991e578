import { type AuthoredRuleSet, conditionsIn, type Entry } from '../model/authored.js';
import type { Fact } from '../model/fact.js';
import type { AuthoredCondition, AuthoredRule } from '../schema/generated/author-types.js';
import { conditionMutations } from './condition-mutations.js';
import { effectMutations } from './effect-mutations.js';
import type { Mutation } from './mutation.js';

/**
 * Every small change to the rules and named conditions of a rule set, in the order in which these stand. A named condition
 * that derived facts or impossible combinations read is left alone: to change it is to change what situations there are.
 */
export function mutationsOf(
  { entries }: AuthoredRuleSet,
  facts: ReadonlyMap<string, Fact>,
  wanted: (id: string) => boolean = () => true,
): Mutation[] {
  const rules = entries.rule.filter(({ id }) => wanted(id));
  const bound = boundNames(entries);
  const conditions = entries.condition.filter(({ id }) => wanted(id) && !bound.has(id));
  return [
    ...rules.flatMap(entry => [...ofCondition('rule', entry, facts), ...ofEffects(entry)]),
    ...conditions.flatMap(entry => ofCondition('condition', entry, facts)),
  ];
}

function ofCondition(
  kind: Mutation['kind'],
  { id, value, file, pointer }: Entry<{ when: AuthoredCondition }>,
  facts: ReadonlyMap<string, Fact>,
): Mutation[] {
  return conditionMutations(value.when, [...pointer, 'when'], facts).map(({ condition, ...one }) => ({
    ...one,
    kind,
    id,
    file,
    was: { condition },
  }));
}

function ofEffects({ id, value, file, pointer }: Entry<AuthoredRule>): Mutation[] {
  return value.then.flatMap((effect, i) => {
    const at = [...pointer, 'then', i];
    return effectMutations(effect, at).map(
      (one): Mutation => ({ ...one, kind: 'rule', id, file, was: { effect }, pointer: at }),
    );
  });
}

/** The named conditions that derived facts and impossible combinations read, directly or through others. */
function boundNames({ fact, impossible, condition }: AuthoredRuleSet['entries']): ReadonlySet<string> {
  const whens = new Map(condition.map(({ id, value }) => [id, value.when]));
  const roots = [
    ...fact.flatMap(({ value }) => (value.derive ?? []).flatMap(({ when }) => when ?? [])),
    ...impossible.map(({ value }) => value.when),
  ];
  const bound = new Set<string>();
  const follow = (root: AuthoredCondition): void => {
    for (const { value } of conditionsIn(root, [])) {
      if (value.condition === undefined || bound.has(value.condition)) continue;
      bound.add(value.condition);
      const when = whens.get(value.condition);
      if (when) follow(when);
    }
  };
  for (const root of roots) follow(root);
  return bound;
}
