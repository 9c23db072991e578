import type { Domain, Fact, Prior } from '../model/fact.js';
import type { ChangePart } from '../model/rule-set-diff.js';
import { type Fields, fieldParts, listParts, prefixed } from './change-parts.js';
import { conditionParts } from './condition-changes.js';

/** What is not the same of two facts. */
export function factParts(a: Fact | undefined, b: Fact | undefined): ChangePart[] {
  if (!a || !b) return [];
  return [
    ...domainParts(a.domain, b.domain),
    ...derivationParts(a, b),
    ...fieldParts(texts(a), texts(b)),
    ...listParts('sources', a.sources, b.sources),
  ];
}

function texts(fact: Fact): Fields {
  const { title, question, theme, neutral, change, prior, lookUp, inDoubt, anchors, examples } = fact;
  return {
    neutral: String(neutral),
    prior: prior && priorWords(prior),
    ...{ change, title, question, theme, 'look-up': lookUp, 'in-doubt': inDoubt },
    ...prefixed('anchor', anchors),
    ...prefixed('example', examples ?? new Map()),
  };
}

/** `none 0.4, low 0.6`, or `0.1 to 0.3, most likely 0.2`. */
function priorWords(prior: Prior): string {
  if (prior.kind === 'probabilities') {
    const words = prior.probabilities.map(([value, share]) => `${value} ${share}`).join(', ');
    return `${words} (${prior.source})`;
  }
  const likely = prior.likely === undefined ? '' : `, most likely ${prior.likely}`;
  return `${prior.low} to ${prior.high}${likely} (${prior.source})`;
}

function domainParts(a: Domain, b: Domain): ChangePart[] {
  if (a.kind === 'number' || b.kind === 'number')
    return fieldParts({ range: rangeWords(a), unit: unitOf(a) }, { range: rangeWords(b), unit: unitOf(b) });
  const [x, y] = [a, b].map(({ values }) => values.map(String)) as [string[], string[]];
  const lists = listParts('values', x, y);
  const kept = (own: string[], others: string[]) => own.filter(one => others.includes(one)).join(', ');
  const isReordered = kept(x, y) !== kept(y, x);
  return [
    ...lists,
    ...(isReordered ? fieldParts({ order: x.join(', ') }, { order: y.join(', ') }) : []),
    ...fieldParts({ type: a.kind }, { type: b.kind }),
  ];
}

function rangeWords(domain: Domain): string {
  return domain.kind === 'number' ? `${domain.low} to ${domain.high}` : domain.values.join(', ');
}

function unitOf(domain: Domain): string | undefined {
  return domain.kind === 'number' ? domain.unit : undefined;
}

/** Entry by entry where both give the same values in the same order, else that it is derived anew, or no longer. */
function derivationParts(a: Fact, b: Fact): ChangePart[] {
  const [x, y] = [a.derive, b.derive];
  const values = (entries: Fact['derive']) => entries?.map(({ value }) => String(value)).join(', ');
  if (x && y && values(x) === values(y))
    return x.flatMap((entry, i) => conditionParts(`derived as ${entry.value}`, entry.when, y[i]!.when));
  return [
    ...fieldParts({ derived: values(x) }, { derived: values(y) }),
    ...(y ?? []).flatMap(({ value, when }) => conditionParts(`derived as ${value}`, undefined, when)),
  ];
}
