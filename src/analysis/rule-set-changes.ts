import { canonicalJson } from '../model/canonical.js';
import { type Condition, partsOf } from '../model/condition.js';
import { factsOf } from '../model/derivation.js';
import { byId } from '../model/order.js';
import type { RuleSet, Source } from '../model/rule-set.js';
import type { ChangedKind, ChangePart, RuleSetChange } from '../model/rule-set-diff.js';
import { type Fields, fieldParts, listParts, prefixed } from './change-parts.js';
import { conditionParts } from './condition-changes.js';
import { factParts } from './fact-changes.js';
import { ruleParts } from './rule-changes.js';

/** What is not the same of two rule sets: what was added, removed, renamed or changed, each with its parts. By kind, then by id. */
export function ruleSetChanges(a: RuleSet, b: RuleSet): RuleSetChange[] {
  const sides = [a, b] as const;
  const of = <T extends { id: string }>(
    kind: ChangedKind,
    list: (ruleSet: RuleSet) => Iterable<T>,
    parts: (x: T | undefined, y: T | undefined) => ChangePart[],
    usedBy: (id: string, ruleSet: RuleSet) => string[] = () => [],
  ) => changesOf(kind, [...list(a)], [...list(b)], parts, (id, side) => usedBy(id, sides[side]));
  return [
    ...whole(a, b),
    ...of(
      'criterion',
      ({ criteria }) => criteria.values(),
      both((x, y) => [
        ...fieldParts(
          { title: x.title, description: x.description, ...prefixed('scale', x.scale), ...limits(x) },
          { title: y.title, description: y.description, ...prefixed('scale', y.scale), ...limits(y) },
        ),
      ]),
    ),
    ...of('perspective', ({ perspectives }) => perspectives.values(), both(perspectiveParts)),
    ...of(
      'option',
      ({ options }) => options.values(),
      both((x, y) => [
        ...fieldParts(
          { title: x.title, description: x.description, family: x.family },
          { title: y.title, description: y.description, family: y.family },
        ),
        ...listParts('sources', x.sources, y.sources),
      ]),
    ),
    ...of('fact', ({ facts }) => facts.values(), factParts, readersOf),
    ...of(
      'condition',
      ({ conditions }) => conditions.values(),
      (x, y) => [
        ...conditionParts('when', x?.when, y?.when),
        ...(x && y ? fieldParts({ title: x.title }, { title: y.title }) : []),
      ],
      usersOf,
    ),
    ...of(
      'impossible',
      ({ impossible }) => impossible,
      (x, y) => [
        ...conditionParts('when', x?.when, y?.when),
        ...(x && y ? fieldParts({ because: x.because }, { because: y.because }) : []),
      ],
    ),
    ...of('rule', ({ rules }) => rules, ruleParts),
    ...of(
      'source',
      ({ sources }) => sources.values(),
      both((x, y) => fieldParts(sourceFields(x), sourceFields(y))),
    ),
  ];
}

function both<T>(parts: (x: T, y: T) => ChangePart[]) {
  return (x: T | undefined, y: T | undefined) => (x && y ? parts(x, y) : []);
}

function sourceFields({ id: _, authors, ...fields }: Source): Fields {
  return { ...fields, ...(authors && { authors: authors.join('; ') }) };
}

function limits({ thresholds }: { thresholds?: { indifference: number; preference: number } }): Fields {
  return thresholds ? { ...thresholds } : {};
}

function perspectiveParts(x: Perspective, y: Perspective): ChangePart[] {
  const fields = ({ weights, swings, title, because }: Perspective): Fields => ({
    ...prefixed('weight of', texts(Object.fromEntries(weights))),
    ...{ title, because },
    ...prefixed('swing of', new Map([...swings].map(([id, { share }]) => [id, String(share)]))),
    ...prefixed('reason for', new Map([...swings].map(([id, swing]) => [id, swing.because]))),
  });
  const criteria = [...new Set([...x.swings.keys(), ...y.swings.keys()])].sort(byId);
  return [
    ...fieldParts(fields(x), fields(y)),
    ...listParts('sources', x.sources, y.sources),
    ...criteria.flatMap(id => {
      const [a, b] = [x, y].map(({ swings }) => swings.get(id)?.sources ?? []);
      return listParts(`sources for ${id}`, a!, b!);
    }),
  ];
}

type Perspective = RuleSet['perspectives'] extends ReadonlyMap<string, infer T> ? T : never;

/** What the head of a rule set says. */
function whole(a: RuleSet, b: RuleSet): RuleSetChange[] {
  const fields = (one: RuleSet): Fields => ({
    ...{ id: one.id, version: one.version, title: one.title, summary: one.summary, baseline: one.baseline },
    'likelihood-scale': one.likelihoodScale,
    ...prefixed('points-scale', one.pointsScale),
    ...prefixed('evidence', texts(one.evidence)),
    ...prefixed('confidence', texts(one.confidence)),
    ...prefixed('evidence-means', texts(one.evidenceMeans ?? {})),
  });
  const parts = [
    ...fieldParts(fields(a), fields(b)),
    ...LIMITS.flatMap(key => listParts(`limits (${key})`, a.limits?.[key] ?? [], b.limits?.[key] ?? [])),
  ];
  const about = { kind: 'rule-set', id: b.id, title: b.title, what: 'changed' } as const;
  return parts.length > 0 ? [{ ...about, was: a.id === b.id ? null : a.id, parts, usedBy: [] }] : [];
}

const LIMITS = ['notCovered', 'literature', 'next'] as const;

function texts(numbers: Readonly<Record<string, number | string>>): Map<string, string> {
  return new Map(Object.entries(numbers).map(([key, value]) => [key, String(value)]));
}

type Titled = { id: string; title?: string };

/** What became of each thing of a kind. What has another id and is otherwise the same was renamed. */
function changesOf<T extends Titled>(
  kind: ChangedKind,
  a: readonly T[],
  b: readonly T[],
  parts: (x: T | undefined, y: T | undefined) => ChangePart[],
  usedBy: (id: string, side: 0 | 1) => string[],
): RuleSetChange[] {
  const [before, after] = [a, b].map(list => new Map(list.map(one => [one.id, one]))) as [
    Map<string, T>,
    Map<string, T>,
  ];
  const left = new Map(a.filter(({ id }) => !after.has(id)).map(one => [one.id, one]));
  const change = (
    one: T,
    what: RuleSetChange['what'],
    was: string | null,
    of: ChangePart[],
  ): RuleSetChange => ({
    ...{ kind, id: one.id, title: one.title ?? null, what, was },
    parts: of,
    usedBy: usedBy(one.id, what === 'removed' ? 0 : 1),
  });
  const now = b.flatMap(one => {
    const own = before.get(one.id);
    const changed = own ? parts(own, one) : [];
    if (own) return changed.length > 0 ? [change(one, 'changed', null, changed)] : [];
    const was = [...left.values()].find(other => contentOf(other) === contentOf(one));
    if (!was) return [change(one, 'added', null, parts(undefined, one))];
    left.delete(was.id);
    return [change(one, 'renamed', was.id, [])];
  });
  const gone = [...left.values()].map(one => change(one, 'removed', null, parts(one, undefined)));
  return [...now, ...gone].sort((x, y) => byId(x.id, y.id));
}

/** All that is said of something but its id and where it stands. */
function contentOf(one: object): string {
  const { id: _, place: __, ...rest } = one as { id: string; place?: unknown };
  return canonicalJson(
    JSON.parse(
      JSON.stringify(rest, (key, value: unknown) => {
        if (key === 'steps' || key === 'line') return undefined;
        return value instanceof Map ? [...value] : value;
      }),
    ),
  );
}

/** The rules of which a named condition is a part, directly or in another. */
function usersOf(name: string, { rules }: RuleSet): string[] {
  return rules.filter(({ when }) => names(when).has(name)).map(({ id }) => id);
}

function names(condition: Condition): Set<string> {
  const own = condition.kind === 'named' ? [condition.name] : [];
  return new Set([...own, ...partsOf(condition).flatMap(part => [...names(part)])]);
}

/** The rules that read a fact. */
function readersOf(fact: string, { rules }: RuleSet): string[] {
  return rules.filter(({ when }) => factsOf(when).includes(fact)).map(({ id }) => id);
}
