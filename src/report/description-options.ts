import type { Effect, Option, Rule, RuleSet } from '../model/rule-set.js';
import { capital } from './layout.js';
import { md } from './md.js';
import { signed } from './rounding.js';

/** Each option with the rules that speak for it, against it and that exclude it, the baseline by itself. */
export function optionSections(ruleSet: RuleSet): string[] {
  const options = [...ruleSet.options.values()];
  return ['## Options', ...options.flatMap(option => optionSection(option, ruleSet))];
}

function optionSection(option: Option, { rules, baseline }: RuleSet): string[] {
  const { id, title, description, family } = option;
  const head = [
    `### ${md(title)}`,
    `\`${id}\`${family === undefined ? '' : `, ${md(family)}`}: ${md(description)}`,
  ];
  if (id === baseline) return [...head, 'The baseline: points measure the difference from it.'];
  const of = (is: (effect: Effect) => boolean) =>
    rules
      .map(rule => ({ rule, effects: rule.effects.filter(effect => effect.option === id && is(effect)) }))
      .filter(({ effects }) => effects.length > 0)
      .map(({ rule, effects }) => line(rule, effects));
  const lists = {
    'What speaks for it': of(effect => effect.kind === 'points' && effect.points > 0),
    'What speaks against it': of(effect => effect.kind === 'points' && effect.points < 0),
    'What rules it out': of(effect => effect.kind === 'gate'),
  };
  return [
    ...head,
    ...Object.entries(lists).flatMap(([words, lines]) =>
      lines.length === 0 ? [] : [`${words}:`, lines.join('\n')],
    ),
  ];
}

function line({ id, title, because, evidence }: Rule, effects: readonly Effect[]): string {
  const points = effects.flatMap(effect =>
    effect.kind === 'points' ? [`${signed(effect.points, 0)} ${effect.criterion}`] : [],
  );
  const does = points.length === 0 ? '' : ` (${points.join(', ')})`;
  return `- ${md(title)}${does}: ${md(because)}. ${capital(evidence)} evidence, [\`${id}\`](#${id})`;
}
