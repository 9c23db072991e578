import fc from 'fast-check';
import { expect, it } from 'vitest';
import { audit } from '../../src/audits/audit.js';
import { possibilities } from '../../src/cases/possible.js';
import { withDerived } from '../../src/engine/settle.js';
import { normalise } from '../../src/mcda/weights.js';
import type { AuditFinding, AuditKind } from '../../src/model/audit.js';
import type { Condition } from '../../src/model/condition.js';
import type { Value } from '../../src/model/fact.js';
import { needlessParts } from '../../src/model/needless.js';
import type { Rule, RuleSet } from '../../src/model/rule-set.js';
import type { StepSets } from '../../src/model/scenario.js';
import { stepOf } from '../../src/model/steps.js';
import { type Traced, traced } from '../../src/proofs/traced.js';
import { leadingWeights } from '../../src/proofs/under-weights.js';
import { validateVerify } from '../../src/schema/generated/result-validators.js';
import { withRules } from '../support/appraising.js';
import { everySituation, type Situation } from '../support/every-situation.js';
import { rulesArbitrary } from '../support/random.js';
import type { Rules, WrittenRule } from '../support/written.js';

/*
 * Every audit by definition: what it claims is looked up in all possible situations, each evaluated by itself through the
 * traced engine.
 */
interface Seen {
  situation: Situation;
  sets: StepSets;
  at: Traced;
}

async function possibleSituations(ruleSet: RuleSet): Promise<Seen[]> {
  const weights = normalise(ruleSet.perspectives.get('p')!.weights);
  const all: Seen[] = [];
  for (const situation of everySituation(ruleSet)) {
    const at = await traced(ruleSet, situation, weights);
    const stated = [...situation].map(
      ([id, value]) => [id, stepOf(ruleSet.facts.get(id)!.steps, value)] as const,
    );
    if (at.isPossible) all.push({ situation, at, sets: await withDerived(ruleSet, new Map(stated)) });
  }
  return all;
}

const others = ['a', 'b', 'c'];
const criteria = ['x', 'y', 'z'];
const cellOf = (at: Traced, option: string, criterion: string) =>
  Math.max(-100, Math.min(100, at.points(option, criterion)));
const isOut = (at: Traced, option: string) => at.level(option) === Number.NEGATIVE_INFINITY;

/** What a rule does, by cell and gate. */
const doings = ({ effects }: Rule) =>
  new Map(
    effects.map(one =>
      one.kind === 'gate' ? [`-${one.option}`, 0] : [`${one.option} ${one.criterion}`, one.points],
    ),
  );

/** For each kind what there is to be found, by what it is about. */
function byDefinition(ruleSet: RuleSet, seen: readonly Seen[]): Partial<Record<AuditKind, string[]>> {
  const fires = (rule: Rule) => seen.map(({ at }) => at.fires.has(rule.id));
  const live = ruleSet.rules.filter(rule => fires(rule).some(Boolean));
  const pairs = live.flatMap(a => live.flatMap(b => (a === b ? [] : [[a, b] as const])));
  const isWithin = (a: Rule, b: Rule) => fires(a).every((yes, i) => !yes || fires(b)[i]);
  const isLike = (a: Rule, b: Rule) => isWithin(a, b) && isWithin(b, a);
  const doesAll = (a: Rule, b: Rule) =>
    [...doings(a)].every(([what, points]) => doings(b).get(what) === points);
  const cancels = (a: Rule, b: Rule) => {
    const shared = [...doings(a)].filter(([what]) => doings(b).has(what));
    return (
      shared.some(([, points]) => points !== 0) &&
      shared.every(([what, points]) => points + doings(b).get(what)! === 0)
    );
  };
  const ordered = pairs.filter(([a, b]) => a.id < b.id);
  const names = (list: readonly (readonly [Rule, Rule])[]) => list.map(([a, b]) => `${a.id},${b.id}`);
  const beats = (option: string) =>
    seen.some(
      ({ at }) => !isOut(at, option) && criteria.some(criterion => cellOf(at, option, criterion) > 0),
    );
  const leads = (option: string) =>
    seen.some(({ at }) => {
      const ranked = at.options.filter(other => other !== option && !isOut(at, other));
      const rows = ranked.map(other => criteria.map(c => cellOf(at, option, c) - cellOf(at, other, c)));
      return !isOut(at, option) && leadingWeights(rows, ruleSet.criteria.size, true) !== undefined;
    });
  return {
    'never-fires': ruleSet.rules.filter(rule => !live.includes(rule)).map(({ id }) => id),
    'always-fires': live.filter(rule => fires(rule).every(Boolean)).map(({ id }) => id),
    duplicate: names(ordered.filter(([a, b]) => isLike(a, b) && doesAll(a, b) && doesAll(b, a))),
    subsumed: names(
      pairs.filter(([a, b]) => isWithin(a, b) && doesAll(a, b) && !(isLike(a, b) && doesAll(b, a))),
    ),
    cancelling: names(ordered.filter(([a, b]) => isLike(a, b) && cancels(a, b))),
    'never-above-baseline': others.filter(option => !beats(option)),
    'never-leads': [...others, 'base'].filter(
      option => !leads(option) && (option === 'base' || beats(option)),
    ),
  };
}

const named = ({ about: { rules, options } }: AuditFinding) => (rules.length > 0 ? rules : options).join(',');

/** Of how many facts a situation differs from the neutral one. */
const away = (ruleSet: RuleSet, situation: ReadonlyMap<string, Value>) =>
  [...situation].filter(([id, value]) => ruleSet.facts.get(id)!.neutral !== value).length;

/** Random rules, and some made of them: again, turned round, and only where another fires as well. */
const rules: fc.Arbitrary<Partial<Rules>> = fc
  .tuple(rulesArbitrary, rulesArbitrary, fc.nat(2), fc.subarray(['again', 'against', 'within']))
  .map(([own, other, bounds, more]) => {
    const [first, last] = [own.rules![0]!, own.rules!.at(-1)!];
    const made: Record<string, WrittenRule> = {
      again: { ...first, when: { not: { not: first.when } } },
      against: {
        ...first,
        then: first.then.map(one => (one.points ? { ...one, points: -one.points } : one)),
      },
      within: { ...first, when: { all: [first.when, last.when] } },
    };
    const impossible = other.rules!.slice(0, bounds).map(({ when }) => when);
    return { ...own, impossible, rules: [...own.rules!, ...more.map(kind => made[kind]!)] };
  });

it('finds in random rule sets exactly what trying every possible situation finds, by situations as small', async () => {
  const times: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(rules, async written => {
      const ruleSet = withRules(written);
      const seen = await possibleSituations(ruleSet);
      fc.pre(seen.length > 0);
      const { kinds, findings } = await audit(ruleSet);
      expect(kinds.flatMap(({ undecided }) => undecided)).toEqual([]);
      for (const { kind } of findings) times[kind] = (times[kind] ?? 0) + 1;
      for (const [kind, wanted] of Object.entries(byDefinition(ruleSet, seen))) {
        const own = findings.filter(one => one.kind === kind);
        expect([kind, ...own.map(named).sort()]).toEqual([kind, ...wanted.sort()]);
      }
      const smallest = (shows: (at: Traced) => boolean) =>
        Math.min(...seen.filter(({ at }) => shows(at)).map(({ situation }) => away(ruleSet, situation)));
      for (const { kind, about, situation } of findings) {
        if (!situation) continue;
        expect(situation.smallest).toBe(true);
        // Options that are told together have the same smallest situation each.
        for (const option of kind === 'silent' ? about.options : ['']) {
          const speaks = ({ effects }: Rule) => effects.some(one => one.option === option);
          const shows: Partial<Record<AuditKind, (at: Traced) => boolean>> = {
            duplicate: at => about.rules.every(id => at.fires.has(id)),
            subsumed: at => about.rules.every(id => at.fires.has(id)),
            cancelling: at => about.rules.every(id => at.fires.has(id)),
            silent: at => ruleSet.rules.every(rule => !at.fires.has(rule.id) || !speaks(rule)),
          };
          if (shows[kind]) expect([kind, situation.differs.length]).toEqual([kind, smallest(shows[kind])]);
        }
      }
      const quiet = others.filter(option =>
        seen.some(({ at }) =>
          ruleSet.rules.every(
            ({ id, effects }) => !at.fires.has(id) || effects.every(one => one.option !== option),
          ),
        ),
      );
      const told = findings.filter(({ kind }) => kind === 'silent').flatMap(({ about }) => about.options);
      expect(told.sort()).toEqual(quiet);
    }),
    { numRuns: 40 },
  );
  const kinds = [
    'never-fires',
    'always-fires',
    'duplicate',
    'subsumed',
    'cancelling',
    'never-above-baseline',
    'never-leads',
    'silent',
  ];
  for (const kind of kinds) expect([kind, times[kind]! > 3]).toEqual([kind, true]);
}, 240_000);

it('says how far the points of each cell go, at both ends, with a smallest situation that goes too far', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(rules, async written => {
      const ruleSet = withRules(written);
      const seen = await possibleSituations(ruleSet);
      const { findings } = await audit(ruleSet, { wanted: kind => kind === 'saturates' });
      const wanted = others.flatMap(option =>
        criteria.flatMap(criterion =>
          [1, -1].flatMap(sign => {
            const far = seen.filter(({ at }) => sign * at.points(option, criterion) > 100);
            if (far.length === 0) return [];
            const most = Math.max(...far.map(({ at }) => sign * at.points(option, criterion)));
            const facts = Math.min(...far.map(({ situation }) => away(ruleSet, situation)));
            return [[option, criterion, `adds up to ${sign * most},`, facts]];
          }),
        ),
      );
      found += wanted.length;
      const told = findings.map(({ about, message, situation }) => [
        about.options[0],
        about.criteria[0],
        /adds up to -?\d+,/.exec(message)![0],
        situation!.differs.length,
      ]);
      expect(told).toEqual(wanted);
      for (const { situation } of findings) {
        const sum = situation!.rules.reduce((sum, { points }) => sum + points!, 0);
        expect(Math.abs(sum)).toBeGreaterThan(100);
      }
    }),
    { numRuns: 40 },
  );
  expect(found).toBeGreaterThan(20);
}, 240_000);

/** Two-valued truth in a situation. */
function holds(condition: Condition, sets: StepSets): boolean {
  switch (condition.kind) {
    case 'leaf':
      return (sets.get(condition.fact)! & condition.steps) !== 0n;
    case 'not':
      return !holds(condition.of, sets);
    case 'named':
      return holds(condition.of, sets);
    case 'all':
      return condition.of.every(part => holds(part, sets));
    case 'any':
      return condition.of.some(part => holds(part, sets));
  }
}

type Path = readonly (string | number)[];

/** A condition without the parts at some places. */
function without(condition: Condition, paths: readonly Path[]): Condition {
  if (condition.kind === 'leaf' || condition.kind === 'named') return condition;
  const below = (key: string | number) => paths.filter(([first]) => first === key).map(([, ...rest]) => rest);
  if (condition.kind === 'not') return { kind: 'not', of: without(condition.of, below('not')) };
  const inside = below(condition.kind);
  const gone = new Set(inside.filter(({ length }) => length === 1).map(([at]) => at));
  const of = condition.of.flatMap((part, at) =>
    gone.has(at)
      ? []
      : [
          without(
            part,
            inside.filter(([first]) => first === at).map(([, ...rest]) => rest),
          ),
        ],
  );
  return { kind: condition.kind, of };
}

/** The places of the parts of every `all` and `any` that has several. */
function places(condition: Condition, path: Path = []): Path[] {
  if (condition.kind === 'leaf' || condition.kind === 'named') return [];
  if (condition.kind === 'not') return places(condition.of, [...path, 'not']);
  const { kind, of } = condition;
  return of.flatMap((part, at) => [
    ...(of.length > 1 ? [[...path, kind, at]] : []),
    ...places(part, [...path, kind, at]),
  ]);
}

it('leaves out of conditions what changes nothing in any possible situation, and all of it', async () => {
  let left = 0;
  await fc.assert(
    fc.asyncProperty(rules, async written => {
      const ruleSet = withRules(written);
      const seen = await possibleSituations(ruleSet);
      const possible = possibilities(ruleSet);
      const isOpen = ({ when }: Rule) => new Set(seen.map(({ sets }) => holds(when, sets))).size === 2;
      const open = ruleSet.rules.filter(isOpen);
      const { findings } = await audit(ruleSet, { wanted: kind => kind === 'simplifiable' });
      for (const { id, when } of open) {
        const { needless } = needlessParts(when, possible);
        const own = findings.filter(({ about }) => about.rules[0] === id);
        expect(own).toHaveLength(needless.length);
        for (const { proof } of own)
          expect(proof).toMatch(/^(it is (always )?(true|false)|wherever it holds)/);
        left += needless.length;
        const truths = (condition: Condition) => seen.map(({ sets }) => holds(condition, sets));
        const plain = without(
          when,
          needless.map(({ path }) => path),
        );
        expect(truths(plain)).toEqual(truths(when));
        // Nothing more could be left out.
        for (const path of places(plain)) expect(truths(without(plain, [path]))).not.toEqual(truths(plain));
      }
      const told = new Set(findings.flatMap(({ about }) => about.rules));
      expect([...told].every(id => open.some(rule => rule.id === id))).toBe(true);
    }),
    { numRuns: 80 },
  );
  expect(left).toBeGreaterThan(20);
}, 240_000);

it('gives results that are sound by the schema', async () => {
  await fc.assert(
    fc.asyncProperty(rules, async written => {
      const ruleSet = withRules(written);
      const { id, version, title, hash } = ruleSet;
      const around = {
        format: 'verify/1',
        program: { name: 'demarche', version: '0' },
        ruleSet: { id, version, title, hash },
      };
      const result = { ...around, properties: [], audit: await audit(ruleSet), facts: {}, options: {} };
      expect(validateVerify(JSON.parse(JSON.stringify(result)))).toBe(true);
    }),
    { numRuns: 20 },
  );
}, 120_000);
