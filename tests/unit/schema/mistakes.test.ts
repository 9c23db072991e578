import { expect, test } from 'vitest';
import type { Code } from '../../../src/diagnostics/codes.js';
import { type Kind, validate } from '../../../src/schema/validate.js';
import { parseYaml } from '../../../src/source/parse-yaml.js';
import { MINIMAL } from './minimal.js';

/** One mistake made in a minimal file, and the one finding that its author reads. */
interface Mistake {
  in: Kind;
  write: string;
  insteadOf: string;
  code: Code;
  /** The text that is underlined. */
  at: string;
  says: string;
  help?: string;
}

const ID_HELP = 'ids are lower-case letters, digits and hyphens, starting with a letter';
const CONDITION_KEYS = '`all`, `any`, `not`, `condition`, `fact`';
const LEAF = '{ fact: patron-support, operator: atLeast, value: high }';
const OPERATORS = '`equal`, `notEqual`, `in`, `notIn`, `atLeast`, `atMost`, `above`, `below`';

const MISTAKES: Record<string, Mistake> = {
  'a rule without its reason': {
    in: 'rules',
    insteadOf: '    because: support replaces what is lost\n',
    write: '',
    code: 'schema/missing-key',
    at: 'id',
    says: 'missing key `because` in rule `patron-blunts`',
  },
  'a rule without an id': {
    in: 'rules',
    insteadOf: '- id: patron-blunts\n    title',
    write: '- title',
    code: 'schema/missing-key',
    at: 'title',
    says: 'missing key `id` in a rule',
  },
  'a fact without a question': {
    in: 'facts',
    insteadOf: '    question: How much?\n',
    write: '',
    code: 'schema/missing-key',
    at: 'patron-support',
    says: 'missing key `question` in fact `patron-support`',
  },
  'a prior without a source': {
    in: 'facts',
    insteadOf: ', high: 0.5 }, source: assumption',
    write: ', high: 0.5 }',
    code: 'schema/missing-key',
    at: 'prior',
    says: 'missing key `source` in `prior`',
  },
  'a strength of evidence without a share': {
    in: 'rule-set',
    insteadOf: ', weak: 0.8',
    write: '',
    code: 'schema/missing-key',
    at: 'evidence',
    says: 'missing key `weak` in `evidence`',
  },
  'a file without a key that it must have': {
    in: 'scenario',
    insteadOf: 'as-of: 2025-03-04\n',
    write: '',
    code: 'schema/missing-key',
    at: 'id',
    says: 'missing key `as-of`',
  },
  'an effect without its option': {
    in: 'rules',
    insteadOf: 'option: embargo, criterion',
    write: 'criterion',
    code: 'schema/one-of-keys',
    at: 'criterion',
    says: 'expected exactly one of the keys `option`, `options`, found none',
  },
  'a misspelt key of a rule': {
    in: 'rules',
    insteadOf: 'because:',
    write: 'becuase:',
    code: 'schema/unknown-key',
    at: 'becuase',
    says: 'unknown key `becuase`',
    help: 'did you mean `because`?',
  },
  'a misspelt key of an effect': {
    in: 'rules',
    insteadOf: 'option: embargo',
    write: 'optoin: embargo',
    code: 'schema/unknown-key',
    at: 'optoin',
    says: 'unknown key `optoin`',
    help: 'did you mean `option`?',
  },
  'a misspelt key of a comparison': {
    in: 'rules',
    insteadOf: 'operator: atLeast',
    write: 'operatr: atLeast',
    code: 'schema/unknown-key',
    at: 'operatr',
    says: 'unknown key `operatr`',
    help: 'did you mean `operator`?',
  },
  'a misspelt key of a statement': {
    in: 'scenario',
    insteadOf: 'value: high',
    write: 'valu: high',
    code: 'schema/unknown-key',
    at: 'valu',
    says: 'unknown key `valu`',
    help: 'did you mean `value`?',
  },
  'a key that belongs elsewhere is not suggested': {
    in: 'options',
    insteadOf: 'description: no arms }',
    write: 'description: no arms, reason: why }',
    code: 'schema/unknown-key',
    at: 'reason',
    says: 'unknown key `reason`',
  },
  'text for points': {
    in: 'rules',
    insteadOf: '-25',
    write: 'ten',
    code: 'schema/wrong-type',
    at: 'ten',
    says: '`points` must be a whole number, not the text `ten`',
  },
  'points in quotes': {
    in: 'rules',
    insteadOf: '-25',
    write: "'-25'",
    code: 'schema/wrong-type',
    at: "'-25'",
    says: '`points` must be a whole number, not the text `-25`',
    help: 'leave out the quotes',
  },
  'a fraction of a point': {
    in: 'rules',
    insteadOf: '-25',
    write: '2.5',
    code: 'schema/wrong-type',
    at: '2.5',
    says: '`points` must be a whole number, not `2.5`',
  },
  'a version without quotes': {
    in: 'rule-set',
    insteadOf: "'0.1.0'",
    write: '0.1',
    code: 'schema/wrong-type',
    at: '0.1',
    says: '`version` must be text, not `0.1`',
  },
  'a number for a title': {
    in: 'options',
    insteadOf: 'title: Wait',
    write: 'title: 1984',
    code: 'schema/wrong-type',
    at: '1984',
    says: '`title` must be text, not `1984`',
    help: 'put it in quotes',
  },
  'nothing after a key': {
    in: 'rules',
    insteadOf: 'because: support replaces what is lost',
    write: 'because:',
    code: 'schema/wrong-type',
    at: 'because',
    says: '`because` must be text, but it is empty',
  },
  'a number for a level': {
    in: 'facts',
    insteadOf: '[low, high]',
    write: '[1, high]',
    code: 'schema/wrong-type',
    at: '1',
    says: 'an entry of `levels` must be text, not `1`',
  },
  'nothing known of a fact': {
    in: 'scenario',
    insteadOf: 'unrest: unknown',
    write: 'unrest:',
    code: 'schema/wrong-type',
    at: 'unrest',
    says: '`unrest` must be text, a number, `true`, `false` or a map of keys, but it is empty',
    help: 'write `unknown` for a fact that is not known',
  },
  'only the name of a named condition': {
    in: 'rules',
    insteadOf: `{ all: [${LEAF}] }`,
    write: 'backed',
    code: 'schema/wrong-type',
    at: 'backed',
    says: '`when` must be a map of keys, not the text `backed`',
    help: 'a named condition is `{ condition: backed }`',
  },
  'text for a list': {
    in: 'rules',
    insteadOf: '[article#ch2]',
    write: 'article#ch2',
    code: 'schema/wrong-type',
    at: 'article#ch2',
    says: '`sources` must be a list, not the text `article#ch2`',
    help: 'write `[article#ch2]`',
  },
  'a list for a map': {
    in: 'facts',
    insteadOf: MINIMAL.facts,
    write: 'facts: [patron-support]',
    code: 'schema/wrong-type',
    at: '[patron-support]',
    says: '`facts` must be a map of keys, not a list',
  },
  'a text in a list of effects': {
    in: 'rules',
    insteadOf: '- { option: embargo, criterion: leverage, points: -25 }',
    write: '- embargo',
    code: 'schema/wrong-type',
    at: 'embargo',
    says: 'an entry of `then` must be a map of keys, not the text `embargo`',
  },
  'a file that is a list': {
    in: 'rules',
    insteadOf: MINIMAL.rules,
    write: '[one]',
    code: 'schema/wrong-type',
    at: '[one]',
    says: 'the file must be a map of keys, not a list',
  },
  'one level where the operator takes a list': {
    in: 'rules',
    insteadOf: 'atLeast, value: high',
    write: 'in, value: high',
    code: 'schema/wrong-type',
    at: 'high',
    says: '`value` must be a list, not the text `high`',
    help: 'write `[high]`',
  },
  'a list where the operator takes one level': {
    in: 'rules',
    insteadOf: 'value: high',
    write: 'value: [high, low]',
    code: 'schema/wrong-type',
    at: '[high, low]',
    says: '`value` must be text, a number, `true` or `false`, not a list',
    help: 'a list goes with `in` or `notIn`',
  },
  'a misspelt strength of evidence': {
    in: 'rules',
    insteadOf: 'evidence: strong',
    write: 'evidence: storng',
    code: 'schema/not-allowed',
    at: 'storng',
    says: '`evidence` must be one of `strong`, `moderate`, `weak`, not `storng`',
    help: 'did you mean `strong`?',
  },
  'a misspelt operator': {
    in: 'rules',
    insteadOf: 'atLeast',
    write: 'atleast',
    code: 'schema/not-allowed',
    at: 'atleast',
    says: `\`operator\` must be one of ${OPERATORS}, not \`atleast\``,
    help: 'did you mean `atLeast`?',
  },
  'yes for true': {
    in: 'rules',
    insteadOf: 'exclude: true',
    write: 'exclude: yes',
    code: 'schema/not-allowed',
    at: 'yes',
    says: '`exclude` must be `true`, not `yes`',
  },
  'an exclusion that is none': {
    in: 'rules',
    insteadOf: 'exclude: true',
    write: 'exclude: false',
    code: 'schema/not-allowed',
    at: 'false',
    says: '`exclude` must be `true`, not `false`',
  },
  'a level that stands twice': {
    in: 'facts',
    insteadOf: '[low, high]',
    write: '[low, high, low]',
    code: 'schema/not-allowed',
    at: 'low',
    says: '`levels` names `low` twice',
  },
  'no points': {
    in: 'rules',
    insteadOf: '-25',
    write: '0',
    code: 'schema/out-of-range',
    at: '0',
    says: '`points` must not be 0',
  },
  'too many points': {
    in: 'rules',
    insteadOf: '-25',
    write: '250',
    code: 'schema/out-of-range',
    at: '250',
    says: '`points` must be at most 100, not `250`',
  },
  'a weight below 0': {
    in: 'rule-set',
    insteadOf: 'leverage: 1',
    write: 'leverage: -1',
    code: 'schema/out-of-range',
    at: '-1',
    says: '`leverage` must be at least 0, not `-1`',
  },
  'a confidence that says nothing': {
    in: 'rule-set',
    insteadOf: 'low: 0.6',
    write: 'low: 0.5',
    code: 'schema/out-of-range',
    at: '0.5',
    says: '`low` must be above 0.5, not `0.5`',
  },
  'a list with nothing in it': {
    in: 'rules',
    insteadOf: `all: [${LEAF}]`,
    write: 'all: []',
    code: 'schema/out-of-range',
    at: 'all',
    says: '`all` is empty',
  },
  'a title with nothing in it': {
    in: 'options',
    insteadOf: 'title: Wait',
    write: "title: ''",
    code: 'schema/out-of-range',
    at: 'title',
    says: '`title` is empty',
  },
  'a text that is too long': {
    in: 'rules',
    insteadOf: 'support replaces what is lost',
    write: 'x'.repeat(2001),
    code: 'schema/out-of-range',
    at: 'because',
    says: '`because` has more than 2,000 characters',
  },
  'an interval of one number': {
    in: 'scenario',
    insteadOf: '[0.1, 0.3]',
    write: '[0.1]',
    code: 'schema/out-of-range',
    at: 'between',
    says: '`between` needs exactly 2 entries',
  },
  'a fact with one level': {
    in: 'facts',
    insteadOf: '[low, high]',
    write: '[low]',
    code: 'schema/out-of-range',
    at: 'levels',
    says: '`levels` needs at least 2 entries',
  },
  'a case that expects nothing': {
    in: 'case',
    insteadOf: '{ first: embargo, in-top: { count: 3, options: [embargo] } }',
    write: '{}',
    code: 'schema/out-of-range',
    at: 'expect',
    says: '`expect` is empty',
  },
  'an id with a space as a key': {
    in: 'facts',
    insteadOf: 'patron-support:',
    write: 'Patron Support:',
    code: 'schema/bad-pattern',
    at: 'Patron Support',
    says: '`Patron Support` is not an id',
    help: `${ID_HELP}: \`patron-support\``,
  },
  'an id with an underscore as a value': {
    in: 'rules',
    insteadOf: 'id: patron-blunts',
    write: 'id: patron_blunts',
    code: 'schema/bad-pattern',
    at: 'patron_blunts',
    says: '`patron_blunts` is not an id',
    help: `${ID_HELP}: \`patron-blunts\``,
  },
  'points in words on a scale': {
    in: 'rule-set',
    insteadOf: '10: noticeable',
    write: 'ten: noticeable',
    code: 'schema/bad-pattern',
    at: 'ten',
    says: '`ten` is not a whole number from 1 to 100',
  },
  'a day the wrong way round': {
    in: 'scenario',
    insteadOf: '2025-03-04',
    write: '4 March 2025',
    code: 'schema/bad-pattern',
    at: '4 March 2025',
    says: '`as-of` must be a date such as `2025-03-04`, not `4 March 2025`',
  },
  'a citation with a space': {
    in: 'rules',
    insteadOf: '[article#ch2]',
    write: '[article ch2]',
    code: 'schema/bad-pattern',
    at: 'article ch2',
    says: 'an entry of `sources` must be the id of a source, with `#` and the place in it where that helps, not `article ch2`',
  },
  'a condition that is two at once': {
    in: 'rules',
    insteadOf: 'when: { all:',
    write: 'when: { any: [{ condition: backed }], all:',
    code: 'schema/one-of-keys',
    at: 'any',
    says: `expected exactly one of the keys ${CONDITION_KEYS}, found \`all\` and \`any\``,
  },
  'a condition that is none': {
    in: 'rules',
    insteadOf: `all: [${LEAF}]`,
    write: '',
    code: 'schema/one-of-keys',
    at: 'when',
    says: `expected exactly one of the keys ${CONDITION_KEYS}, found none`,
  },
  'a fact of two types': {
    in: 'facts',
    insteadOf: 'levels: [low, high]',
    write: 'levels: [low, high]\n    boolean: true',
    code: 'schema/one-of-keys',
    at: 'boolean',
    says: 'expected exactly one of the keys `levels`, `values`, `range`, `boolean`, found `levels` and `boolean`',
  },
  'a statement in two ways': {
    in: 'scenario',
    insteadOf: '{ between: [0.1, 0.3]',
    write: '{ value: 0.2, between: [0.1, 0.3]',
    code: 'schema/one-of-keys',
    at: 'between',
    says: 'expected exactly one of the keys `value`, `probabilities`, `between`, found `value` and `between`',
  },
  'a best estimate without an interval': {
    in: 'scenario',
    insteadOf: 'between: [0.1, 0.3], likely: 0.2',
    write: 'likely: 0.2',
    code: 'schema/keys-together',
    at: 'likely',
    says: '`likely` needs `between` beside it',
  },
  'a shape without a best estimate': {
    in: 'facts',
    insteadOf: 'likely: 0.5, ',
    write: '',
    code: 'schema/keys-together',
    at: 'shape',
    says: '`shape` needs `likely` beside it',
  },
  'points without a criterion': {
    in: 'rules',
    insteadOf: 'criterion: leverage, ',
    write: '',
    code: 'schema/keys-together',
    at: 'points',
    says: '`points` needs `criterion` beside it',
  },
  'a fact with nothing to compare': {
    in: 'rules',
    insteadOf: LEAF,
    write: '{ fact: patron-support }',
    code: 'schema/keys-together',
    at: 'fact',
    says: '`fact` needs `operator` and `value` beside it',
  },
  'a comparison without a fact': {
    in: 'rules',
    insteadOf: 'fact: patron-support, operator',
    write: 'operator',
    code: 'schema/keys-together',
    at: 'operator',
    says: '`operator` needs `fact` beside it',
  },
  'an operator of json-rules-engine': {
    in: 'rules',
    insteadOf: 'atLeast',
    write: 'greaterThanInclusive',
    code: 'schema/foreign-operator',
    at: 'greaterThanInclusive',
    says: `\`operator\` must be one of ${OPERATORS}, not \`greaterThanInclusive\``,
    help: 'write `atLeast`',
  },
  'a decorated operator': {
    in: 'rules',
    insteadOf: 'operator: atLeast',
    write: "operator: 'not:in'",
    code: 'schema/foreign-operator',
    at: "'not:in'",
    says: `\`operator\` must be one of ${OPERATORS}, not \`not:in\``,
    help: 'operators cannot be decorated: write the condition out, with `not`, `any` or `all`',
  },
  'a path into a fact': {
    in: 'rules',
    insteadOf: 'value: high }',
    write: 'value: high, path: $.level }',
    code: 'schema/foreign-operator',
    at: 'path',
    says: 'unknown key `path`',
    help: 'facts are plain values: declare what you would select as a fact of its own',
  },
  'a priority': {
    in: 'rules',
    insteadOf: 'evidence: strong',
    write: 'evidence: strong\n    priority: 10',
    code: 'schema/foreign-operator',
    at: 'priority',
    says: 'unknown key `priority`',
    help: 'the order of rules and conditions has no meaning: leave it out',
  },
  'conditions for `when`': {
    in: 'rules',
    insteadOf: 'when:',
    write: 'conditions:',
    code: 'schema/foreign-operator',
    at: 'conditions',
    says: 'unknown key `conditions`',
    help: 'write `when`',
  },
  'an event for `then`': {
    in: 'rules',
    insteadOf: 'then:',
    write: 'event:',
    code: 'schema/foreign-operator',
    at: 'event',
    says: 'unknown key `event`',
    help: 'write `then`, with a list of effects',
  },
  'a name for a title': {
    in: 'case',
    insteadOf: 'title:',
    write: 'name:',
    code: 'schema/foreign-operator',
    at: 'name',
    says: 'unknown key `name`',
    help: 'write `id` and `title`',
  },
  'conditions in a file of rules': {
    in: 'rules',
    insteadOf: 'rules:',
    write: 'conditions: {}\nrules:',
    code: 'schema/unknown-key',
    at: 'conditions',
    says: 'unknown key `conditions`',
  },
  'a fact compared with a fact': {
    in: 'rules',
    insteadOf: 'value: high',
    write: 'value: { fact: unrest }',
    code: 'schema/foreign-operator',
    at: '{ fact: unrest }',
    says: '`value` must be text, a number, `true` or `false`, not a map of keys',
    help: 'a fact is compared with a value, never with another fact: write the levels out with `any` and `all`',
  },
};

test.each(Object.entries(MISTAKES))('%s is told once, in the words of the author', (_, mistake) => {
  const text = replaced(MINIMAL[mistake.in], mistake.insteadOf, mistake.write);
  const { diagnostics } = checked(mistake.in, text);
  const found = diagnostics.map(({ code, message, help, place }) => ({
    code,
    message,
    help,
    at: text.split('\n')[place!.line - 1]!.slice(place!.column - 1, place!.endColumn - 1),
  }));
  expect(found).toEqual([{ code: mistake.code, message: mistake.says, help: mistake.help, at: mistake.at }]);
});

test.each(Object.entries(MINIMAL))('a minimal %s file has nothing to find', (kind, text) => {
  expect(checked(kind as Kind, text)).toEqual({ diagnostics: [], broken: [] });
});

test('two mistakes in one rule are told as two', () => {
  const text = replaced(replaced(MINIMAL.rules, 'strong', 'storng'), '-25', '0');
  expect(checked('rules', text).diagnostics.map(({ message }) => message)).toEqual([
    '`points` must not be 0',
    '`evidence` must be one of `strong`, `moderate`, `weak`, not `storng`',
  ]);
});

test('an entry whose key is no id is broken as a whole', () => {
  const { broken } = checked('facts', replaced(MINIMAL.facts, 'patron-support:', 'Patron Support:'));
  expect(broken).toContainEqual(['facts', 'Patron Support']);
});

test('a file of nothing but mistakes is told in a second, the first twenty of a kind', () => {
  const text = `rules: [${'{},'.repeat(10_000)}]`;
  const start = performance.now();
  const { diagnostics, broken } = checked('rules', text);
  expect(diagnostics.filter(({ code }) => code === 'schema/missing-key')).toHaveLength(20);
  expect(broken).toContainEqual(['rules', 9_999]);
  expect(performance.now() - start).toBeLessThan(30_000);
});

function replaced(text: string, insteadOf: string, write: string): string {
  expect(text).toContain(insteadOf);
  return text.replace(insteadOf, () => write);
}

function checked(kind: Kind, text: string) {
  const { file, diagnostics } = parseYaml({ path: `${kind}.yaml`, text });
  expect(diagnostics).toEqual([]);
  return validate(kind, file!);
}
