import fc from 'fast-check';
import type { Value } from '../model/fact.js';
import type { AuthoredCondition, AuthoredDerivation } from '../schema/generated/author-types.js';

/** A fact that conditions may compare, with the values that they compare it with. */
export interface Comparable {
  fact: string;
  values: readonly Value[];
  /** Whether its values are ordered: levels and numbers. */
  ordered: boolean;
}

/** A comparison of a fact, by any operator that fits it. */
export function leafArbitrary({ fact, values, ordered }: Comparable): fc.Arbitrary<AuthoredCondition> {
  const whole = ['equal', 'notEqual'] as const;
  const one = ordered ? ([...whole, 'atLeast', 'atMost', 'above', 'below'] as const) : whole;
  return fc.oneof(
    fc.record({
      fact: fc.constant(fact),
      operator: fc.constantFrom(...one),
      value: fc.constantFrom(...values),
    }),
    fc.record({
      fact: fc.constant(fact),
      operator: fc.constantFrom('in' as const, 'notIn' as const),
      value: fc.subarray([...values], { minLength: 1 }),
    }),
  );
}

/** A condition of these leaves, or of `all`, `any` and `not`, nested at most so deep. */
export function conditionArbitrary(
  leaves: readonly fc.Arbitrary<AuthoredCondition>[],
  maxDepth: number,
): fc.Arbitrary<AuthoredCondition> {
  return fc.letrec<{ node: AuthoredCondition }>(tie => ({
    node: fc.oneof(
      { maxDepth },
      fc.oneof(...leaves),
      fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('node') }),
    ),
  })).node;
}

/** The entries of a fact with these values that is derived by conditions of these leaves. */
export function derivationArbitrary(
  values: readonly Value[],
  leaves: readonly fc.Arbitrary<AuthoredCondition>[],
): fc.Arbitrary<AuthoredDerivation[]> {
  const value = fc.constantFrom(...values);
  const entry = fc.record({ value, when: conditionArbitrary(leaves, 1) });
  return fc
    .tuple(fc.array(entry, { minLength: 1, maxLength: 3 }), value)
    .map(([entries, last]) => [...entries, { value: last }]);
}
