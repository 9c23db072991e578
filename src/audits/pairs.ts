import type { Effect, Rule } from '../model/rule-set.js';

/** What an effect is about: a cell, or the exclusion of an option. */
export function targetOf(effect: Effect): string {
  return effect.kind === 'gate' ? `exclusion of ${effect.option}` : `${effect.option} on ${effect.criterion}`;
}

/** The points of a rule by cell, and 0 for each option that it excludes. */
export function effectsOf({ effects }: Rule): ReadonlyMap<string, number> {
  return new Map(effects.map(effect => [targetOf(effect), effect.kind === 'gate' ? 0 : effect.points]));
}

/** Every two of some rules, the first by id first. */
export function pairsOf(rules: readonly Rule[]): [Rule, Rule][] {
  return rules.flatMap((first, i) => rules.slice(i + 1).map((second): [Rule, Rule] => [first, second]));
}

/** Whether all that one rule does another does too, to the point. */
export function doesAllOf(one: Rule, other: Rule): boolean {
  const [own, others] = [effectsOf(one), effectsOf(other)];
  return [...own].every(([target, points]) => others.get(target) === points);
}
