import type { AuthoredFact } from '../schema/generated/author-types.js';
import { placeOf } from '../source/place.js';
import { type AuthoredRuleSet, conditionsIn, type Entry, rootConditions } from './authored.js';
import { expandable } from './expandable.js';
import type { Between, Derivation, Domain, Fact, Prior, Probabilities, Step, Value } from './fact.js';
import { byId, sortedMap } from './order.js';
import { operandFits, resolveCondition, type Vocabulary, vocabulary } from './resolve-condition.js';
import { type Cut, cutsOf, stepsOf } from './steps.js';

/** The codebook, each fact cut into the steps that the conditions of the rule set tell apart. */
export function resolveFacts(authored: AuthoredRuleSet): Map<string, Fact> {
  const domains = new Map(authored.entries.fact.map(({ id, value }) => [id, domainOf(value)]));
  const cuts = cutsByFact(authored, domains);
  const shapes = new Map(
    [...domains].map(([id, domain]) => [id, { domain, steps: stepsOf(domain, cuts.get(id) ?? []) }]),
  );
  const known = vocabulary(shapes, expandable(authored.entries.condition));
  return sortedMap(
    authored.entries.fact.map(entry => [entry.id, resolveFact(entry, shapes.get(entry.id)!, known)]),
  );
}

/** What a fact can be, from whichever of the four keys its author gave. */
export function domainOf({ levels, values, range, unit }: AuthoredFact): Domain {
  if (levels) return { kind: 'levels', values: levels };
  if (values) return { kind: 'values', values: [...values].sort(byId) };
  if (range) {
    // One that runs the wrong way is told as such, and taken as it was meant.
    const [low, high] = [Math.min(...range), Math.max(...range)];
    return { kind: 'number', low, high, ...(unit !== undefined && { unit }) };
  }
  return { kind: 'boolean', values: [false, true] };
}

function cutsByFact(authored: AuthoredRuleSet, domains: ReadonlyMap<string, Domain>): Map<string, Cut[]> {
  const cuts = new Map<string, Cut[]>();
  const leaves = rootConditions(authored).flatMap(({ value, pointer }) => conditionsIn(value, pointer));
  for (const { value: leaf } of leaves) {
    const domain = leaf.fact === undefined ? undefined : domains.get(leaf.fact);
    if (domain?.kind !== 'number' || !leaf.operator || !operandFits(leaf.operator, leaf.value, domain))
      continue;
    const own = cuts.get(leaf.fact!) ?? [];
    own.push(...cutsOf(leaf.operator, leaf.value));
    cuts.set(leaf.fact!, own);
  }
  return cuts;
}

function resolveFact(
  { id, value, file, pointer }: Entry<AuthoredFact>,
  shape: { domain: Domain; steps: readonly Step[] },
  known: Vocabulary,
): Fact {
  const prior = value.prior && priorOf(value.prior, shape.domain);
  const derive = value.derive?.flatMap((entry): Derivation[] => {
    if (!entry.when) return [{ value: entry.value }];
    const when = resolveCondition(entry.when, known);
    return when ? [{ value: entry.value, when }] : [];
  });
  return {
    id,
    title: value.title,
    question: value.question,
    ...shape,
    anchors: new Map(Object.entries(value.anchors ?? {})),
    neutral: value.neutral ?? value.values?.[0] ?? firstOf(shape.domain),
    change: value.change ?? 'any',
    sources: value.sources ?? [],
    place: placeOf(file, pointer, 'key'),
    ...(prior && { prior }),
    ...(derive && { derive }),
    ...(value.theme !== undefined && { theme: value.theme }),
    ...(value.examples && { examples: new Map(Object.entries(value.examples)) }),
    ...(value['look-up'] !== undefined && { lookUp: value['look-up'] }),
    ...(value['in-doubt'] !== undefined && { inDoubt: value['in-doubt'] }),
  };
}

function firstOf(domain: Domain): Value {
  return domain.kind === 'number' ? domain.low : domain.values[0]!;
}

function priorOf({ source, ...prior }: NonNullable<AuthoredFact['prior']>, domain: Domain): Prior {
  return {
    ...(prior.between ? betweenOf({ ...prior, between: prior.between }) : spread(prior, domain)),
    source,
  };
}

/** An interval with the shape that its author meant: triangular where there is a likely value, unless it says PERT. */
export function betweenOf(stated: { between: readonly number[]; likely?: number; shape?: 'pert' }): Between {
  const [low, high] = stated.between as readonly [number, number];
  const { likely } = stated;
  if (likely === undefined) return { kind: 'between', low, high, shape: 'uniform' };
  return { kind: 'between', low, high, likely, shape: stated.shape ?? 'triangular' };
}

/** Probabilities as pairs. The keys `true` and `false` of a map stand for the values of a boolean. */
export function spread(
  stated: { probabilities?: Readonly<Record<string, number>> },
  domain: Domain,
): Probabilities {
  const valueFor = (word: string): Value => (domain.kind === 'boolean' ? word === 'true' : word);
  const pairs = sortedMap(Object.entries(stated.probabilities ?? {}));
  return {
    kind: 'probabilities',
    probabilities: [...pairs].map(([word, p]) => [valueFor(word), p] as const),
  };
}
