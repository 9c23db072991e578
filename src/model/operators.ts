import type { Domain, Value } from './fact.js';

interface OperatorEntry {
  /** Needs an order: levels or numbers. */
  ordered: boolean;
  /** Takes a list of values. */
  list: boolean;
  /** As a reader would say it between a fact and a value. */
  words: string;
}

/** The operators of a leaf. There are no others: json-rules-engine's own are never reached. */
export const OPERATORS = {
  equal: { ordered: false, list: false, words: 'is' },
  notEqual: { ordered: false, list: false, words: 'is not' },
  in: { ordered: false, list: true, words: 'is one of' },
  notIn: { ordered: false, list: true, words: 'is none of' },
  atLeast: { ordered: true, list: false, words: 'is at least' },
  atMost: { ordered: true, list: false, words: 'is at most' },
  above: { ordered: true, list: false, words: 'is above' },
  below: { ordered: true, list: false, words: 'is below' },
} as const satisfies Record<string, OperatorEntry>;

/** The name of an operator, as authors write it. */
export type Operator = keyof typeof OPERATORS;

/** Whether the operator makes sense for facts of this domain. */
export function operatorFits(operator: Operator, domain: Domain): boolean {
  return !OPERATORS[operator].ordered || domain.kind === 'levels' || domain.kind === 'number';
}

/** Why a value is not one of the domain, or undefined where it is. Types are compared strictly: `'3'` is no number. */
export function misfit(value: unknown, domain: Domain): 'type' | 'level' | 'range' | undefined {
  if (domain.kind === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value)) return 'type';
    return value >= domain.low && value <= domain.high ? undefined : 'range';
  }
  if (domain.kind === 'boolean') return typeof value === 'boolean' ? undefined : 'type';
  if (typeof value !== 'string') return 'type';
  return domain.values.includes(value) ? undefined : 'level';
}

/** Whether the value is one of the domain. */
export function fits(value: unknown, domain: Domain): value is Value {
  return misfit(value, domain) === undefined;
}
