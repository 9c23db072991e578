import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../src/source/parse-yaml.js';

const parse = (text: string) => parseYaml({ path: 'a.yaml', text });
const data = (text: string) => parse(text).file?.data;
/** Each finding as `code line:column underlined message`. */
const found = (text: string) =>
  parse(text).diagnostics.map(({ code, message, place }) => {
    const under = place!.excerpt.slice(place!.column - 1, place!.endColumn - 1);
    return `${code} ${place!.line}:${place!.column} [${under}] ${message}`;
  });

describe('what a file says', () => {
  test('lists, maps and scalars become plain data by the core schema of YAML 1.2', () => {
    expect(data('a: [1, 2.5, true, null, ~, yes, 0x10, 012]\nb: { c: text, d: "1" }\ne:\n')).toEqual({
      a: [1, 2.5, true, null, null, 'yes', 16, 12],
      b: { c: 'text', d: '1' },
      e: null,
    });
  });

  test('a key that looks like a number or a word of YAML is text', () => {
    expect(data('10: a\n1.0: b\ntrue: c\nnull: d\n"": e\n')).toEqual({
      10: 'a',
      1: 'b',
      true: 'c',
      null: 'd',
      '': 'e',
    });
  });

  test('a byte order mark and line ends CR LF are accepted and move no column', () => {
    const { file, diagnostics } = parse('\uFEFFa: 1\r\nb: x\r\n');
    expect(diagnostics).toEqual([]);
    expect(file!.data).toEqual({ a: 1, b: 'x' });
    expect(found('\uFEFFa: 1\r\na: 2\r\n')).toEqual([
      'yaml/duplicate-key 2:1 [a] the key `a` stands twice in one map',
    ]);
  });

  test('an alias stands for the latest anchor of its name before it', () => {
    expect(data('a: &x { b: &y 1 }\nc: &y 2\nd: *x\ne: *y\n')).toEqual({
      a: { b: 1 },
      c: 2,
      d: { b: 1 },
      e: 2,
    });
  });

  test('the tags of the core schema are read', () => {
    expect(parse('a: !!str 10\nb: !!int "7"\nc: !!map {}\n')).toMatchObject({
      file: { data: { a: '10', b: 7, c: {} } },
      diagnostics: [],
    });
  });

  test('a quoted `<<` is a key like any other', () => {
    expect(data('"<<": 1\n')).toEqual({ '<<': 1 });
  });

  test('one document may have its marks', () => {
    expect(data('---\na: 1\n...\n# the end\n')).toEqual({ a: 1 });
  });

  test('an explicit null is a value, not an empty file', () => {
    expect(parse('null\n')).toMatchObject({ file: { data: null }, diagnostics: [] });
  });
});

describe('what is not allowed', () => {
  test.each<[text: string, ...findings: string[]]>([
    ['', 'yaml/empty 1:1 [] the file is empty'],
    ['# only this\n', 'yaml/empty 1:1 [#] the file is empty'],
    ['---\n', 'yaml/empty 1:1 [-] the file is empty'],
    ['a: 1\n---\nb: 2\n', 'yaml/several-documents 2:1 [---] a second document starts here'],
    ['%YAML 1.1\n---\na: 1\n', 'yaml/unsupported 1:1 [%YAML 1.1] directives are not supported'],
    ['a: !new b\n', 'yaml/unsupported 1:4 [!new] the tag `!new` is not supported'],
    ['<<: { a: 1 }\n', 'yaml/unsupported 1:1 [<<] the merge key `<<` is not supported'],
    ['a: .inf\n', 'yaml/unsupported 1:4 [.inf] `.inf` is no finite number'],
    ['a: 1e999\n', 'yaml/unsupported 1:4 [1e999] `1e999` is no finite number'],
    [
      'a: 9007199254740993\n',
      'yaml/unsupported 1:4 [9007199254740993] `9007199254740993` is too long a number to be exact',
    ],
    ['? [a]\n: b\n', 'yaml/key-not-text 1:3 [[a]] a key must be text or a number'],
    ['a: &x 1\n*x : 2\n', 'yaml/key-not-text 2:1 [*x] a key must be text or a number'],
    [': 1\n', 'yaml/key-not-text 1:1 [:] a key must be text or a number'],
    ['a: *b\n', 'yaml/unknown-alias 1:4 [*b] no anchor stands before the alias `*b`'],
    ['a: *b\nb: &b 1\n', 'yaml/unknown-alias 1:4 [*b] no anchor stands before the alias `*b`'],
    ['a: &x [*x]\n', 'yaml/alias-cycle 1:8 [*x] the alias `*x` stands inside what it repeats'],
    ['prototype: 1\n', 'yaml/forbidden-key 1:1 [prototype] the key `prototype` is not allowed'],
    ['a: \u001b[31m\n', 'yaml/syntax 1:4 [\u001b] the control character `\\x1b` is not allowed'],
  ])('%j', (text, ...findings) => {
    expect(found(text)).toEqual(findings);
  });

  test('every such mistake is told at once, and the rest of the file is still read', () => {
    expect(
      found('a: 1\na: 2\nb: !x 3\nc: *d\n<<: 4\n')
        .map(one => one.slice(0, 22))
        .sort(),
    ).toEqual([
      'yaml/duplicate-key 2:1',
      'yaml/unknown-alias 4:4',
      'yaml/unsupported 3:4 [',
      'yaml/unsupported 5:1 [',
    ]);
    expect(data('a: 1\na: 2\nb: !x 3\nc: *d\n<<: 4\n')).toEqual({ a: 1, b: '3' });
  });

  test('a mistake inside what an alias repeats is told once', () => {
    expect(found('a: &x { b: 1, b: 2 }\nc: *x\nd: *x\n')).toHaveLength(1);
  });

  test('twenty findings of one code are shown, and the last says how many more there are', () => {
    const { diagnostics } = parse('a: 1\n'.repeat(31));
    expect(diagnostics).toHaveLength(20);
    expect(diagnostics[19]!.help).toBe('the first is on line 1 (10 more like this are not shown)');
  });

  test('a misspelt alias is helped', () => {
    expect(parse('a: &sources 1\nb: *source\n').diagnostics[0]!.help).toBe('did you mean `sources`?');
  });
});

describe('errors of syntax', () => {
  test.each<[text: string, place: string, under: string, message: string]>([
    ['a: 1\nb\nc: 2\n', '2:1', 'b', 'a `:` is missing after this key'],
    ['a: 1\n b: 2\n', '1:4', '1', 'a key must stand on one line'],
    ['title: Myanmar: 2025\n', '1:8', 'M', 'a second `: ` on one line'],
    ['a: "x\nb: 1\n', '1:4', '"x', 'a quote is not closed'],
    ["a: 'it''s\n", '1:4', "'it''s", 'a quote is not closed'],
    ['a: "x\\"\n', '1:4', '"x\\"', 'a quote is not closed'],
    ['a:\n\t- b\n', '2:1', '\t', 'a tab is used for indentation'],
    ['a: `b`\n', '1:4', '`', 'a text may not start with this character'],
    ['a: "b" c\n', '1:8', 'c', 'something stands after the end of the value'],
    ['- a\nb: 1\n', '2:1', 'b', 'this line does not belong to what stands before it'],
    ['a: - b\n', '1:4', '-', 'a list starts on the line of its key'],
    [
      'a: {b: 1\n\n',
      '1:8',
      '1',
      'a list or map in brackets is not closed, or indented less than what holds it',
    ],
    ['["a" "b"]\n', '1:6', '"', 'a `,` is missing between two entries'],
    ['a: "\\q"\n', '1:5', '\\', 'this is no escape that double quotes know'],
    ['a: "b"#c\n', '1:7', '#c', 'a space is missing before the `#` of a comment'],
    ['a: ]\n', '1:4', ']', 'a bracket or comma stands here without a bracket that opens'],
  ])('%j', (text, place, under, message) => {
    expect(found(text)).toEqual([`yaml/syntax ${place} [${under}] ${message}`]);
    expect(parse(text).file).toBeUndefined();
  });
});
