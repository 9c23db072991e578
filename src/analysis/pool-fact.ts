import { canonicalJson } from '../model/canonical.js';
import type { Fact } from '../model/fact.js';
import { byId } from '../model/order.js';
import type { LongStatement } from '../model/resolve-scenario.js';
import type { StatedFact, Statement } from '../model/scenario.js';
import type { AuthoredStatement } from '../schema/generated/author-types.js';
import type { Coding } from './coding.js';
import type { PooledSources } from './pool-sources.js';
import { type Form, formOf, pooledForm } from './pool-statement.js';

/** What a pool does with a coding that does not know a fact: leaves it out for that fact, or takes its prior for it. */
export type Unknowns = 'left-out' | 'prior';

/** Longer texts are refused by the schema of scenarios. */
const LONGEST = 2000;

/**
 * What a pool says of one fact. Where all codings that know it say the same, in the same form; else the pool of their
 * distributions. Where none knows it, unknown. Sources are joined, and the note says who said what.
 */
export function pooledFact(
  fact: Fact,
  codings: readonly Coding[],
  unknowns: Unknowns,
  { citationOf }: PooledSources,
): AuthoredStatement {
  const stated = codings.map(coding => ({ coding, said: coding.scenario.facts.get(fact.id)! }));
  const sources = new Set(
    stated.flatMap(({ coding, said }) => said.sources.map(one => citationOf(coding.coder, one))),
  );
  const form = formOfAll(fact, stated, unknowns);
  const nobody = stated.every(({ said }) => said.statement.kind === 'unknown') && form.value !== 'unknown';
  const note = noteOf(stated) ?? (nobody ? 'no coding knows it: this is its prior' : undefined);
  const long: LongStatement = {
    ...form,
    ...(sources.size > 0 && { source: oneOrMore([...sources].sort(byId).slice(0, 50)) }),
    ...(note !== undefined && { note: shortened(note) }),
  };
  const { value, ...more } = long;
  return value !== undefined && Object.keys(more).length === 0 ? value : long;
}

type Said = readonly { coding: Coding; said: StatedFact }[];

function formOfAll(fact: Fact, stated: Said, unknowns: Unknowns): Form {
  const known = stated.flatMap(({ coding: { weight = 1 }, said }) => {
    const statement =
      said.statement.kind === 'unknown' && unknowns === 'prior' ? priorOf(fact) : said.statement;
    const counts = weight > 0 && statement.kind !== 'unknown';
    return counts ? [{ weight, statement, form: formOf({ ...said, statement }) }] : [];
  });
  if (known.length === 0) return { value: 'unknown' };
  const forms = new Set(known.map(({ form }) => canonicalJson(form)));
  return forms.size === 1 ? known[0]!.form : pooledForm(fact, known);
}

/** What is assumed of a fact that is unknown (docs/meaning.md, 4.9); a number without a prior stays unknown. */
function priorOf({ prior, domain }: Fact): Statement {
  if (prior) {
    const { source: _, ...statement } = prior;
    return statement;
  }
  if (domain.kind === 'number') return { kind: 'unknown' };
  const p = 1 / domain.values.length;
  return { kind: 'probabilities', probabilities: domain.values.map(value => [value, p] as const) };
}

/** The one note where all say the same and have no other; else what each said, with their notes. */
function noteOf(stated: Said): string | undefined {
  const forms = new Set(stated.map(({ said }) => canonicalJson(formOf(said))));
  const notes = new Set(stated.flatMap(({ said }) => said.note ?? []));
  if (forms.size === 1 && notes.size <= 1) return [...notes][0];
  return stated
    .filter(({ said }) => forms.size > 1 || said.note !== undefined)
    .map(({ coding: { coder }, said }) => {
      const what = forms.size > 1 ? [sayForm(formOf(said))] : [];
      return `${coder}: ${[...what, said.note?.trim() ?? ''].filter(Boolean).join(', ')}`;
    })
    .join('; ');
}

/** A form in words: `war (medium)`, `strained 0.7, split 0.3`, `0.1 to 0.3 (likely 0.2)`. */
function sayForm({ value, confidence, likelihood, probabilities, between, likely }: Form): string {
  const beside = confidence ?? likelihood ?? (likely === undefined ? undefined : `likely ${likely}`);
  const words = between
    ? between.join(' to ')
    : probabilities
      ? Object.entries(probabilities)
          .map(([word, p]) => `${word} ${p}`)
          .join(', ')
      : String(value);
  return beside === undefined ? words : `${words} (${beside})`;
}

function oneOrMore(list: string[]): string | string[] {
  return list.length === 1 ? list[0]! : list;
}

/** A text that the schema of scenarios takes. */
export function shortened(text: string, most = LONGEST): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
