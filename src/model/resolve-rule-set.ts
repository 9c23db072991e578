import type {
  AuthoredEffect,
  AuthoredLimits,
  AuthoredPerspective,
  AuthoredRule,
  AuthoredSource,
  RuleSetFile,
  RulesFile,
} from '../schema/generated/author-types.js';
import { placeOf } from '../source/place.js';
import type { AuthoredRuleSet, Entry } from './authored.js';
import { canonicalJson, hashOf } from './canonical.js';
import type { Condition } from './condition.js';
import { expandable } from './expandable.js';
import { by, sortedMap } from './order.js';
import { resolveCondition, type Vocabulary, vocabulary, type Written } from './resolve-condition.js';
import { resolveFacts } from './resolve-facts.js';
import { resolveProperties } from './resolve-properties.js';
import type { Effect, Limits, NamedCondition, Perspective, Rule, RuleSet, Source } from './rule-set.js';

/**
 * Follows every reference of a rule set. What does not resolve is left out, so the result means something only where
 * the checks found no error; they work on it either way.
 */
export function resolveRuleSet(authored: AuthoredRuleSet): RuleSet {
  const { header, entries } = authored;
  const facts = resolveFacts(authored);
  const written = new Map(entries.condition.map(entry => [entry.id, whenOf(entry)]));
  const known = vocabulary(facts, expandable(entries.condition), written);
  const value = header.value as RuleSetFile;
  const ruleSet: Omit<RuleSet, 'hash'> = {
    id: value.id,
    version: value.version,
    title: value.title,
    summary: value.summary,
    baseline: value.baseline,
    likelihoodScale: value['likelihood-scale'] ?? 'phia',
    pointsScale: textMap(value['points-scale']),
    evidence: value.evidence,
    confidence: value.confidence,
    ...(value['evidence-means'] && { evidenceMeans: value['evidence-means'] }),
    ...(value.limits && { limits: limitsOf(value.limits) }),
    criteria: index(entries.criterion, ({ id, value }) => ({
      id,
      title: value.title,
      description: value.description,
      scale: textMap(value.scale),
      ...(value.thresholds && { thresholds: value.thresholds }),
    })),
    perspectives: index(entries.perspective, ({ id, value }) => ({
      id,
      title: value.title,
      because: value.because,
      ...resolveWeights(value),
      sources: value.sources ?? [],
    })),
    sources: index(entries.source, ({ id, value }) => resolveSource(id, value)),
    facts,
    options: index(entries.option, ({ id, value, file, pointer }) => ({
      id,
      title: value.title,
      description: value.description,
      sources: value.sources ?? [],
      place: placeOf(file, pointer, 'key'),
      ...(value.family !== undefined && { family: value.family }),
    })),
    conditions: namedConditions(entries.condition, known),
    impossible: entries.impossible
      .flatMap(({ id, value, file, pointer }) => {
        const when = resolveCondition(value.when, known);
        return when ? [{ id, because: value.because, when, place: placeOf(file, pointer, 'key') }] : [];
      })
      .sort(by(({ id }) => id)),
    rules: entries.rule.flatMap(entry => resolveRule(entry, known) ?? []).sort(by(({ id }) => id)),
    properties: resolveProperties(
      entries.property,
      known,
      entries.perspective.map(({ id }) => id),
    ),
  };
  return { ...ruleSet, hash: hashOf(meaning(ruleSet)) };
}

function limitsOf({ literature = [], next = [], ...limits }: AuthoredLimits): Limits {
  return { notCovered: limits['not-covered'] ?? [], literature, next };
}

/** Where the condition of an entry stands. */
export function whenOf({ file, pointer }: Written): Written {
  return { file, pointer: [...pointer, 'when'] };
}

/** Weights as they are stated, else in proportion to the shares of the swings (von Winterfeldt & Edwards 1986, swing weighting). */
function resolveWeights({
  weights,
  swings = {},
}: AuthoredPerspective): Pick<Perspective, 'weights' | 'swings'> {
  const given = sortedMap(Object.entries(swings));
  const shares = [...given].map(([id, { share }]) => [id, share] as const);
  return {
    weights: sortedMap(weights ? Object.entries(weights) : shares),
    swings: mapValues(given, ({ share, because, sources }) => ({
      share,
      because,
      sources: typeof sources === 'string' ? [] : sources,
    })),
  };
}

/** A source with its date as text, whether the author wrote a year as a number or not. */
export function resolveSource(id: string, { date, ...source }: AuthoredSource): Source {
  const keys = Object.entries({ ...source, ...(date !== undefined && { date: String(date) }) });
  return { id, ...(Object.fromEntries(sortedMap<unknown>(keys)) as Omit<Source, 'id'>) };
}

function index<T, R>(entries: readonly Entry<T>[], resolve: (entry: Entry<T>) => R): Map<string, R> {
  return sortedMap(entries.map(entry => [entry.id, resolve(entry)]));
}

function textMap(texts: Readonly<Record<string, string>> | undefined): Map<string, string> {
  return sortedMap(Object.entries(texts ?? {}));
}

function namedConditions(
  entries: AuthoredRuleSet['entries']['condition'],
  known: Vocabulary,
): Map<string, NamedCondition> {
  return sortedMap(
    entries.flatMap(({ id, value, file, pointer }) => {
      const when = resolveCondition(value.when, known, whenOf({ file, pointer }));
      return when
        ? [[id, { id, title: value.title, when, place: placeOf(file, pointer, 'key') }] as const]
        : [];
    }),
  );
}

/** A rule with its references followed; undefined where one does not hold. */
export function resolveRule(
  { id, value, file, pointer }: Entry<AuthoredRule>,
  known: Vocabulary,
): Rule | undefined {
  const when = resolveCondition(value.when, known, whenOf({ file, pointer }));
  const theme = (file.data as Partial<RulesFile>).title;
  return (
    when && {
      id,
      title: value.title,
      when,
      effects: value.then.flatMap(effectsOf).sort(by(canonicalJson)),
      because: value.because,
      evidence: value.evidence,
      sources: value.sources,
      place: placeOf(file, [...pointer, 'id'], 'value'),
      ...(value.note !== undefined && { note: value.note }),
      ...(theme !== undefined && { theme }),
    }
  );
}

/** One effect for each option that an authored effect names. */
export function effectsOf({ option, options, criterion, points }: AuthoredEffect): Effect[] {
  return (options ?? [option!]).map(option =>
    criterion === undefined
      ? { kind: 'gate', option }
      : { kind: 'points', option, criterion, points: points! },
  );
}

/** What a rule set says, without where it says it. Order that has no meaning is taken out. */
function meaning(ruleSet: Omit<RuleSet, 'hash'>): unknown {
  const strip = <T extends { place: unknown }>({ place: _, ...rest }: T) => rest;
  const when = <T extends { when: Condition }>(item: T) => ({ ...item, when: unordered(item.when) });
  return {
    ...ruleSet,
    properties: undefined,
    options: mapValues(ruleSet.options, option => strip(withSortedSources(option))),
    perspectives: mapValues(ruleSet.perspectives, ({ swings, ...perspective }) => ({
      ...withSortedSources(perspective),
      swings: mapValues(swings, withSortedSources),
    })),
    facts: mapValues(ruleSet.facts, fact => ({
      ...strip(fact),
      steps: undefined,
      sources: [...fact.sources].sort(),
      derive: fact.derive?.map(entry => (entry.when ? when({ ...entry, when: entry.when }) : entry)),
    })),
    conditions: mapValues(ruleSet.conditions, named => when(strip(named))),
    impossible: ruleSet.impossible.map(item => when(strip(item))),
    rules: ruleSet.rules.map(({ theme: _, ...rule }) => ({
      ...when(strip(rule)),
      sources: [...rule.sources].sort(),
    })),
  };
}

function withSortedSources<T extends { sources: readonly string[] }>(one: T): T {
  return { ...one, sources: [...one.sources].sort() };
}

/** A condition with the parts of `all` and `any`, whose order means nothing, in one fixed order. */
function unordered(condition: Condition): unknown {
  if (condition.kind === 'leaf') {
    const { fact, operator, value } = condition;
    return { fact, operator, value: Array.isArray(value) ? value.map(String).sort() : value };
  }
  if (condition.kind === 'named') return { condition: condition.name };
  if (condition.kind === 'not') return { not: unordered(condition.of) };
  return { [condition.kind]: condition.of.map(unordered).sort(by(canonicalJson)) };
}

function mapValues<A, B>(map: ReadonlyMap<string, A>, change: (value: A) => B): Map<string, B> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
