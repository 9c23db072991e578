import fc from 'fast-check';
import { stringify } from 'yaml';
import type { SourceText } from '../../src/source/source-file.js';

/** A value of a fact, as a file has it. */
export type Word = string | number | boolean;

/** A condition as an author writes it. */
export interface WrittenCondition {
  all?: WrittenCondition[];
  any?: WrittenCondition[];
  not?: WrittenCondition;
  condition?: string;
  fact?: string;
  operator?: string;
  value?: Word | Word[];
}

/** An effect as an author writes it. */
export interface WrittenEffect {
  option?: string;
  options?: string[];
  criterion?: string;
  points?: number;
  exclude?: true;
}

/** One entry of a derived fact. */
export interface WrittenEntry {
  value: Word;
  when?: WrittenCondition;
}

/** What of a rule set varies from test to test. */
export interface Rules {
  rules: { when: WrittenCondition; then: WrittenEffect[] }[];
  named: WrittenCondition;
  impossible: WrittenCondition[];
  derived: WrittenEntry[];
  twice: WrittenEntry[];
  weights: { p: Record<string, number>; q: Record<string, number> };
  scale: 'phia' | 'icd-203';
  criteria: string[];
  options: string[];
}

/** What of a scenario varies from test to test. */
export interface Said {
  facts: Record<string, unknown>;
  perspective?: string;
  weights?: Record<string, number>;
  leaveOut?: Record<string, string>;
}

export const LEVELS = ['none', 'low', 'high'];
export const VALUES = ['red', 'green', 'blue'];
/** Every value of each fact that scenarios state; of the number, all multiples of 0.05. */
export const DOMAIN: Record<string, Word[]> = {
  level: LEVELS,
  colour: VALUES,
  yes: [true, false],
  share: Array.from({ length: 21 }, (_, i) => i / 20),
};
/** Every value of each derived fact: `derived` is ordered, `twice` is not and may read `derived`. */
export const DERIVED: Record<string, Word[]> = { derived: ['small', 'large'], twice: ['calm', 'tense'] };

const leafOf = (fact: string, values: Word[], ordered: boolean): fc.Arbitrary<WrittenCondition> => {
  const one = ['equal', 'notEqual', ...(ordered ? ['atLeast', 'atMost', 'above', 'below'] : [])];
  return fc.oneof(
    fc.record({
      fact: fc.constant(fact),
      operator: fc.constantFrom(...one),
      value: fc.constantFrom(...values),
    }),
    fc.record({
      fact: fc.constant(fact),
      operator: fc.constantFrom('in', 'notIn'),
      value: fc.subarray(values, { minLength: 1 }),
    }),
  );
};

const stated = [
  leafOf('level', LEVELS, true),
  leafOf('colour', VALUES, false),
  leafOf('yes', [true, false], false),
  leafOf('share', [0.2, 0.5, 0.8], true),
];
const derivedLeaf = leafOf('derived', DERIVED.derived!, true);
const twiceLeaf = leafOf('twice', DERIVED.twice!, false);
const named: fc.Arbitrary<WrittenCondition> = fc.constant({ condition: 'named' });

const conditionOver = (leaves: fc.Arbitrary<WrittenCondition>[], maxDepth: number) =>
  fc.letrec<{ node: WrittenCondition }>(tie => ({
    node: fc.oneof(
      { maxDepth },
      fc.oneof(...leaves),
      fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('node') }),
    ),
  })).node;

const entriesOver = (values: Word[], leaves: fc.Arbitrary<WrittenCondition>[]) =>
  fc
    .tuple(
      fc.array(fc.record({ value: fc.constantFrom(...values), when: conditionOver(leaves, 1) }), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.record({ value: fc.constantFrom(...values) }),
    )
    .map(([entries, last]): WrittenEntry[] => [...entries, last]);

const points = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: -100, max: -1 }));
const scored = fc.record({
  options: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
  criterion: fc.constantFrom('x', 'y', 'z'),
  points,
});
const gate = fc.record({ option: fc.constantFrom('b', 'c'), exclude: fc.constant(true as const) });
const effect: fc.Arbitrary<WrittenEffect> = fc.oneof(
  { weight: 7, arbitrary: scored },
  { weight: 1, arbitrary: gate },
);
const effects = fc.uniqueArray(effect, {
  minLength: 1,
  maxLength: 3,
  selector: ({ criterion }) => criterion ?? 'gate',
});

const weights = fc
  .record({ x: fc.nat(3), y: fc.nat(3), z: fc.nat(3) })
  .filter(({ x, y, z }) => x + y + z > 0);

/** Random rules over facts of every type, with derived facts, several effects a rule, gates and weights of zero. */
export const rulesArbitrary: fc.Arbitrary<Partial<Rules>> = fc.record({
  rules: fc.array(
    fc.record({ when: conditionOver([...stated, derivedLeaf, twiceLeaf, named], 3), then: effects }),
    { minLength: 1, maxLength: 10 },
  ),
  named: conditionOver([...stated, derivedLeaf], 1),
  impossible: fc.oneof(
    { weight: 4, arbitrary: fc.constant<WrittenCondition[]>([]) },
    { weight: 1, arbitrary: conditionOver([...stated, derivedLeaf], 2).map(one => [one]) },
  ),
  derived: entriesOver(DERIVED.derived!, stated),
  twice: entriesOver(DERIVED.twice!, [...stated, derivedLeaf, named]),
  weights: fc.record({ p: weights, q: weights }),
  scale: fc.constantFrom('phia', 'icd-203'),
});

const note = fc.constant('n');
const wordly = (values: Word[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<unknown>(...values) },
    { weight: 2, arbitrary: fc.constant('unknown') },
    {
      weight: 1,
      arbitrary: fc.record({
        value: fc.constantFrom(...values),
        likelihood: fc.constantFrom('unlikely', 'likely', 'almost certain'),
        note,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        value: fc.constantFrom(...values),
        confidence: fc.constantFrom('low', 'medium', 'high'),
        note,
      }),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.shuffledSubarray(values, { minLength: 2, maxLength: 2 }), fc.constantFrom(0, 0.3, 0.5, 0.6))
        .map(([[one, other], p]) => ({
          probabilities: { [String(one)]: p, [String(other)]: 1 - p },
          note: 'n',
        })),
    },
  );

const number: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...DOMAIN.share!),
  fc.constant('unknown'),
  fc.record({ value: fc.constantFrom(0.2, 0.65), confidence: fc.constantFrom('low', 'medium'), note }),
  fc.subarray(DOMAIN.share!, { minLength: 2, maxLength: 2 }).map(between => ({ between, note: 'n' })),
  fc
    .subarray(DOMAIN.share!, { minLength: 3, maxLength: 3 })
    .map(([low, likely, high]) => ({ between: [low, high], likely, note: 'n' })),
);

/** What a random scenario states of its facts: every form of uncertainty, and now and then a derived fact. */
export const factsArbitrary: fc.Arbitrary<Record<string, unknown>> = fc.record(
  { level: wordly(LEVELS), colour: wordly(VALUES), yes: wordly([true, false]), share: number },
  { requiredKeys: ['level', 'colour', 'yes'] },
);

/** A random scenario: a perspective or weights of its own, and sometimes options left out. */
export const saidArbitrary: fc.Arbitrary<Said> = fc
  .tuple(
    factsArbitrary,
    fc.oneof(
      fc.constantFrom('p', 'q').map(perspective => ({ perspective })),
      weights.map(weights => ({ weights })),
    ),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: fc.subarray(['a', 'b', 'c'], { minLength: 1 }) },
    ),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: fc.constantFrom(...DERIVED.derived!).map(derived => ({ derived })) },
    ),
  )
  .map(([facts, judged, left, derived]) => ({
    facts: { ...facts, ...derived },
    ...judged,
    leaveOut: Object.fromEntries(left.map(option => [option, 'so'])),
  }));

/** The plainest rule set: `yes` speaks for `a`, and `derived` is large where `share` is above 0.5 and `yes` holds. */
export const PLAIN: Rules = {
  rules: [
    {
      when: { fact: 'yes', operator: 'equal', value: true },
      then: [{ option: 'a', criterion: 'x', points: 30 }],
    },
  ],
  named: { fact: 'level', operator: 'atLeast', value: 'low' },
  impossible: [],
  derived: [
    {
      value: 'large',
      when: {
        all: [
          { fact: 'share', operator: 'above', value: 0.5 },
          { fact: 'yes', operator: 'equal', value: true },
        ],
      },
    },
    { value: 'small' },
  ],
  twice: [
    { value: 'tense', when: { fact: 'derived', operator: 'equal', value: 'large' } },
    { value: 'calm' },
  ],
  weights: { p: { x: 2, y: 1, z: 0 }, q: { x: 0, y: 1, z: 0 } },
  scale: 'phia',
  criteria: ['x', 'y', 'z'],
  options: ['base', 'a', 'b', 'c'],
};

const anchors = (words: readonly Word[]) => Object.fromEntries(words.map(word => [String(word), 'so']));
const titled = (ids: readonly string[]) =>
  Object.fromEntries(ids.map(id => [id, { title: id, description: id }]));

/** The files of a rule set, as data by path. Priors point where no scenario does, to show that they narrow nothing. */
export function ruleSetData(rules: Partial<Rules>): Record<string, object> {
  const one = { ...PLAIN, ...rules };
  const perspective = (weights: object) => ({ title: 'P', because: 'p', weights });
  const fact = { title: 'F', question: 'Q' };
  return {
    'rule-set.yaml': {
      id: 'random',
      version: '0.1.0',
      title: 'T',
      summary: 'S',
      baseline: 'base',
      'points-scale': { 10: 'a', 100: 'b' },
      evidence: { strong: 0.2, moderate: 0.4, weak: 0.8 },
      confidence: { high: 1, medium: 0.8, low: 0.6 },
      'likelihood-scale': one.scale,
      criteria: titled(one.criteria),
      perspectives: { p: perspective(one.weights.p), q: perspective(one.weights.q) },
      sources: { s: { title: 'S', kind: 'book' }, t: { title: 'T', kind: 'book' } },
    },
    'facts.yaml': {
      facts: {
        level: {
          ...fact,
          levels: LEVELS,
          anchors: anchors(LEVELS),
          prior: { probabilities: { low: 1 }, source: 'assumption' },
        },
        colour: { ...fact, values: VALUES, anchors: anchors(VALUES) },
        yes: { ...fact, boolean: true, anchors: anchors([true, false]) },
        share: {
          ...fact,
          range: [0, 1],
          unit: 'share',
          prior: { between: [0.6, 0.7], source: 'assumption' },
        },
        derived: {
          ...fact,
          levels: DERIVED.derived,
          anchors: anchors(DERIVED.derived!),
          derive: one.derived,
        },
        twice: { ...fact, values: DERIVED.twice, anchors: anchors(DERIVED.twice!), derive: one.twice },
      },
    },
    'options.yaml': { options: titled(one.options) },
    'conditions.yaml': {
      conditions: { named: { title: 'N', when: one.named } },
      ...(one.impossible.length > 0 && {
        impossible: one.impossible.map((when, i) => ({ id: `i${i}`, when, because: 'it cannot be' })),
      }),
    },
    'rules/all.yaml': {
      rules: one.rules.map((rule, i) => ({
        id: `r${i}`,
        title: `Rule ${i}`,
        ...rule,
        because: 'it is so',
        evidence: 'weak',
        sources: ['s', 't'],
      })),
    },
  };
}

/** A scenario file, as data. */
export function scenarioData({ facts, leaveOut = {}, ...judged }: Said): object {
  return {
    ...{ id: 's', title: 'S', 'rule-set': 'random', 'as-of': '2025-01-01' },
    ...('weights' in judged || 'perspective' in judged ? judged : { perspective: 'p' }),
    ...(Object.keys(leaveOut).length > 0 && { 'leave-out': leaveOut }),
    facts,
  };
}

/** The texts of the files of a rule set, whose folder is `random`. */
export function textsOf(data: Record<string, object>): SourceText[] {
  return Object.entries(data).map(([path, file]) => textOf(`random/${path}`, file));
}

/** The text of one file. */
export function textOf(path: string, data: object): SourceText {
  return { path, text: stringify(data, { aliasDuplicateObjects: false }) };
}
