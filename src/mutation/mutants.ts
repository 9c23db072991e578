import type { AuthoredRuleSet, Entry } from '../model/authored.js';
import { expandable } from '../model/expandable.js';
import { type Vocabulary, vocabulary } from '../model/resolve-condition.js';
import { resolveRule, resolveRuleSet, whenOf } from '../model/resolve-rule-set.js';
import type { Effect, Rule, RuleSet } from '../model/rule-set.js';
import { conditionKeys } from '../proofs/condition-keys.js';
import type { AuthoredRule } from '../schema/generated/author-types.js';
import { editedData } from '../source/edit.js';
import type { Mutation } from './mutation.js';
import { mutationsOf } from './mutations.js';

/** A rule set after one small change: only some of its rules are other ones. */
export interface Mutant {
  /** A name that no other mutant of the rule set has: of the third moved threshold of a rule `rule-threshold-3`. */
  name: string;
  mutation: Mutation;
  /** The rules that are no longer what they were, by id. */
  changed: ReadonlyMap<string, Rule>;
}

/** A rule set that can hold all its mutants. */
export interface Mutants {
  /** The same rule set, its facts cut wherever any mutant needs it. */
  ruleSet: RuleSet;
  mutants: readonly Mutant[];
}

/** Every mutant of a rule set: changes that change nothing are none, and of two that come to the same the first counts. */
export function mutantsOf(
  authored: AuthoredRuleSet,
  { facts, hash }: Pick<RuleSet, 'facts' | 'hash'>,
  wanted?: (id: string) => boolean,
): Mutants {
  const mutations = mutationsOf(authored, facts, wanted);
  const ruleSet = { ...cutFor(authored, mutations), hash };
  const meaningOf = meanings();
  const resolve = resolver(authored, ruleSet, meaningOf);
  const seen = new Set<string>();
  const named = new Map<string, number>();
  const mutants = mutations.flatMap(mutation => {
    const changed = resolve(mutation);
    const key = [...changed].map(([id, rule]) => `${id} ${meaningOf(rule)}`).join('\n');
    if (changed.size === 0 || seen.has(key)) return [];
    seen.add(key);
    const name = `${mutation.id}-${mutation.operator}`;
    const nth = 1 + (named.get(name) ?? 0);
    named.set(name, nth);
    return [{ name: nth === 1 ? name : `${name}-${nth}`, mutation, changed }];
  });
  return { ruleSet, mutants };
}

/** The rule set of a mutant. */
export function mutated(ruleSet: RuleSet, { changed }: Pick<Mutant, 'changed'>): RuleSet {
  return { ...ruleSet, rules: ruleSet.rules.map(rule => changed.get(rule.id) ?? rule) };
}

/** The rule set with its facts cut where the changed conditions need it, which changes none of its answers. */
function cutFor(authored: AuthoredRuleSet, mutations: readonly Mutation[]): RuleSet {
  const changed = mutations.flatMap(mutation => {
    if ('effect' in mutation.was) return [];
    const entry = entryOf(authored, mutation);
    // No name that an author can give.
    return [{ ...entry, id: ' ', value: { title: '', when: changedValue(entry, mutation).when } }];
  });
  const entries = { ...authored.entries, condition: [...authored.entries.condition, ...changed] };
  const { conditions, ...ruleSet } = resolveRuleSet({ ...authored, entries });
  return { ...ruleSet, conditions: new Map([...conditions].filter(([id]) => id !== ' ')) };
}

type Resolver = (mutation: Mutation) => Map<string, Rule>;

/** What rules a mutation changes, and into what. */
function resolver(
  { entries }: AuthoredRuleSet,
  ruleSet: RuleSet,
  meaningOf: ReturnType<typeof meanings>,
): Resolver {
  const before = new Map(ruleSet.rules.map(rule => [rule.id, meaningOf(rule)]));
  const written = new Map(entries.condition.map(entry => [entry.id, whenOf(entry)]));
  const known = (conditions: AuthoredRuleSet['entries']['condition']) =>
    vocabulary(ruleSet.facts, expandable(conditions), written);
  const own = known(entries.condition);
  const changedRules = (rules: AuthoredRuleSet['entries']['rule'], of: Vocabulary) =>
    new Map(
      rules
        .map(entry => withoutZeros(resolveRule(entry, of)!))
        .filter(rule => meaningOf(rule) !== before.get(rule.id))
        .map(rule => [rule.id, rule]),
    );
  return mutation => {
    const change = <T>(list: readonly Entry<T>[]) =>
      list.map(entry =>
        entry.id === mutation.id ? { ...entry, value: changedValue(entry, mutation) } : entry,
      );
    return mutation.kind === 'rule'
      ? changedRules(change(entries.rule.filter(({ id }) => id === mutation.id)), own)
      : changedRules(entries.rule, known(change(entries.condition)));
  };
}

function entryOf({ entries }: AuthoredRuleSet, { kind, id }: Mutation) {
  return (entries[kind] as readonly Entry<{ when: AuthoredRule['when'] }>[]).find(entry => entry.id === id)!;
}

/** An entry's value after a mutation, whose edit tells of a place in the file. */
function changedValue<T>({ value, pointer }: Entry<T>, { edit }: Mutation): T {
  return editedData(value, { ...edit, at: edit.at.slice(pointer.length) });
}

/** An effect of no points is no effect. */
function withoutZeros(rule: Rule): Rule {
  return { ...rule, effects: rule.effects.filter(effect => effect.kind === 'gate' || effect.points !== 0) };
}

/** Tells what a rule comes to: equal texts for rules with the same effects under the same condition, however these are written. */
function meanings(): (rule: Pick<Rule, 'when' | 'effects'>) => string {
  const keys = conditionKeys();
  return ({ when, effects }) => `${keys.of(when)} ${effects.map(shapeOfEffect).sort().join(' ')}`;
}

function shapeOfEffect(effect: Effect): string {
  return effect.kind === 'gate' ? effect.option : `${effect.option}/${effect.criterion}${effect.points}`;
}
