import { describe, expect, it } from 'vitest';
import { type Change, loadExample, scenarioFindings, underlined } from '../../support/example.js';

/** A change of a file, and all that is said of it: code, underlined words, message and help. */
type Said = [code: string, words: string, message?: string | RegExp, help?: string];

const RULES = 'rules/all.yaml';
const WHEN = '{ fact: need, operator: above, value: 0 }';

function said(changes: Record<string, Change>) {
  return loadExample(changes).diagnostics.map(({ code, place, message, help }) => [
    code,
    underlined(place!),
    message,
    help,
  ]);
}

function expectSaid(found: unknown[][], expected: Said[]) {
  expect(found.map(([code, words]) => [code, words])).toEqual(expected.map(([code, words]) => [code, words]));
  expected.forEach(([, , message, help], i) => {
    if (message !== undefined) expect(found[i]![2]).toMatch(message);
    if (help !== undefined) expect(found[i]![3]).toBe(help);
  });
}

const fact = (from: string | RegExp, to: string) => ({
  'facts.yaml': (text: string) => text.replace(from, () => to),
});
const head = (from: string | RegExp, to: string) => ({
  'rule-set.yaml': (text: string) => text.replace(from, () => to),
});
const rule = (from: string | RegExp, to: string) => ({
  [RULES]: (text: string) => text.replace(from, () => to),
});
const reason = (text: string) => rule(/because: flying.*/, `because: ${text}`);
const prior = (text: string) =>
  fact('    anchors:', `    prior: { ${text}, source: assumption }\n    anchors:`);

describe('each mistake is said once, with its own code, at its own place', () => {
  it.each<[string, Record<string, Change>, Said[]]>([
    [
      'an unknown level in a prior',
      prior('probabilities: { closd: 1 }'),
      [['rule-set/unknown-level', 'closd', '`closd` is not a level of `crossing`', 'did you mean `closed`?']],
    ],
    ['levels with the prior of a number', prior('between: [0, 1]'), [['rule-set/prior-form', 'between']]],
    [
      'a number with the prior of levels',
      fact('between: [0, 0.6], likely: 0.2', 'probabilities: { low: 1 }'),
      [['rule-set/prior-form', 'probabilities']],
    ],
    ['a prior outside the range', fact('[0, 0.6]', '[0, 6]'), [['rule-set/out-of-range', '[0, 6]']]],
    [
      'a likely number outside its interval',
      fact('likely: 0.2', 'likely: 0.9'),
      [['rule-set/scale', '0.9', /inside/]],
    ],
    [
      'a neutral value outside the range',
      fact('unit: share', 'neutral: 5\n    unit: share'),
      [['rule-set/out-of-range', '5']],
    ],
    [
      'a neutral value of the wrong type',
      fact('unit: share', "neutral: 'low'\n    unit: share"),
      [['rule-set/wrong-value-type', "'low'"]],
    ],
    ['a reversed range', fact('range: [0, 1]', 'range: [1, 0]'), [['rule-set/scale', '[1, 0]']]],
    [
      'an anchor outside the range',
      fact('unit: share', "anchors: { '0.5': half, '7': far, low: x }\n    unit: share"),
      [
        ['rule-set/out-of-range', "'7'"],
        ['rule-set/wrong-value-type', 'low', 'the anchor `low` of `need` is no number'],
      ],
    ],
    [
      'a misspelt anchor',
      fact('closed: none', 'closd: none'),
      [
        ['rule-set/missing-anchor', 'crossing'],
        ['rule-set/unknown-level', 'closd', /level/, 'did you mean `closed`?'],
      ],
    ],
    [
      'confidence that does not fall',
      head('medium: 0.8, low: 0.6', 'medium: 0.8, low: 0.9'),
      [['rule-set/scale', '0.9', '`low` cannot be surer than `medium`']],
    ],
    [
      'evidence that does not rise',
      head('strong: 0.2, moderate: 0.4', 'strong: 0.5, moderate: 0.4'),
      [['rule-set/scale', '0.5', '`strong` cannot be further off than `moderate`']],
    ],
    [
      'thresholds that are the wrong way round',
      head('what they need }', 'what they need, thresholds: { indifference: 30, preference: 20 } }'),
      [['rule-set/scale', '30', '`indifference` cannot be above `preference`']],
    ],
    [
      'a swing of an unknown criterion',
      head('relief: { share: 100', 'releif: { share: 100'),
      [
        ['rule-set/weights', 'swings', 'no swing for `relief`'],
        ['rule-set/unknown-criterion', 'releif', /unknown/, 'did you mean `relief`?'],
      ],
    ],
    [
      'swings of which none matters most',
      head('relief: { share: 100', 'relief: { share: 90'),
      [['rule-set/swings', 'swings', 'no swing has the share 100: give it to the one that matters most']],
    ],
    [
      'weights that are not what the swings come to',
      head('weights: { relief: 70, cost: 30 }', 'weights: { relief: 69, cost: 31 }'),
      [
        ['rule-set/swings-disagree', '69', /is 69% of all, and its swing comes to 69.9%/],
        ['rule-set/swings-disagree', '31', /is 31% of all, and its swing comes to 30.1%/],
      ],
    ],
    [
      'a perspective with neither swings nor weights',
      head(/ {4}swings:\n {6}relief: \{ share: 100[^\n]*\n[^\n]*\n {4}weights: [^\n]*\n/, ''),
      [['rule-set/weights', 'relief-agency', '`relief-agency` has neither swings nor weights']],
    ],
    [
      'a swing that cites an unknown source',
      head('runs out, sources: assumption', 'runs out, sources: [own-judgment]'),
      [['rule-set/unknown-source', 'own-judgment', /unknown/, 'did you mean `own-judgement`?']],
    ],
    [
      'an order where there is none',
      fact('levels:', 'values:'),
      [
        [
          'rule-set/operator-type',
          'atMost',
          '`atMost` needs an order, and the values of `crossing` have none',
        ],
      ],
    ],
    [
      'a value of the wrong type',
      rule('operator: equal, value: open', 'operator: equal, value: 3'),
      [['rule-set/wrong-value-type', '3', '`crossing` takes one of its levels, not `3`']],
    ],
    [
      'a fact for a value in a list',
      rule(WHEN, '{ fact: need, operator: in, value: [{ fact: need }] }'),
      [
        [
          'schema/foreign-operator',
          '{ fact: need }',
          /./,
          'a fact is compared with a value, never with another fact: write the levels out with `any` and `all`',
        ],
      ],
    ],
  ])('%s', (_, changes, expected) => {
    expectSaid(said(changes), expected);
  });

  it.each<[string, string, Said[]]>([
    [
      'an unknown fact',
      "'it is {neeed}'",
      [['rule-set/unknown-fact', '{neeed}', /./, 'did you mean `need`?']],
    ],
    [
      'capitals',
      "'it is {Need}'",
      [['rule-set/placeholder', '{Need}', '`{Need}` names no fact', 'write `{need}`']],
    ],
    [
      'an underscore and spaces',
      "'{need_} and { need }'",
      [
        ['rule-set/placeholder', '{need_}', /./, 'write `{need}`'],
        ['rule-set/placeholder', '{ need }', /./, 'write `{need}`'],
      ],
    ],
    ['nothing', "'it is {}'", [['rule-set/placeholder', '{}', /./, 'write the id of a fact in braces']]],
    ['a folded text', '>-\n      flying is dear\n      at {neeed}', [['rule-set/unknown-fact', '{neeed}']]],
    [
      'a word over two lines',
      '"flying is {ne\\\n      eed}"',
      [['rule-set/unknown-fact', '"flying is {ne\\']],
    ],
  ])('a placeholder with %s', (_, text, expected) => {
    expectSaid(said(reason(text)), expected);
  });

  it.each<[string, Record<string, Change>, Said[]]>([
    [
      'fact',
      rule(
        'fact: crossing, operator: equal, value: restricted',
        'fact: crosing, operator: equal, value: restricted',
      ),
      [['rule-set/unknown-fact', 'crosing']],
    ],
    [
      'only fact',
      rule(/fact: crossing,/g, 'fact: crosing,'),
      Array(4).fill(['rule-set/unknown-fact', 'crosing']),
    ],
    [
      'option',
      rule(/option: negotiate/g, 'option: negotate'),
      Array(3).fill(['rule-set/unknown-option', 'negotate']),
    ],
    [
      'source',
      rule(/own-judgement/g, 'own-judgment'),
      Array(5).fill(['rule-set/unknown-source', 'own-judgment']),
    ],
  ])('a misspelt %s does not leave its lookalike unused', (_, changes, expected) => {
    expectSaid(said(changes), expected);
  });

  it('a tab is one mistake', () => {
    expectSaid(said(rule('    title: An airlift', '\ttitle: An airlift')), [
      ['yaml/syntax', '\t', 'a tab is used for indentation'],
    ]);
  });
});

describe('a mistake in a scenario is said once', () => {
  it.each<[string, string, string, string | undefined]>([
    ["{ need: '0.5' }", 'scenario/wrong-value-type', "'0.5'", 'write the number without quotes'],
    ['{ need: 50% }', 'scenario/wrong-value-type', '50%', 'write a number from 0 to 1, such as 0.5'],
    ['{ need: "0,5" }', 'scenario/wrong-value-type', '"0,5"', 'write a number from 0 to 1, such as 0.5'],
    ['{ need: .nan }', 'yaml/unsupported', '.nan', undefined],
    ['{ need: { between: [0.1, 0.3], likely: 0.5, note: n } }', 'scenario/between', '0.5', undefined],
    [
      '{ need: { between: [0.1, 0.3], confidence: low, note: n } }',
      'scenario/uncertainty-form',
      'confidence',
      'keep one of the two',
    ],
    [
      '{ crossing: { probabilities: { open: 1 }, confidence: low, note: n } }',
      'scenario/uncertainty-form',
      'confidence',
      'keep one of the two',
    ],
    [
      '{ crossing: { probabilities: { open: 1 }, likelihood: likely, note: n } }',
      'scenario/uncertainty-form',
      'likelihood',
      'keep one of the two',
    ],
    [
      '{ crossing: { probabilities: { opne: 1 }, note: n } }',
      'scenario/unknown-level',
      'opne',
      'did you mean `open`?',
    ],
  ])('%s', async (facts, code, words, help) => {
    const found = await scenarioFindings(facts);
    expect(found.map(one => [one.code, underlined(one.place!), one.help])).toEqual([[code, words, help]]);
  });
});
