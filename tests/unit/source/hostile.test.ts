import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/source/limits.js';
import { parseYaml } from '../../../src/source/parse-yaml.js';

const parse = (text: string) => parseYaml({ path: 'hostile.yaml', text });
const codes = (text: string) => [...new Set(parse(text).diagnostics.map(({ code }) => code))];
/** As much of a unit as a file may hold. */
const filled = (unit: string, bytes = 250_000) => unit.repeat(Math.floor(bytes / unit.length));
const BOMB = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdefghi'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`),
].join('\n');

describe('hostile text ends in a diagnostic, in seconds, not minutes', () => {
  test.each<[name: string, text: string, code: string]>([
    ['300 kB of anchors', filled('&a ', 300_000), 'yaml/too-large'],
    ['a text of 100 MB on one line', 'a'.repeat(1e8), 'yaml/too-large'],
    ['a text of 100 MB on many lines', 'a: b\n'.repeat(2e7), 'yaml/too-large'],
    ['letters of several bytes', 'é'.repeat(150_000), 'yaml/too-large'],
    ['250 kB of anchors', filled('&a '), 'yaml/too-many-aliases'],
    ['250 kB of aliases', filled('*a '), 'yaml/too-many-aliases'],
    ['keys with anchors', filled('a: &x\n'), 'yaml/too-many-aliases'],
    ['an alias bomb', BOMB, 'yaml/too-many-nodes'],
    ['100,000 open brackets', '['.repeat(100_000), 'yaml/too-deep'],
    ['250 kB of open braces', filled('{'), 'yaml/too-deep'],
    ['100,000 lists on one line', '- '.repeat(100_000), 'yaml/too-deep'],
    [
      'lists one a line',
      Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}-`).join('\n'),
      'yaml/too-deep',
    ],
    ['explicit keys', filled('? '), 'yaml/too-deep'],
    ['values without keys', filled(': '), 'yaml/too-deep'],
    ['maps on one line', filled('a: b: c: '), 'yaml/too-deep'],
    ['merge keys', filled('<<: '), 'yaml/too-deep'],
    ['aliases that nest', `a: &a ${'['.repeat(60)}${']'.repeat(60)}\nb: [[[[[[*a]]]]]]`, 'yaml/too-deep'],
    ['directives', filled('%'), 'yaml/unsupported'],
    ['tags', filled('!a '), 'yaml/unsupported'],
    ['one long tag', filled('!'), 'yaml/unsupported'],
    ['documents', filled('---\n'), 'yaml/several-documents'],
    ['ends of documents', filled('...\n'), 'yaml/several-documents'],
    ['tabs', filled('\t'), 'yaml/empty'],
    ['line feeds', filled('\n'), 'yaml/empty'],
    ['comments', filled('# c\n'), 'yaml/empty'],
    ['null characters', filled('\0'), 'yaml/syntax'],
    ['carriage returns alone', filled('a: 1\r'), 'yaml/syntax'],
    ['an unclosed double quote', `a: "${filled('x ')}`, 'yaml/syntax'],
    ['an unclosed single quote', `a: '${filled('x\n ')}`, 'yaml/syntax'],
    ['unclosed quotes', filled('a: "\n'), 'yaml/syntax'],
    ['empty quotes', filled('"'), 'yaml/too-many-nodes'],
    ['wrong escapes', `"${filled('\\q')}"`, 'yaml/syntax'],
    [
      'errors before much white space',
      `${filled('"\\q"\n\n? ', 125_000)}\n${filled('\t', 120_000)}`,
      'yaml/syntax',
    ],
    ['marks of blocks', filled('|'), 'yaml/syntax'],
    ['closing brackets', filled(']'), 'yaml/too-many-nodes'],
    ['closing braces', filled('}'), 'yaml/too-many-nodes'],
    ['commas', `[${filled(',')}`, 'yaml/too-many-nodes'],
    ['empty items', filled('- \n'), 'yaml/too-many-nodes'],
    ['short items', filled('- - a\n'), 'yaml/too-many-nodes'],
    ['short keys', filled('a: 1\n'), 'yaml/too-many-nodes'],
    ['one key 20,000 times', 'key: 1\n'.repeat(20_000), 'yaml/duplicate-key'],
    ['a reserved key', '__proto__: { polluted: true }\n', 'yaml/forbidden-key'],
    ['a tag that means code', 'a: !!js/function "() => 1"\n', 'yaml/unsupported'],
  ])('%s', (_, text, code) => {
    const heap = process.memoryUsage().heapUsed;
    const start = performance.now();
    expect(codes(text)).toContain(code);
    expect(performance.now() - start).toBeLessThan(60_000);
    expect(process.memoryUsage().heapUsed - heap).toBeLessThan(300e6);
  });

  test('a map of 20,000 different keys is read', () => {
    const start = performance.now();
    const { file } = parse(Array.from({ length: 20_000 }, (_, i) => `k${i}: ${i}\n`).join(''));
    expect(Object.keys(file!.data as object)).toHaveLength(20_000);
    expect(performance.now() - start).toBeLessThan(60_000);
  });

  test('no prototype is polluted, and what is forbidden is not in the data', () => {
    const { file } = parse('__proto__: { polluted: true }\nconstructor: 1\ntoString: 1\nsafe: 1\n');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.entries(file!.data as object)).toEqual([['safe', 1]]);
    expect(Object.getPrototypeOf(file!.data)).toBe(Object.prototype);
  });

  test('a hostile name is cut in the message', () => {
    const [found] = parse(filled('*')).diagnostics;
    expect(found!.code).toBe('yaml/unknown-alias');
    expect(found!.message.length).toBeLessThan(120);
  });
});

describe('a limit lets through what just keeps it', () => {
  test.each<[name: string, at: string, over: string, code: string]>([
    [
      'size',
      `# ${'x'.repeat(LIMITS.bytes - 7)}\na: 1`,
      `# ${'x'.repeat(LIMITS.bytes - 6)}\na: 1`,
      'yaml/too-large',
    ],
    ['depth in brackets', nested(LIMITS.depth), nested(LIMITS.depth + 1), 'yaml/too-deep'],
    ['depth in lists', `${'- '.repeat(LIMITS.depth)}a`, `${'- '.repeat(LIMITS.depth + 1)}a`, 'yaml/too-deep'],
    ['aliases', aliases(LIMITS.aliases), aliases(LIMITS.aliases + 1), 'yaml/too-many-aliases'],
    ['anchors', anchors(LIMITS.anchors), anchors(LIMITS.anchors + 1), 'yaml/too-many-aliases'],
    ['nodes', `[${filled('1,', 99_998)}]`, `[${filled('1,', 100_000)}]`, 'yaml/too-many-nodes'],
  ])('%s', (_, at, over, code) => {
    expect(parse(at).diagnostics).toEqual([]);
    expect(codes(over)).toEqual([code]);
    expect(parse(over).file).toBeUndefined();
  });
});

function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}

function aliases(count: number): string {
  return `a: &a 1\nb: [${Array(count).fill('*a').join(', ')}]`;
}

function anchors(count: number): string {
  return Array.from({ length: count }, (_, i) => `- &a${i} ${i}\n`).join('');
}
