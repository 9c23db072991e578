import type { AuthoredStatement, Fact, RuleSet, Value } from '../../index.js';
import { probabilityOf, wordsOf } from '../../index.js';

/** What a scenario says of one fact, in the form in which it is edited. */
export type Form =
  | { kind: 'value'; value: Value; sure: Sure }
  | { kind: 'probabilities'; probabilities: Readonly<Record<string, number>> }
  | { kind: 'between'; low: number; high: number; likely?: number; shape?: 'pert' }
  | { kind: 'unknown' };

/** How sure a value is: for certain, or in the words of a scenario. */
export type Sure = 'certain' | `confidence:${string}` | `likelihood:${string}`;

/** A way in which a fact can be known, as a choice among all that fit it. */
export type Manner = Sure | 'probabilities' | 'between' | 'unknown';

/** The form of a statement. A fact that is left out is unknown. */
export function formOf(stated: AuthoredStatement | undefined): Form {
  if (stated === undefined || stated === 'unknown') return { kind: 'unknown' };
  if (typeof stated !== 'object') return { kind: 'value', value: stated, sure: 'certain' };
  const { value, confidence, likelihood, probabilities, between, likely, shape } = stated;
  if (probabilities) return { kind: 'probabilities', probabilities };
  if (between) {
    const [low, high] = between as [number, number];
    return {
      ...{ kind: 'between', low, high },
      ...(likely !== undefined && { likely }),
      ...(shape !== undefined && { shape }),
    };
  }
  if (value === undefined || value === 'unknown') return { kind: 'unknown' };
  if (likelihood !== undefined) return { kind: 'value', value, sure: `likelihood:${likelihood}` };
  return { kind: 'value', value, sure: confidence === undefined ? 'certain' : `confidence:${confidence}` };
}

/** Whose word it is: a long form without source or note would be asked for one. */
const note = 'set in the workbench';

/** The statement of a form, as a scenario file would have it. What spoke for another value is not claimed to speak for this. */
export function statementOf(form: Form): AuthoredStatement {
  switch (form.kind) {
    case 'unknown':
      return 'unknown';
    case 'probabilities':
      return { probabilities: { ...form.probabilities }, note };
    case 'between': {
      const { low, high, likely, shape } = form;
      return {
        between: [low, high],
        ...(likely !== undefined && { likely }),
        ...(likely !== undefined && shape !== undefined && { shape }),
        note,
      };
    }
    case 'value': {
      if (form.sure === 'certain') return form.value;
      const [key, word] = form.sure.split(':') as ['confidence' | 'likelihood', never];
      return { value: form.value, [key]: word, note };
    }
  }
}

/** Whether two statements say the same of a fact, whoever they have it from. */
export function saysTheSame(a: AuthoredStatement | undefined, b: AuthoredStatement | undefined): boolean {
  return JSON.stringify(canonical(formOf(a))) === JSON.stringify(canonical(formOf(b)));
}

function canonical(form: Form): unknown {
  if (form.kind !== 'probabilities') return Object.entries(form).sort();
  return Object.entries(form.probabilities)
    .filter(([, p]) => p > 0)
    .sort();
}

/** Every way in which this fact can be known. */
export function mannersOf({ domain }: Fact, { likelihoodScale }: RuleSet): Manner[] {
  if (domain.kind === 'number') return ['certain', 'between', 'unknown'];
  const confidence = (['high', 'medium', 'low'] as const).map(word => `confidence:${word}` as const);
  const likelihood = wordsOf(likelihoodScale).map(word => `likelihood:${word}` as const);
  return ['certain', ...confidence, ...likelihood, 'probabilities', 'unknown'];
}

/** The way in which a form knows its fact. */
export function mannerOf(form: Form): Manner {
  return form.kind === 'value' ? form.sure : form.kind;
}

/** The same fact known in another way, as near to what was said of it as that can be. */
export function inManner(form: Form, manner: Manner, fact: Fact, ruleSet: RuleSet): Form {
  switch (manner) {
    case 'unknown':
      return { kind: 'unknown' };
    case 'between':
      return form.kind === 'between' ? form : intervalAround(form, fact);
    case 'probabilities':
      return form.kind === 'probabilities' ? form : spreadOf(form, fact, ruleSet);
    default:
      return { kind: 'value', value: valueNear(form, fact), sure: manner };
  }
}

/** The value that a form comes nearest to; of an unknown fact the one that nothing is told from. */
function valueNear(form: Form, { domain, neutral }: Fact): Value {
  switch (form.kind) {
    case 'value':
      return form.value;
    case 'between':
      return form.likely ?? tidy((form.low + form.high) / 2);
    case 'unknown':
      return neutral;
    case 'probabilities': {
      const [first] = Object.entries(form.probabilities).sort(([, a], [, b]) => b - a);
      return domain.kind === 'number'
        ? neutral
        : (domain.values.find(value => String(value) === first?.[0]) ?? neutral);
    }
  }
}

function intervalAround(form: Form, { domain }: Fact): Form {
  if (domain.kind !== 'number') return form;
  const { low, high } = domain;
  if (form.kind !== 'value') return { kind: 'between', low, high };
  const likely = Number(form.value);
  const reach = (high - low) / 10;
  return {
    ...{ kind: 'between', likely },
    low: tidy(Math.max(low, likely - reach)),
    high: tidy(Math.min(high, likely + reach)),
  };
}

function spreadOf(form: Form, { domain }: Fact, ruleSet: RuleSet): Form {
  if (domain.kind === 'number') return form;
  const equal = 1 / domain.values.length;
  const given = form.kind === 'value' ? massOf(form.sure, ruleSet) : equal;
  const rest = (1 - given) / Math.max(1, domain.values.length - 1);
  const shares = domain.values.map((value): [string, number] => [
    String(value),
    form.kind === 'value' && value === form.value ? given : form.kind === 'value' ? rest : equal,
  ]);
  return { kind: 'probabilities', probabilities: inHundredths(Object.fromEntries(shares)) };
}

function massOf(sure: Sure, { confidence, likelihoodScale }: RuleSet): number {
  const [kind, word] = sure.split(':') as [string, string | undefined];
  if (kind === 'confidence') return confidence[word as 'high'] ?? 1;
  return kind === 'likelihood' ? (probabilityOf(word!, likelihoodScale) ?? 1) : 1;
}

/** Probabilities with one of them set, the others rescaled, equally where all of them are 0; whole hundredths that sum to 1. */
export function withProbability(
  probabilities: Readonly<Record<string, number>>,
  value: string,
  share: number,
): Record<string, number> {
  const own = Math.min(1, Math.max(0, Math.round(share * 100) / 100));
  const others = Object.entries(probabilities).filter(([key]) => key !== value);
  const sum = others.reduce((all, [, p]) => all + p, 0);
  const scaled = others.map(([key, p]): [string, number] => [
    key,
    (1 - own) * (sum > 0 ? p / sum : 1 / others.length),
  ]);
  const rest = inHundredths(Object.fromEntries(scaled), Math.round((1 - own) * 100));
  return Object.fromEntries(
    Object.keys(probabilities).map(key => [key, key === value ? own : rest[key]!] as const),
  );
}

/** Rounded to whole hundredths that sum to what is wanted: the largest remainders are rounded up. */
function inHundredths(shares: Readonly<Record<string, number>>, total = 100): Record<string, number> {
  const parts = Object.entries(shares).map(([key, p]) => ({ key, whole: Math.floor(p * 100 + 1e-9), p }));
  const left = total - parts.reduce((sum, { whole }) => sum + whole, 0);
  const first = new Set(
    [...parts]
      .sort((a, b) => b.p * 100 - b.whole - (a.p * 100 - a.whole))
      .slice(0, Math.max(0, left))
      .map(({ key }) => key),
  );
  return Object.fromEntries(
    parts.map(({ key, whole }) => [key, (whole + (first.has(key) ? 1 : 0)) / 100] as const),
  );
}

/** A form with other numbers, its interval kept in order and inside the range of the fact. */
export function withBounds(
  form: Extract<Form, { kind: 'between' }>,
  change: { low?: number; likely?: number | null; high?: number },
  { domain }: Fact,
): Form {
  if (domain.kind !== 'number') return form;
  const inside = (x: number) => Math.min(domain.high, Math.max(domain.low, x));
  let { low, high, likely } = form;
  if (change.low !== undefined) {
    low = inside(change.low);
    high = Math.max(high, low);
  }
  if (change.high !== undefined) {
    high = inside(change.high);
    low = Math.min(low, high);
  }
  if (change.likely === null) likely = undefined;
  else likely = change.likely ?? likely;
  const { likely: _, shape, ...rest } = form;
  return {
    ...rest,
    low,
    high,
    ...(likely !== undefined && { likely: Math.min(high, Math.max(low, likely)) }),
    ...(likely !== undefined && shape !== undefined && { shape }),
  };
}

/** Without what arithmetic leaves behind the sixth significant digit. */
export function tidy(x: number): number {
  return Number(x.toPrecision(6));
}
