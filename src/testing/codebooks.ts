import fc from 'fast-check';
import type { Value } from '../model/fact.js';
import type { AuthoredDerivation, AuthoredFact } from '../schema/generated/author-types.js';
import type { Comparable } from './conditions.js';
import { spreadArbitrary } from './statements.js';

/** A fact that is still to be written: how conditions can compare it, and what its author writes. */
export interface Sketch extends Comparable {
  written: AuthoredFact;
}

type Kind = Pick<AuthoredFact, 'levels' | 'values' | 'boolean' | 'range' | 'unit'>;

const words = fc
  .tuple(fc.constantFrom('levels' as const, 'values' as const), fc.integer({ min: 2, max: 4 }))
  .map(([kind, count]): Kind => ({ [kind]: Array.from({ length: count }, (_, i) => `${kind[0]}${i}`) }));
const boolean = fc.constant<Kind>({ boolean: true });
const number = fc
  .constantFrom<number[][]>([0, 1], [0, 100], [-5, 5])
  .map((range): Kind => ({ range, unit: 'units' }));

/** A few facts of every type with priors and neutral values of their own, to be stated by scenarios. */
export const codebookArbitrary: fc.Arbitrary<Sketch[]> = fc
  .array(fc.oneof(words, boolean, number).chain(stated), { minLength: 1, maxLength: 5 })
  .map(facts => facts.map((fact, i) => ({ ...fact, fact: `f${i}` })));

/** Up to two facts to be derived, whose entries are still to be written. */
export const derivedArbitrary: fc.Arbitrary<Sketch[]> = fc
  .array(fc.oneof(words, boolean), { maxLength: 2 })
  .map(kinds => kinds.map((kind, i) => ({ ...sketch(kind), fact: `d${i}` })));

/** The fact with its entries. */
export function withEntries({ written, ...rest }: Sketch, derive: AuthoredDerivation[]): Sketch {
  return { ...rest, written: { ...written, derive } };
}

function sketch(kind: Kind): Sketch {
  const values: readonly Value[] =
    kind.levels ?? kind.values ?? (kind.range ? tenths(kind.range) : [false, true]);
  const anchors = Object.fromEntries(values.map(value => [String(value), 'so']));
  const written = { title: 'A fact', question: 'What is it?', ...kind, ...(!kind.range && { anchors }) };
  return { fact: '', values, ordered: kind.levels !== undefined || kind.range !== undefined, written };
}

/** The numbers that cut a range into tenths: those that conditions compare with. */
function tenths([low, high]: readonly number[]): number[] {
  return Array.from({ length: 11 }, (_, i) => Number((low! + ((high! - low!) * i) / 10).toPrecision(6)));
}

function stated(kind: Kind): fc.Arbitrary<Sketch> {
  const plain = sketch(kind);
  const value = fc.constantFrom(...plain.values);
  const more = {
    neutral: value,
    change: fc.constantFrom('any' as const, 'up' as const, 'down' as const, 'no' as const),
  };
  const source = 'assumption';
  const prior = kind.range
    ? fc.constant({ between: kind.range, source })
    : fc
        .tuple(spreadArbitrary(plain.values), value)
        .map(([spread, of]) => ({ probabilities: spread(of), source }));
  return fc
    .record({ ...more, prior }, { requiredKeys: kind.range ? ['prior'] : [] })
    .map(extra => ({ ...plain, written: { ...plain.written, ...extra } }));
}
