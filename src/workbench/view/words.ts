import type { Fact, Seen } from '../../index.js';
import { saySeen } from '../../index.js';
import { type Form, formOf } from '../state/statement.js';

export { round1, roundParts, signed } from '../../report/rounding.js';

/** A probability as a whole percentage; what is not certain never looks so. */
export function percent(p: number): string {
  if (p > 0 && p < 0.005) return '<1%';
  if (p < 1 && p > 0.995) return '>99%';
  return `${Math.round(p * 100)}%`;
}

/** Several words as a list: `a, b and c`. */
export function andList(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(word => word !== '').join(' and ');
}

/** What was seen of a fact, with its unit where it is a number. */
export function sayOf(fact: Fact | undefined, seen: Seen): string {
  const unit = fact?.domain.kind === 'number' ? fact.domain.unit : undefined;
  const said = saySeen(seen);
  const isNumber = typeof seen === 'number' || (typeof seen === 'object' && 'between' in seen);
  return unit !== undefined && isNumber ? `${said} ${unit}` : sayWord(said);
}

/** True and false as answers to a question. */
function sayWord(word: string): string {
  return word === 'true' ? 'yes' : word === 'false' ? 'no' : word;
}

/** A value as an answer. */
export function sayValue(value: string | number | boolean): string {
  return sayWord(String(value));
}

/** What a scenario says of a fact, in a few words. */
export function sayForm(form: Form): string {
  switch (form.kind) {
    case 'unknown':
      return 'unknown';
    case 'between':
      return `${form.low} to ${form.high}${form.likely === undefined ? '' : `, likely ${form.likely}`}`;
    case 'probabilities': {
      const [first, second] = Object.entries(form.probabilities).sort(([, a], [, b]) => b - a);
      const parts = [first, second].flatMap(one =>
        one && one[1] > 0 ? [`${sayWord(one[0])} ${percent(one[1])}`] : [],
      );
      return parts.join(', ');
    }
    case 'value': {
      const [kind, word] = form.sure.split(':');
      const how = kind === 'certain' ? '' : kind === 'confidence' ? `, ${word} confidence` : `, ${word}`;
      return `${sayValue(form.value)}${how}`;
    }
  }
}

/** What a scenario says of a fact. */
export const sayStatement = (stated: Parameters<typeof formOf>[0]): string => sayForm(formOf(stated));
