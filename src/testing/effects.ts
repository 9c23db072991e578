import fc from 'fast-check';
import type { AuthoredEffect } from '../schema/generated/author-types.js';

/** What a rule does: points for some of the options on some of the criteria, and now and then a gate. */
export function effectsArbitrary(
  options: readonly string[],
  criteria: readonly string[],
): fc.Arbitrary<AuthoredEffect[]> {
  const points = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: -100, max: -1 }));
  const scored = fc.record({
    options: fc.subarray([...options], { minLength: 1 }),
    criterion: fc.constantFrom(...criteria),
    points,
  });
  const gate = fc.record({ option: fc.constantFrom(...options), exclude: fc.constant(true as const) });
  const effect: fc.Arbitrary<AuthoredEffect> = fc.oneof(
    { weight: 7, arbitrary: scored },
    { weight: 1, arbitrary: gate },
  );
  // A rule may name a cell only once.
  return fc.uniqueArray(effect, {
    minLength: 1,
    maxLength: 3,
    selector: ({ criterion }) => criterion ?? 'gate',
  });
}

/** A weight for each criterion, many of them equal or 0, but not all 0. */
export function weightsArbitrary(criteria: readonly string[]): fc.Arbitrary<Record<string, number>> {
  return fc
    .tuple(...criteria.map(() => fc.nat(3)))
    .filter(weights => weights.some(weight => weight > 0))
    .map(weights => Object.fromEntries(criteria.map((id, i) => [id, weights[i]!])));
}
