import fc from 'fast-check';
import type { Value } from '../model/fact.js';
import type { AuthoredStatement } from '../schema/generated/author-types.js';

/** What a scenario says of a fact which has, or may have, this value. */
export type Saying = (value: Value) => AuthoredStatement;

const note = 'n';
const certain: Saying = value => value;
const unknown: Saying = () => 'unknown';

const confidence = fc.constantFrom('high' as const, 'medium' as const, 'low' as const).map(
  (confidence): Saying =>
    value => ({ value, confidence, note }),
);

/** What can be said of a number: for certain, nothing, with a confidence, or in an interval of any form. */
export function numberSaying(numbers: fc.Arbitrary<number>): fc.Arbitrary<Saying> {
  const between = fc.tuple(numbers, numbers, fc.constantFrom('uniform', 'triangular', 'pert')).map(
    ([one, other, form]): Saying =>
      value => {
        const [low, likely, high] = [one, other, Number(value)].sort((a, b) => a - b) as [
          number,
          number,
          number,
        ];
        const interval = { between: [low, high], note };
        if (form === 'uniform') return interval;
        return { ...interval, likely, ...(form === 'pert' && { shape: form }) };
      },
  );
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 2, arbitrary: fc.constant(certain) },
    { weight: 2, arbitrary: fc.constant(unknown) },
    { weight: 1, arbitrary: confidence },
    { weight: 2, arbitrary: between },
  );
}

/** What can be said of a level or other word: for certain, nothing, with a confidence, in estimative words, in numbers. */
export function wordSaying(values: readonly Value[], likelihoods: readonly string[]): fc.Arbitrary<Saying> {
  const likelihood = fc.constantFrom(...likelihoods);
  const ofIt = likelihood.map(
    (likelihood): Saying =>
      value => ({ value, likelihood, note }),
  );
  const ofAny = fc.record({ value: fc.constantFrom(...values), likelihood, note: fc.constant(note) }).map(
    (said): Saying =>
      () =>
        said,
  );
  const numbers = spreadArbitrary(values).map(
    (spread): Saying =>
      value => ({ probabilities: spread(value), note }),
  );
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: fc.constant(certain) },
    { weight: 2, arbitrary: fc.constant(unknown) },
    { weight: 1, arbitrary: confidence },
    { weight: 1, arbitrary: ofIt },
    { weight: 1, arbitrary: ofAny },
    { weight: 1, arbitrary: numbers },
  );
}

/** Probabilities in tenths: some for a few values, which may be 0, and the rest, above 0, for the value that is given. */
export function spreadArbitrary(
  values: readonly Value[],
): fc.Arbitrary<(value: Value) => Record<string, number>> {
  const others = fc.uniqueArray(fc.tuple(fc.constantFrom(...values), fc.nat(6)), {
    maxLength: 3,
    selector: ([value]) => value,
  });
  return others.map(others => value => {
    let left = 10;
    const spread: Record<string, number> = {};
    for (const [other, tenths] of others.filter(([other]) => other !== value)) {
      const own = Math.min(tenths, left - 1);
      spread[String(other)] = own / 10;
      left -= own;
    }
    return { ...spread, [String(value)]: left / 10 };
  });
}
