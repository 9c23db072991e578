import type { Fact, Prior } from '../model/fact.js';
import type { RuleSet } from '../model/rule-set.js';
import { conditionWords } from './condition-words.js';
import { md } from './md.js';

/** The facts by theme: what is asked, what each value means, what to do in doubt, where to look, and what is assumed. */
export function codebookSections({ facts }: RuleSet): string[] {
  const all = [...facts.values()];
  const themes = [...new Set(all.map(({ theme }) => theme ?? ''))].sort();
  return [
    '## Codebook',
    ...themes.flatMap(theme => [
      ...(theme === '' ? [] : [`### ${md(theme)}`]),
      ...all.filter(fact => (fact.theme ?? '') === theme).flatMap(factText),
    ]),
  ];
}

function factText(fact: Fact): string[] {
  const { id, title, question, domain, anchors, examples, neutral, inDoubt, lookUp, prior, derive } = fact;
  const values =
    domain.kind === 'number'
      ? [
          `A number from ${domain.low} to ${domain.high}${domain.unit === undefined ? '' : `: ${md(domain.unit)}`}`,
        ]
      : domain.values.map(value => `\`${value}\``);
  const kind = { levels: 'Levels, from low to high', values: 'Values', boolean: 'Values', number: '' }[
    domain.kind
  ];
  const meant = [...anchors].map(
    ([value, words]) => `- \`${value}\`: ${md(words)}${exampleOf(examples?.get(value))}`,
  );
  const more = [...(examples ?? [])]
    .filter(([value]) => !anchors.has(value))
    .map(([value, words]) => `- \`${value}\`:${exampleOf(words)}`);
  const list =
    domain.kind !== 'number' && meant.length === domain.values.length
      ? meant
      : [`- ${kind === '' ? '' : `${kind}: `}${values.join(', ')}`, ...meant];
  const also = [
    ...(derive === undefined ? [`Neutral: \`${neutral}\`.`] : []),
    ...(inDoubt === undefined ? [] : [`In doubt: ${sentence(inDoubt)}`]),
    ...(lookUp === undefined ? [] : [`Where to look: ${sentence(lookUp)}`]),
    ...(prior === undefined ? [] : [`Where it is unknown: ${md(priorWords(prior, domain))}.`]),
  ];
  return [
    `**${md(title)}** (\`${id}\`${derive === undefined ? '' : ', derived'})  \n${md(question)}`,
    [...list, ...more].join('\n'),
    ...(derive === undefined ? [] : [derivedList(derive)]),
    ...(also.length === 0 ? [] : [also.join(' ')]),
  ];
}

function exampleOf(words: string | undefined): string {
  return words === undefined ? '' : ` *Example:* ${md(words)}`;
}

function derivedList(entries: NonNullable<Fact['derive']>): string {
  return [
    'It follows from other facts, the first that holds:',
    '',
    ...entries.map(
      ({ value, when }) => `- \`${value}\`${when ? ` if ${md(conditionWords(when))}` : ' otherwise'}`,
    ),
  ].join('\n');
}

/** A text that ends with a full stop, whether its author wrote one or not. */
function sentence(text: string): string {
  return md(/[.!?]$/.test(text) ? text : `${text}.`);
}

function priorWords(prior: Prior, domain: Fact['domain']): string {
  const source = prior.source === 'assumption' ? 'an assumption' : `after ${prior.source}`;
  if (prior.kind === 'probabilities') {
    const known = new Map(prior.probabilities);
    const values = domain.kind === 'number' ? [] : domain.values.filter(value => known.has(value));
    const shares = values.map(value => `${value} ${(100 * known.get(value)!).toFixed(0)}%`);
    return `${shares.join(', ')} (${source})`;
  }
  const likely = prior.likely === undefined ? '' : `, likely ${prior.likely}`;
  return `between ${prior.low} and ${prior.high}${likely} (${source})`;
}
