import type { AuthoredRuleSet, Entry } from '../model/authored.js';
import type { Fact } from '../model/fact.js';
import type { AuthoredCondition, AuthoredRule } from '../schema/generated/author-types.js';
import { conditionMutations } from './condition-mutations.js';
import { effectMutations } from './effect-mutations.js';
import type { Mutation } from './mutation.js';

/** Every small change to the rules and named conditions of a rule set, in the order in which these stand. */
export function mutationsOf(
  { entries }: AuthoredRuleSet,
  facts: ReadonlyMap<string, Fact>,
  wanted: (id: string) => boolean = () => true,
): Mutation[] {
  const rules = entries.rule.filter(({ id }) => wanted(id));
  const conditions = entries.condition.filter(({ id }) => wanted(id));
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
