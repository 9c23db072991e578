import type { Steps, Value } from './fact.js';
import type { Operator } from './operators.js';

/** One comparison of a fact with a literal, resolved to the steps of the fact for which it is true. */
export interface Leaf {
  kind: 'leaf';
  fact: string;
  operator: Operator;
  value: Value | readonly Value[];
  steps: Steps;
  /** On which line of its file it stands, in rules and named conditions that were read from one. */
  line?: number;
}

/** A resolved condition. A named one keeps its name, so that a trace can show it as the author wrote it. */
export type Condition =
  | { kind: 'all' | 'any'; of: readonly Condition[] }
  | { kind: 'not'; of: Condition }
  | { kind: 'named'; name: string; of: Condition }
  | Leaf;

/** The opposite of a condition. */
export function not(of: Condition): Condition {
  return { kind: 'not', of };
}

/** The conditions directly inside one. */
export function partsOf(condition: Condition): readonly Condition[] {
  if (condition.kind === 'leaf') return [];
  return 'length' in condition.of ? condition.of : [condition.of];
}
