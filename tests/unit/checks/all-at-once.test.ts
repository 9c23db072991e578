import { describe, expect, it } from 'vitest';
import { type Change, loadExample, scenarioFindings, underlined } from '../../support/example.js';

const codes = (changes: Record<string, Change>) => loadExample(changes).diagnostics.map(({ code }) => code);
const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
/** Mistakes that need nothing of the head: a fact, an option and a level. */
const RULES = (text: string) =>
  text
    .replace('fact: crossing,', 'fact: crosing,')
    .replace('option: airlift,', 'option: airlfit,')
    .replace('value: open', 'value: opn');
const TOLD = ['rule-set/unknown-fact', 'rule-set/unknown-option', 'rule-set/unknown-level'];

describe('a head that is wrong hides nothing else', () => {
  it.each<[string, Change, string[]]>([
    ['lacks a key', replace('version: 0.1.0\n', ''), ['schema/missing-key']],
    ['has a wrong one', replace('baseline: wait', 'baseline: 3'), ['schema/wrong-type']],
    ['lacks its criteria', replace(/criteria:\n.*\n.*\n/, ''), ['schema/missing-key']],
    ['is no YAML', replace('title: A small example', 'title: A: b'), ['yaml/syntax']],
    ['is not there', null, ['file/missing']],
    ['is a list', '- a\n', ['schema/wrong-type']],
  ])('where it %s', (_, head, own) => {
    expect(codes({ 'rule-set.yaml': head, 'rules/all.yaml': RULES })).toEqual([...own, ...TOLD]);
  });

  it('nor do cycles hide', () => {
    const conditions = 'conditions: { a: { title: A, when: { condition: a } } }\n';
    expect(
      codes({ 'rule-set.yaml': replace('version: 0.1.0\n', ''), 'conditions.yaml': conditions }),
    ).toEqual(['rule-set/condition-cycle', 'schema/missing-key']);
  });
});

describe('a situation that is impossible', () => {
  const conditions = `impossible:
  - id: full-and-needy
    because: an open crossing feeds everyone
    when: { all: [{ fact: crossing, operator: equal, value: open }, { fact: need, operator: above, value: 0.5 }] }
`;
  const airport = (text: string) =>
    `${text}  airport:\n    title: A\n    question: Q\n    boolean: true\n    anchors: { 'true': a, 'false': b }\n`;
  const rules = (text: string) =>
    text.replace(
      'when: { fact: need, operator: above, value: 0 }',
      'when: { any: [{ fact: need, operator: above, value: 0 }, { fact: airport, operator: equal, value: true }] }',
    );
  const changes = { 'conditions.yaml': conditions, 'facts.yaml': airport, 'rules/all.yaml': rules };
  const told = async (facts: string) =>
    (await scenarioFindings(facts, changes)).map(one => [one.code, underlined(one.place!), one.help]);

  it('is shown at the first of its facts, which are named with their values', async () => {
    expect(await told('{ airport: true, need: 0.6, crossing: open }')).toEqual([
      [
        'scenario/impossible',
        '0.6',
        '`need` is `0.6`, `crossing` is `open` (`full-and-needy` in the rule set)',
      ],
    ]);
  });

  it('is only a warning where it is the best estimates that are', async () => {
    expect(await told('{ need: { between: [0.4, 0.8], likely: 0.6, note: n }, crossing: open }')).toEqual([
      [
        'scenario/impossible-estimate',
        '{ between: [0.4, 0.8], likely: 0.6, note: n }',
        '`need` is `0.6`, `crossing` is `open` (`full-and-needy` in the rule set)',
      ],
    ]);
  });

  it('is told beside a mistake in another fact, and not where the mistake is in one of its own', async () => {
    expect((await told('{ airport: 3, need: 0.6, crossing: open }')).map(([code]) => code)).toEqual([
      'scenario/wrong-value-type',
      'scenario/impossible',
    ]);
    expect((await told('{ need: 6, crossing: open }')).map(([code]) => code)).toEqual([
      'scenario/out-of-range',
    ]);
  });
});
