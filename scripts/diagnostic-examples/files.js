import { CONDITIONS, FACTS, SCENARIO } from './paths.js';

/** Mistakes in files before anything in them is understood. */
export const FILE = {
  'file/not-found': {
    shows: 'a misspelt path',
    run: 'appraise scenarios/exmaple.yaml',
  },
  'file/unreadable': {
    shows: 'a file that an old editor saved as Latin-1',
    files: { [SCENARIO]: Buffer.from('title: Le café\n', 'latin1') },
    run: 'check scenarios/example.yaml',
  },
  'file/missing': {
    shows: 'a rule set without its `facts.yaml`',
    files: { [FACTS]: null },
    run: 'check rules',
  },
  'file/unknown': {
    shows: 'a file of conditions whose name lacks a letter',
    files: { [CONDITIONS.replace('conditions', 'condition')]: 'conditions: {}\n' },
    run: 'check rules',
  },
  'file/too-many': {
    shows: 'a rule set in more than 200 files',
    files: Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [`rules/example/rules/part-${i}.yaml`, 'rules: []\n']),
    ),
    run: 'check rules',
  },
  'file/too-large-together': {
    shows: 'a rule set of more than 8 MiB',
    files: Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`rules/example/rules/part-${i}.yaml`, '#'.repeat(250_000)]),
    ),
    run: 'check rules',
  },
};

/** A list in a list in a list, so many deep. */
const nested = depth => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Each list holds the one before nine times: a few lines stand for 9 x 9 x 9 x 9 x 9 values. */
const NINE_OF_NINE = ['b', 'c', 'd', 'e']
  .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcd'[i]}`).join(', ')}]\n`)
  .join('');

/** Texts that are no YAML, or YAML that is not supported. */
export const YAML = {
  'yaml/syntax': {
    shows: 'a text with `: ` in it, without quotes',
    files: { [SCENARIO]: ['title: An example crossing', 'title: An example: a crossing'] },
  },
  'yaml/duplicate-key': {
    shows: 'a fact that is stated twice',
    files: { [SCENARIO]: ['  need:', '  crossing: closed\n  need:'] },
  },
  'yaml/forbidden-key': {
    shows: 'a fact by the name of something that every object has',
    files: { [SCENARIO]: ['  need:', '  constructor: closed\n  need:'] },
  },
  'yaml/key-not-text': {
    shows: 'a list for a key',
    files: { [SCENARIO]: ['facts:\n', 'facts:\n  [season, year]: closed\n'] },
  },
  'yaml/empty': {
    shows: 'a file with nothing but a comment',
    files: { [CONDITIONS]: '# to be written\n' },
    run: 'check rules',
  },
  'yaml/several-documents': {
    shows: 'a second scenario in the file of the first',
    files: { [SCENARIO]: ['two estimates differ }\n', 'two estimates differ }\n---\nid: another\n'] },
  },
  'yaml/unsupported': {
    shows: 'a merge key',
    files: { [SCENARIO]: ['need: { ', 'need: { <<: { source: own-judgement }, '] },
  },
  'yaml/too-large': {
    shows: 'a scenario with 300 kB of comments',
    files: { [SCENARIO]: ['facts:', `${'# a note\n'.repeat(35_000)}facts:`] },
    run: 'check scenarios/example.yaml',
  },
  'yaml/too-deep': {
    shows: 'a list in a list in a list, 65 deep',
    files: { [SCENARIO]: ['crossing: restricted', `crossing: ${nested(65)}`] },
  },
  'yaml/too-many-aliases': {
    shows: 'a value that is repeated 101 times',
    files: { [CONDITIONS]: `a: &a 1\nb: [${Array(101).fill('*a').join(', ')}]\n` },
    run: 'check rules',
  },
  'yaml/unknown-alias': {
    shows: 'a text that starts with `*`, without quotes',
    files: { [SCENARIO]: ['note: two estimates differ', 'source: own-judgement, note: *sic'] },
  },
  'yaml/alias-cycle': {
    shows: 'a map that repeats itself inside itself',
    files: { [SCENARIO]: ['need: { ', 'need: &need { source: *need, '] },
  },
  'yaml/too-many-nodes': {
    shows: 'lists of nine, each of which repeats the one before nine times',
    files: { [CONDITIONS]: `a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9]\n${NINE_OF_NINE}` },
    run: 'check rules',
  },
};

/** Saved results, and what is given on the command line. */
export const RESULT = {
  'result/format': {
    shows: 'a file of another program',
    files: { 'result.json': '{ "format": "minutes/3" }\n' },
    run: 'render result.json',
  },
};

export const ARGUMENT = {
  'argument/invalid': {
    shows: 'a fact without its value',
    run: 'appraise scenarios/example.yaml --set crossing',
  },
};
