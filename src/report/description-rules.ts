import type { Effect, Rule, RuleSet } from '../model/rule-set.js';
import { conditionWords } from './condition-words.js';
import { capital } from './layout.js';
import { md } from './md.js';
import { signed } from './rounding.js';

/** The rules by theme, each with its condition, what it does, why, how strong the evidence is, and from where. */
export function ruleSections({ rules, conditions, impossible }: RuleSet): string[] {
  const themes = [...new Set(rules.map(themeOf))].sort();
  return [
    '## Rules',
    ...themes.flatMap(theme => [
      `### ${md(theme)}`,
      ...rules.filter(rule => themeOf(rule) === theme).map(ruleText),
    ]),
    ...(conditions.size === 0
      ? []
      : [
          '### Named conditions',
          [...conditions.values()]
            .map(({ id, title, when }) => `- \`${id}\`, ${md(title)}: ${md(conditionWords(when))}`)
            .join('\n'),
        ]),
    ...(impossible.length === 0
      ? []
      : [
          '### What cannot be',
          impossible.map(({ when, because }) => `- ${md(conditionWords(when))}: ${md(because)}`).join('\n'),
        ]),
  ];
}

/** The title of the file that a rule stands in, or its name. */
function themeOf({ theme, place }: Rule): string {
  return theme ?? /([^/\\]+)\.yaml$/.exec(place.file)?.[1] ?? place.file;
}

function ruleText({ id, title, when, effects, because, evidence, sources, note }: Rule): string {
  const lines = [
    `<a id="${id}"></a>**${md(title)}** (\`${id}\`)`,
    `If ${md(conditionWords(when))}: ${md(effectsWords(effects))}, because ${md(because)}.`,
    `${capital(evidence)} evidence: ${sources.map(source => `\`${source}\``).join(', ')}.`,
    ...(note === undefined ? [] : [md(note)]),
  ];
  return lines.join('  \n');
}

/** What a rule does, effects that are alike but for the option together. */
function effectsWords(effects: readonly Effect[]): string {
  const kinds = new Map<string, string[]>();
  for (const effect of effects) {
    const does = effect.kind === 'gate' ? 'excludes' : `${signed(effect.points, 0)} ${effect.criterion} for`;
    kinds.set(does, [...(kinds.get(does) ?? []), effect.option]);
  }
  return [...kinds].map(([does, options]) => `${does} ${options.join(', ')}`).join('; ');
}
