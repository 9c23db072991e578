import { describe, expect, it } from 'vitest';
import { loadExample, ruleText } from '../../support/example.js';

const SHUT = '{ fact: crossing, operator: equal, value: closed }';

/** Named conditions, each with the one before it so many times over. */
function doubling(count: number, kind: 'all' | 'any', times = 2): string {
  const named = Array.from({ length: count }, (_, i) => {
    const before = Array(times).fill(`{ condition: c${i} }`).join(', ');
    return `  c${i + 1}: { title: C, when: { ${kind}: [${before}] } }\n`;
  });
  return `conditions:\n  c0: { title: C, when: ${SHUT} }\n${named.join('')}`;
}

/** A file of rules with this condition. */
const rules = (count: number, when: string) =>
  `rules:\n${Array.from({ length: count }, (_, i) => ruleText(`x${i}`, when)).join('')}`;

function timed(changes: Parameters<typeof loadExample>[0]) {
  const start = performance.now();
  const { diagnostics } = loadExample(changes);
  return { ms: performance.now() - start, codes: diagnostics.map(({ code }) => code) };
}

describe('a small rule set that stands for a large one', () => {
  it.each(['all', 'any'] as const)(
    'is read where its named conditions double within the limit (%s)',
    kind => {
      const { codes } = timed({
        'conditions.yaml': doubling(10, kind),
        'rules/x.yaml': rules(1, '{ condition: c10 }'),
      });
      expect(codes).toEqual([]);
    },
  );

  it.each([
    ['a named condition', doubling(13, 'all'), rules(1, '{ condition: c13 }')],
    ['a rule', doubling(9, 'any'), rules(1, `{ all: [${Array(20).fill('{ condition: c9 }').join(', ')}] }`)],
  ])('is told so where %s is too large', (_, conditions, text) => {
    expect(timed({ 'conditions.yaml': conditions, 'rules/x.yaml': text }).codes).toEqual([
      'rule-set/condition-too-large',
    ]);
  });

  it('is told so where all rules together are too large', () => {
    const { codes } = timed({
      'conditions.yaml': doubling(9, 'any'),
      'rules/x.yaml': rules(60, '{ condition: c9 }'),
    });
    expect(codes).toEqual(['rule-set/conditions-too-large']);
  });

  it.each([
    [90, []],
    [900, ['rule-set/condition-too-large']],
  ])('is answered in seconds, not minutes, where %i named conditions make a chain', (length, told) => {
    const { ms, codes } = timed({
      'conditions.yaml': doubling(length, 'all', 1),
      'rules/x.yaml': rules(1, `{ condition: c${length} }`),
    });
    expect(codes).toEqual(told);
    expect(ms).toBeLessThan(20_000);
  });
});

describe('a large rule set', () => {
  it('of 10,000 rules is read in a few seconds', () => {
    const files = Array.from({ length: 10 }, (_, file) => {
      const texts = Array.from({ length: 1000 }, (_, i) =>
        ruleText(`x${file}-${i}`, `{ fact: need, operator: atLeast, value: 0.${1 + ((file * 7 + i) % 99)} }`),
      );
      return [`rules/f${file}.yaml`, `rules:\n${texts.join('')}`] as const;
    });
    const { ms, codes } = timed(Object.fromEntries(files));
    // There are but 99 thresholds.
    expect(new Set(codes)).toEqual(new Set(['rule-set/duplicate-rule']));
    expect(ms).toBeLessThan(60_000);
  });

  it('full of misspellings is answered as soon', () => {
    const facts = Array.from(
      { length: 490 },
      (_, i) =>
        `  some-longer-fact-${i}: { title: D, question: q, boolean: true, anchors: { 'true': a, 'false': b } }\n`,
    );
    const rules = Array.from({ length: 1000 }, (_, i) =>
      ruleText(`x${i}`, `{ fact: some-longer-fact-${1000 + i}, operator: equal, value: true }`),
    );
    const { ms, codes } = timed({
      'facts.yaml': text => text + facts.join(''),
      'rules/x.yaml': `rules:\n${rules.join('')}`,
    });
    expect(codes.filter(code => code === 'rule-set/unknown-fact')).toHaveLength(1000);
    expect(ms).toBeLessThan(30_000);
  });
});
