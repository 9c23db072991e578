import { describe, expect, it } from 'vitest';
import { loadExample, ruleText, underlined } from '../../support/example.js';

/** A fact that is derived from the need, and a combination that cannot be. */
const STRAIN = `  strain:
    title: Strain
    question: How bad is it?
    levels: [low, middle, high]
    anchors: { low: not bad, middle: so so, high: bad }
    derive:
      - { value: high, when: { fact: need, operator: atLeast, value: 0.4 } }
      - { value: middle, when: { fact: need, operator: atLeast, value: 0.2 } }
      - { value: low }
`;
const IMPOSSIBLE = `conditions: {}
impossible:
  - id: shut-and-full
    because: nobody is left behind an open crossing
    when: { all: [{ fact: crossing, operator: equal, value: open }, { fact: need, operator: above, value: 0.9 }] }
`;
const need = (operator: string, value: number) => `{ fact: need, operator: ${operator}, value: ${value} }`;
const strain = (operator: string, value: string) =>
  `{ fact: strain, operator: ${operator}, value: ${value} }`;
const crossing = (value: string) => `{ fact: crossing, operator: equal, value: ${value} }`;

/** What is found of one more rule, or of several: the code, and the words underlined. */
function found(rules: string, conditions: string | null = null) {
  const { diagnostics } = loadExample({
    'facts.yaml': text => text + STRAIN,
    'rules/x.yaml': `rules:\n${rules}`,
    ...(conditions !== null && { 'conditions.yaml': conditions }),
  });
  const strainIsScored = diagnostics.filter(({ code }) => code !== 'rule-set/unread-fact');
  return strainIsScored.map(({ code, place }) => [code, underlined(place!)]);
}
const when = (condition: string) => found(ruleText('x', condition, '{ option: airlift, exclude: true }'));

describe('a part of a condition that changes nothing', () => {
  const needless = (words: string) => [['rule-set/needless-condition', words]];
  it.each([
    [`{ all: [${need('atLeast', 0.2)}, ${need('above', 0.1)}] }`, need('above', 0.1)],
    [`{ any: [${need('atLeast', 0.2)}, ${need('above', 0.5)}] }`, need('above', 0.5)],
    // Of two that say the same it is the later.
    [
      `{ all: [${need('above', 0)}, { not: ${need('equal', 0)} }, ${crossing('open')}] }`,
      `{ not: ${need('equal', 0)} }`,
    ],
    // By what the fact is derived from.
    [`{ all: [${strain('atLeast', 'middle')}, ${need('atLeast', 0.1)}] }`, need('atLeast', 0.1)],
    // Inside another condition, where it is asked only beside what stands around it.
    [
      `{ any: [${crossing('open')}, { all: [{ not: ${crossing('open')} }, ${need('atLeast', 0.3)}] }] }`,
      `{ not: ${crossing('open')} }`,
    ],
    // One that can never hold adds nothing to an \`any\`.
    [
      `{ any: [${crossing('open')}, { all: [${need('above', 0.5)}, ${need('below', 0.4)}] }] }`,
      `{ all: [${need('above', 0.5)}, ${need('below', 0.4)}] }`,
    ],
  ])('is found in %s', (condition, words) => {
    expect(when(condition)).toEqual(needless(words));
  });

  it.each([
    `{ all: [${need('atLeast', 0.2)}, ${crossing('open')}] }`,
    `{ any: [${need('atLeast', 0.2)}, ${crossing('open')}] }`,
    `{ all: [${strain('equal', 'middle')}, ${need('atLeast', 0.3)}] }`,
    crossing('open'),
  ])('is none of %s', condition => {
    expect(when(condition)).toEqual([]);
  });
});

describe('a rule that holds whatever the facts are', () => {
  it.each([
    need('atLeast', 0),
    `{ any: [${crossing('open')}, { not: ${crossing('open')} }] }`,
    `{ any: [${strain('atLeast', 'middle')}, ${need('below', 0.2)}] }`,
  ])('is found: %s', condition => {
    expect(when(condition)).toEqual([['rule-set/always-fires', 'id']]);
  });
});

describe('a rule for what is impossible', () => {
  const rule = (condition: string) => ruleText('x', condition, '{ option: negotiate, exclude: true }');
  const both = (value: number) => `{ all: [${crossing('open')}, ${need('atLeast', value)}] }`;

  it('never fires, and one that only comes near to it does', () => {
    expect(found(rule(both(0.95)), IMPOSSIBLE)).toEqual([['rule-set/never-fires', 'id']]);
    expect(found(rule(both(0.8)), IMPOSSIBLE)).toEqual([]);
    expect(found(rule(both(0.95)))).toEqual([]);
  });

  it('is told once if it contradicts itself, and not where nothing is possible at all', () => {
    const self = `{ all: [${both(0.95)}, ${need('below', 0.5)}] }`;
    expect(found(rule(self), IMPOSSIBLE)).toEqual([['rule-set/never-fires', 'when']]);
    const nothing = `${IMPOSSIBLE}  - { id: all, because: so, when: ${need('atLeast', 0)} }\n`;
    expect(found(rule(both(0.95)), nothing)).toEqual([['rule-set/nothing-possible', 'id']]);
  });
});

describe('two rules with the same effects', () => {
  const [cells, others] = [
    '{ option: negotiate, criterion: relief, points: 7 }',
    '{ option: negotiate, criterion: relief, points: 8 }',
  ];
  const one = ruleText('x', `{ all: [${crossing('open')}, ${strain('equal', 'low')}] }`, cells);

  it('are duplicates where they fire in the same situations, however that is put', () => {
    const other = ruleText(
      'y',
      `{ not: { any: [${strain('above', 'low')}, { not: ${crossing('open')} }] } }`,
      cells,
    );
    expect(found(one + other)).toEqual([['rule-set/duplicate-rule', 'id']]);
  });

  it('are none where one of them fires alone, or does something else', () => {
    expect(found(one + ruleText('y', crossing('open'), cells))).toEqual([]);
    expect(
      found(one + ruleText('y', `{ all: [${crossing('open')}, ${strain('equal', 'low')}] }`, others)),
    ).toEqual([]);
  });
});
