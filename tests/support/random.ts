import fc from 'fast-check';
import { stringify } from 'yaml';
import type { SourceText } from '../../src/source/source-file.js';

const LEVELS = ['none', 'low', 'high'];
const VALUES = ['red', 'green', 'blue'];
const FACTS = { level: LEVELS, colour: VALUES, yes: [true, false] } as const;

const leaf = fc.oneof(
  fc.record({
    fact: fc.constant('level'),
    operator: fc.constantFrom('equal', 'notEqual', 'atLeast', 'atMost', 'above', 'below'),
    value: fc.constantFrom(...LEVELS),
  }),
  fc.record({
    fact: fc.constant('colour'),
    operator: fc.constantFrom('in', 'notIn'),
    value: fc.subarray(VALUES, { minLength: 1 }),
  }),
  fc.record({
    fact: fc.constant('yes'),
    operator: fc.constantFrom('equal', 'notEqual'),
    value: fc.boolean(),
  }),
  fc.record({
    fact: fc.constant('share'),
    operator: fc.constantFrom('atLeast', 'atMost', 'above', 'below', 'equal'),
    value: fc.constantFrom(0.2, 0.5, 0.8),
  }),
  fc.record({
    fact: fc.constant('derived'),
    operator: fc.constantFrom('equal', 'notEqual'),
    value: fc.constantFrom('small', 'large'),
  }),
);

const condition = fc.letrec<{ node: object }>(tie => ({
  node: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
    fc.constant({ condition: 'named' }),
  ),
})).node;

const points = fc.integer({ min: -100, max: 100 }).filter(p => p !== 0);
const scored = fc.record({
  option: fc.constantFrom('a', 'b', 'c'),
  criterion: fc.constantFrom('x', 'y'),
  points,
});
const gate = fc.record({ option: fc.constantFrom('b', 'c'), exclude: fc.constant(true) });
const rule = fc.record({
  when: condition,
  then: fc.tuple(fc.oneof({ weight: 6, arbitrary: scored }, { weight: 1, arbitrary: gate })),
});

/** A random rule set over facts of every type, as data; its rules have ids `r0`, `r1` … */
export const rulesArbitrary = fc.array(rule, { minLength: 1, maxLength: 12 });

/** A random scenario's facts: certain, unknown, between, likely, and words of likelihood. */
export const factsArbitrary = fc.record({
  level: fc.oneof(
    fc.constantFrom(...LEVELS, 'unknown'),
    fc.record({
      value: fc.constantFrom(...LEVELS),
      confidence: fc.constantFrom('low', 'medium'),
      note: fc.constant('n'),
    }),
  ),
  colour: fc.constantFrom(...VALUES, 'unknown'),
  yes: fc.oneof(
    fc.boolean(),
    fc.constant('unknown'),
    fc.record({
      value: fc.boolean(),
      likelihood: fc.constantFrom('unlikely', 'likely', 'realistic possibility'),
      note: fc.constant('n'),
    }),
  ),
  share: fc.oneof(
    fc.constantFrom(0, 0.2, 0.35, 0.5, 0.9, 'unknown'),
    fc.constant({ between: [0.1, 0.6], note: 'n' }),
    fc.constant({ between: [0.1, 0.6], likely: 0.5, note: 'n' }),
  ),
});

/** Every possible value of each fact that a scenario leaves open, for completions. */
export const DOMAIN = { ...FACTS, share: [0, 0.1, 0.15, 0.2, 0.35, 0.5, 0.55, 0.6, 0.8, 0.9, 1] } as const;

const ANCHORS = (words: readonly unknown[]) => Object.fromEntries(words.map(word => [String(word), 'so']));

/** The texts of a rule set with these rules. */
export function ruleSetFiles(
  rules: readonly { when: object; then: readonly object[] }[],
  reversed = false,
): SourceText[] {
  const order = <T>(list: readonly T[]) => (reversed ? [...list].reverse() : [...list]);
  const map = (entries: Record<string, unknown>) => Object.fromEntries(order(Object.entries(entries)));
  const listed = rules.map((one, i) => ({
    id: `r${i}`,
    title: `Rule ${i}`,
    ...one,
    because: 'it is so',
    evidence: 'weak',
    sources: ['s'],
  }));
  const files = {
    'rule-set.yaml': {
      ...{
        id: 'random',
        version: '0.1.0',
        title: 'T',
        summary: 'S',
        baseline: 'base',
        'points-scale': { 10: 'a', 100: 'b' },
      },
      evidence: { strong: 0.2, moderate: 0.4, weak: 0.8 },
      confidence: { high: 1, medium: 0.8, low: 0.6 },
      criteria: map({ x: { title: 'X', description: 'x' }, y: { title: 'Y', description: 'y' } }),
      perspectives: map({
        p: { title: 'P', because: 'p', weights: { x: 2, y: 1 } },
        q: { title: 'Q', because: 'q', weights: { x: 0, y: 1 } },
      }),
      sources: { s: { title: 'S', kind: 'book' } },
    },
    'facts.yaml': {
      facts: map({
        level: { title: 'L', question: 'Q', levels: LEVELS, anchors: ANCHORS(LEVELS) },
        colour: { title: 'C', question: 'Q', values: VALUES, anchors: ANCHORS(VALUES) },
        yes: { title: 'Y', question: 'Q', boolean: true, anchors: ANCHORS([true, false]) },
        share: {
          title: 'S',
          question: 'Q',
          range: [0, 1],
          unit: 'share',
          prior: { between: [0, 1], source: 'assumption' },
        },
        derived: {
          title: 'D',
          question: 'Q',
          levels: ['small', 'large'],
          anchors: ANCHORS(['small', 'large']),
          derive: [
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
        },
      }),
    },
    'options.yaml': {
      options: map(
        Object.fromEntries(['base', 'a', 'b', 'c'].map(id => [id, { title: id, description: id }])),
      ),
    },
    'conditions.yaml': {
      conditions: { named: { title: 'N', when: { fact: 'level', operator: 'atLeast', value: 'low' } } },
    },
    'rules/all.yaml': { rules: order(listed) },
  };
  return order(Object.entries(files)).map(([path, data]) => ({
    path: `random/${path}`,
    text: stringify(data, { aliasDuplicateObjects: false }),
  }));
}

/** The text of a scenario with these facts. */
export function scenarioText(facts: object, perspective = 'p'): SourceText {
  const data = { id: 's', title: 'S', 'rule-set': 'random', 'as-of': '2025-01-01', perspective, facts };
  return { path: 's.yaml', text: stringify(data) };
}
