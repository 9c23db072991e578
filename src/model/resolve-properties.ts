import type { AuthoredProperty, AuthoredStanding } from '../schema/generated/author-types.js';
import { placeOf } from '../source/place.js';
import type { Entry } from './authored.js';
import { by, byId } from './order.js';
import type { Claim, Measure, Property, Standing } from './property.js';
import { resolveCondition, type Vocabulary } from './resolve-condition.js';

/** The properties of a rule set, in order of id. Those whose condition does not resolve are left out: the checks say which. */
export function resolveProperties(
  entries: readonly Entry<AuthoredProperty>[],
  known: Vocabulary,
  perspectives: readonly string[],
): Property[] {
  return entries
    .flatMap(entry => {
      const property = resolveProperty(entry, known, perspectives);
      return property ? [property] : [];
    })
    .sort(by(({ id }) => id));
}

function resolveProperty(
  { id, value, file, pointer }: Entry<AuthoredProperty>,
  known: Vocabulary,
  perspectives: readonly string[],
): Property | undefined {
  const when = value.when && resolveCondition(value.when, known);
  const claim = claimOf(value);
  if (!claim || (value.when && !when)) return undefined;
  return {
    id,
    title: value.title,
    because: value.because,
    ...(when && { when }),
    by: value['any-weights'] ? 'any-weights' : [...(value.by ?? perspectives)].sort(byId),
    ...(value.exception !== undefined && { exception: value.exception }),
    claim,
    place: placeOf(file, [...pointer, 'id'], 'value'),
  };
}

/** How each kind of claim is read from its key. */
const CLAIMS: { [K in Claim['kind']]: (value: NonNullable<AuthoredProperty[K]>) => Claim } = {
  always: value => ({ kind: 'always', standing: standingOf(value) }),
  never: value => ({ kind: 'never', standing: standingOf(value) }),
  implies: value => ({
    kind: 'implies',
    given: standingOf(value.if),
    follows: standingOf(value.then),
  }),
  monotone: ({ fact, option, never, ...of }) => ({
    ...{ kind: 'monotone', fact, option, never },
    of: measureOf(of),
  }),
  invariant: ({ fact, option, ...of }) => ({ kind: 'invariant', fact, option, of: measureOf(of) }),
  bounded: value => ({ kind: 'bounded', ...value }),
  symmetric: ({ options, swapping }) => ({
    kind: 'symmetric',
    options: options as [string, string],
    swapping: (swapping ?? []) as [string, string][],
  }),
  reachable: ({ option }) => ({ kind: 'reachable', option }),
};

function claimOf(value: AuthoredProperty): Claim | undefined {
  const kind = (Object.keys(CLAIMS) as Claim['kind'][]).find(key => value[key] !== undefined);
  return kind && (CLAIMS[kind] as (value: unknown) => Claim)(value[kind]);
}

function standingOf(value: AuthoredStanding): Standing {
  const { option, above } = value;
  if (above !== undefined) return { option, is: 'above', other: above };
  if (value.excluded) return { option, is: 'excluded' };
  if (value['above-baseline']) return { option, is: 'above-baseline' };
  return { option, is: 'in-top', count: value['in-top'] ?? 1 };
}

function measureOf({ criterion, against }: { criterion?: string; against?: string }): Measure {
  if (criterion !== undefined) return { kind: 'cell', criterion };
  return against === undefined ? { kind: 'score' } : { kind: 'against', option: against };
}
