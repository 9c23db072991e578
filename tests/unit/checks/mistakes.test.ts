import { describe, expect, it } from 'vitest';
import { STARTER } from '../../../src/cli/starter.js';
import { loadRuleSet, loadScenario } from '../../../src/load.js';

/** One mistake: a text of a file, what it is replaced by, and what is said of it, at which words. */
type Mistake = [
  file: string,
  from: string | RegExp,
  to: string,
  code: string,
  underlined: string,
  said?: string,
];

const FOLDER = 'rules/example';
const RULE = 'then: [{ option: airlift, criterion: relief, points: 40 }]';

function ruleSetWith(file: string, from: string | RegExp, to: string) {
  const files = Object.entries(STARTER)
    .filter(([path]) => path.startsWith(`${FOLDER}/`))
    .map(([path, text]) => {
      if (path !== `${FOLDER}/${file}`) return { path, text };
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`nothing to replace in ${file}`);
      return { path, text: changed };
    });
  const extra = file === 'conditions.yaml' ? [{ path: `${FOLDER}/conditions.yaml`, text: to }] : [];
  return loadRuleSet(FOLDER, [...files, ...extra]);
}

function underlined({
  excerpt,
  column,
  endColumn,
  excerptColumn = 1,
}: {
  excerpt: string;
  column: number;
  endColumn: number;
  excerptColumn?: number;
}) {
  return excerpt.slice(column - excerptColumn, endColumn - excerptColumn);
}

const RULE_SET: Mistake[] = [
  [
    'rules/all.yaml',
    'fact: crossing, operator: atMost',
    'fact: crosing, operator: atMost',
    'rule-set/unknown-fact',
    'crosing',
    'did you mean `crossing`?',
  ],
  [
    'rules/all.yaml',
    '{ option: airlift, criterion: relief',
    '{ option: airlifts, criterion: relief',
    'rule-set/unknown-option',
    'airlifts',
    'did you mean `airlift`?',
  ],
  [
    'rules/all.yaml',
    'criterion: relief',
    'criterion: releif',
    'rule-set/unknown-criterion',
    'releif',
    'did you mean `relief`?',
  ],
  [
    'rules/all.yaml',
    '{ fact: crossing, operator: equal, value: open }',
    '{ condition: open-road }',
    'rule-set/unknown-condition',
    'open-road',
  ],
  [
    'rules/all.yaml',
    'sources: [own-judgement]',
    'sources: [own-judgment]',
    'rule-set/unknown-source',
    'own-judgment',
    'did you mean `own-judgement`?',
  ],
  ['rules/all.yaml', '{crossing}', '{crosing}', 'rule-set/unknown-fact', '{crosing}'],
  [
    'rules/all.yaml',
    'value: restricted',
    'value: restrictd',
    'rule-set/unknown-level',
    'restrictd',
    'did you mean `restricted`?',
  ],
  ['rules/all.yaml', 'value: 0.2', 'value: 2', 'rule-set/out-of-range', '2', 'it goes from 0 to 1'],
  ['rules/all.yaml', 'value: 0.2', "value: '0.2'", 'rule-set/wrong-value-type', "'0.2'", 'without quotes'],
  [
    'rules/all.yaml',
    'operator: equal, value: restricted',
    'operator: in, value: restricted',
    'schema/wrong-type',
    'restricted',
    'a list',
  ],
  ['facts.yaml', 'levels:', 'values:', 'rule-set/operator-type', 'atMost', 'needs an order'],
  ['rules/all.yaml', 'id: airlift-costs', 'id: airlift-reaches', 'rule-set/duplicate-id', 'airlift-reaches'],
  [
    'rules/all.yaml',
    'option: airlift, criterion: cost',
    'option: wait, criterion: cost',
    'rule-set/baseline-effect',
    'wait',
  ],
  [
    'rules/all.yaml',
    'option: negotiate, exclude',
    'option: wait, exclude',
    'rule-set/baseline-effect',
    'wait',
  ],
  [
    'rule-set.yaml',
    'baseline: wait',
    'baseline: weit',
    'rule-set/unknown-baseline',
    'weit',
    'did you mean `wait`?',
  ],
  [
    'rule-set.yaml',
    'weights: { relief: 70, cost: 30 }',
    'weights: { relief: 70 }',
    'rule-set/weights',
    'weights',
    'no weight for `cost`',
  ],
  [
    'rule-set.yaml',
    'weights: { relief: 70, cost: 30 }',
    'weights: { relief: 0, cost: 0 }',
    'rule-set/weights',
    'weights',
    'all weights are 0',
  ],
  [
    'rules/all.yaml',
    RULE,
    `then: [{ option: airlift, criterion: relief, points: 40 }, { option: airlift, criterion: relief, points: 2 }]`,
    'rule-set/duplicate-effect',
    'option',
  ],
  ['facts.yaml', 'between: [0, 0.6]', 'between: [0.6, 0]', 'rule-set/scale', '[0.6, 0]', 'from low to high'],
  [
    'facts.yaml',
    'levels: [closed, restricted, open]',
    'levels: [closed, restricted, open, unknown]',
    'rule-set/reserved',
    'unknown',
  ],
  [
    'facts.yaml',
    'anchors:',
    'prior: { probabilities: { closed: 0.5, open: 0.4 }, source: assumption }\n    anchors:',
    'rule-set/probabilities-sum',
    'probabilities',
    'sum to 0.9',
  ],
  ['facts.yaml', / {4}prior:.*\n/, '', 'rule-set/missing-prior', 'need'],
  ['facts.yaml', '      open: they pass within a day\n', '', 'rule-set/missing-anchor', 'crossing', '`open`'],
  [
    'facts.yaml',
    'range: [0, 1]',
    'range: [0, 1]\n    derive: [{ value: 0.1 }]',
    'rule-set/derived-prior',
    'prior',
  ],
  [
    'rules/all.yaml',
    '{ fact: need, operator: atLeast, value: 0.2 }',
    '{ fact: crossing, operator: above, value: restricted }',
    'rule-set/never-fires',
    'when',
  ],
  [
    'options.yaml',
    'negotiate:',
    'drop: { title: Drop, description: by parachute }\n  negotiate:',
    'rule-set/untouched-option',
    'drop',
  ],
  [
    'rule-set.yaml',
    '  cost: {',
    '  speed: { title: Speed, description: soon }\n  cost: {',
    'rule-set/untouched-criterion',
    'speed',
  ],
  [
    'facts.yaml',
    '  need:',
    '  season:\n    title: Season\n    question: Is it winter?\n    boolean: true\n    anchors: { "true": it is, "false": it is not }\n  need:',
    'rule-set/unread-fact',
    'season',
  ],
  [
    'rule-set.yaml',
    '\nsources:',
    '\nsources:\n  other: { title: Another, kind: book }',
    'rule-set/unused-source',
    'other',
  ],
];

describe('a mistake in a rule set', () => {
  it('is not in the rule set that `init` writes', () => {
    expect(ruleSetWith('rule-set.yaml', 'A small example', 'Another').diagnostics).toEqual([]);
  });

  it.each(RULE_SET)('%s: %s -> %s is %s', (file, from, to, code, words, said) => {
    const found = ruleSetWith(file, from, to).diagnostics.filter(one => one.code === code);
    expect(found.length, JSON.stringify(ruleSetWith(file, from, to).diagnostics)).toBeGreaterThan(0);
    expect(underlined(found[0]!.place!)).toBe(words);
    if (said !== undefined) expect(`${found[0]!.message} ${found[0]!.help}`).toContain(said);
  });

  it.each([
    [
      'conditions: { a: { title: A, when: { condition: b } }, b: { title: B, when: { condition: a } } }',
      'rule-set/condition-cycle',
    ],
    [
      'conditions: { a: { title: A, when: { fact: need, operator: above, value: 0 } } }',
      'rule-set/unused-condition',
    ],
  ])('conditions.yaml with %s is %s', (text, code) => {
    expect(ruleSetWith('conditions.yaml', '', text).diagnostics.map(one => one.code)).toContain(code);
  });

  it('is reported together with every other one', () => {
    const rules = STARTER[`${FOLDER}/rules/all.yaml`]!.replace('option: airlift', 'option: airlfit').replace(
      'fact: crossing',
      'fact: crosing',
    );
    const files = Object.entries(STARTER).map(([path, text]) => ({
      path,
      text: path.endsWith('all.yaml')
        ? rules
        : path.endsWith('rule-set.yaml')
          ? text.replace('baseline: wait', 'baseline: weit')
          : text,
    }));
    const codes = loadRuleSet(FOLDER, files).diagnostics.map(({ code }) => code);
    expect(codes).toEqual(['rule-set/unknown-baseline', 'rule-set/unknown-fact', 'rule-set/unknown-option']);
  });

  it('of a missing file is said once, without a cascade', () => {
    const files = Object.entries(STARTER)
      .filter(([path]) => !path.endsWith('facts.yaml'))
      .map(([path, text]) => ({ path, text }));
    expect(loadRuleSet(FOLDER, files).diagnostics.map(({ code }) => code)).toEqual(['file/missing']);
  });
});

const SCENARIO: [from: string | RegExp, to: string, code: string, underlined: string, said?: string][] = [
  [
    'crossing: restricted',
    'crosing: restricted',
    'scenario/unknown-fact',
    'crosing',
    'did you mean `crossing`?',
  ],
  [
    'crossing: restricted',
    'crossing: restrictd',
    'scenario/unknown-level',
    'restrictd',
    'did you mean `restricted`?',
  ],
  ['crossing: restricted', 'crossing: 3', 'scenario/wrong-value-type', '3'],
  [/need: .*/, "need: '0.2'", 'scenario/wrong-value-type', "'0.2'", 'without quotes'],
  [/need: .*/, 'need: 1.2', 'scenario/out-of-range', '1.2'],
  ['between: [0.1, 0.3]', 'between: [0.3, 0.1]', 'scenario/between', '[0.3, 0.1]'],
  ['likely: 0.25', 'likely: 0.35', 'scenario/between', '0.35', 'inside'],
  [
    'crossing: restricted',
    'crossing: { probabilities: { closed: 0.5, open: 0.4 }, note: x }',
    'scenario/probabilities-sum',
    'probabilities',
    '0.9',
  ],
  ['crossing: restricted', 'crossing: { between: [0, 1], note: x }', 'scenario/uncertainty-form', 'between'],
  [
    'crossing: restricted',
    'crossing: { value: open, likelihood: likley, note: x }',
    'scenario/unknown-likelihood',
    'likley',
    'did you mean `likely`?',
  ],
  [
    'crossing: restricted',
    'crossing: { value: open, confidence: low, likelihood: likely, note: x }',
    'scenario/uncertainty-form',
    'confidence',
  ],
  [
    /need: .*/,
    'need: { value: 0.2, likelihood: likely, note: x }',
    'scenario/likelihood-on-number',
    'likelihood',
  ],
  [
    'perspective: relief-agency',
    'perspective: relief-agncy',
    'scenario/unknown-perspective',
    'relief-agncy',
    'did you mean `relief-agency`?',
  ],
  [
    'perspective: relief-agency',
    'perspective: relief-agency\nweights: { relief: 1, cost: 1 }',
    'scenario/perspective-or-weights',
    'weights',
    'both',
  ],
  ['perspective: relief-agency\n', '', 'scenario/perspective-or-weights', 'id', 'neither'],
  ['perspective: relief-agency', 'weights: { relief: 1 }', 'scenario/weights', 'weights', '`cost`'],
  [
    'perspective: relief-agency',
    'weights: { relief: 1, cost: 1, spede: 2 }',
    'scenario/unknown-criterion',
    'spede',
  ],
  ['as-of: 2025-01-01', 'as-of: 2025-02-30', 'scenario/no-such-day', '2025-02-30', 'there is no'],
  ['facts:', 'leave-out: { wait: no }\nfacts:', 'scenario/baseline-left-out', 'wait'],
  [
    'facts:',
    'leave-out: { airlfit: no }\nfacts:',
    'scenario/unknown-option',
    'airlfit',
    'did you mean `airlift`?',
  ],
  [
    'facts:',
    'sources: { own-judgement: { title: T, kind: book } }\nfacts:',
    'scenario/source-clash',
    'own-judgement',
  ],
  ['note: two estimates differ', 'source: nobody-2020', 'scenario/unknown-source', 'nobody-2020'],
  [', note: two estimates differ', '', 'scenario/unsourced-fact', 'need'],
];

describe('a mistake in a scenario', () => {
  it.each(SCENARIO)('%s -> %s is %s', async (from, to, code, words, said) => {
    const { ruleSet } = ruleSetWith('rule-set.yaml', 'A small example', 'Another');
    const text = STARTER['scenarios/example.yaml']!.replace(from, to);
    const { diagnostics } = await loadScenario({ path: 'scenarios/example.yaml', text }, ruleSet!);
    const found = diagnostics.filter(one => one.code === code);
    expect(found.length, JSON.stringify(diagnostics)).toBe(1);
    expect(underlined(found[0]!.place!)).toBe(words);
    if (said !== undefined) expect(`${found[0]!.message} ${found[0]!.help}`).toContain(said);
  });
});

describe('derived facts and impossible situations', () => {
  const conditions =
    'impossible: [{ id: full-and-needy, because: an open crossing feeds everyone, when: { all: [{ fact: crossing, operator: equal, value: open }, { fact: need, operator: above, value: 0.5 }] } }]';
  const derived =
    '  strain:\n    title: Strain\n    question: How bad is it?\n    levels: [low, high]\n    anchors: { low: not bad, high: bad }\n    derive:\n      - { value: high, when: { fact: need, operator: atLeast, value: 0.4 } }\n      - { value: low }\n';
  const files = Object.entries(STARTER)
    .filter(([path]) => path.startsWith(FOLDER))
    .map(([path, text]) => ({ path, text: path.endsWith('facts.yaml') ? text + derived : text }))
    .concat([{ path: `${FOLDER}/conditions.yaml`, text: conditions }]);
  const load = async (facts: string) => {
    const { ruleSet, diagnostics } = loadRuleSet(FOLDER, files);
    expect(diagnostics.map(({ code }) => code)).toEqual(['rule-set/unread-fact']);
    const text = `${STARTER['scenarios/example.yaml']!.split('facts:')[0]}facts: ${facts}\n`;
    return (await loadScenario({ path: 'a.yaml', text }, ruleSet!)).diagnostics.map(({ code }) => code);
  };

  it.each([
    ['{ crossing: open, need: 0.6 }', ['scenario/impossible']],
    ['{ crossing: open, need: unknown }', []],
    ['{ crossing: closed, need: 0.6, strain: low }', ['scenario/derived-contradiction']],
    ['{ crossing: closed, need: unknown, strain: low }', ['scenario/derived-open']],
    ['{ crossing: closed, need: 0.1, strain: low }', []],
  ])('%s gives %j', async (facts, codes) => {
    expect(await load(facts)).toEqual(codes);
  });
});
