import { describe, expect, test } from 'vitest';
import { formatDiagnostics, summary } from '../../../src/diagnostics/code-frame.js';
import type { Code } from '../../../src/diagnostics/codes.js';
import { diagnostic, type Place } from '../../../src/diagnostics/diagnostic.js';

/** A place that underlines a part of a line. */
function place(excerpt: string, part: string, more: Partial<Place> = {}): Place {
  const column = excerpt.indexOf(part) + 1;
  return { file: 'a.yaml', line: 7, column, endLine: 7, endColumn: column + part.length, excerpt, ...more };
}

const plain = (...all: ReturnType<typeof diagnostic>[]) => formatDiagnostics(all, { color: false });
const frameOf = (at: Place) =>
  plain(diagnostic('yaml/syntax', 'x', at))
    .split('\n')
    .slice(1, 4);

test('a diagnostic has a title, a place, the line underlined, and help; a count ends the list', () => {
  const excerpt = '      - { option: colective-sanctions, criterion: leverage, points: -25 }';
  const file = 'rules/patron-backed-regimes/rules/pressure.yaml';
  const at = place(excerpt, 'colective-sanctions', { file, line: 14, endLine: 14 });
  const message = 'unknown option `colective-sanctions`';
  expect(
    plain(diagnostic('rule-set/unknown-option', message, at, 'did you mean `collective-sanctions`?')),
  ).toBe(
    `error[rule-set/unknown-option]: unknown option \`colective-sanctions\`
  --> rules/patron-backed-regimes/rules/pressure.yaml:14:19
14 |       - { option: colective-sanctions, criterion: leverage, points: -25 }
   |                   ^^^^^^^^^^^^^^^^^^^
   = help: did you mean \`collective-sanctions\`?

1 error
`,
  );
});

test('without a place there is no arrow and no line', () => {
  expect(plain(diagnostic('file/missing', 'no file in `rules/`', undefined, 'add one'))).toBe(
    'error[file/missing]: no file in `rules/`\n  = help: add one\n\n1 error\n',
  );
});

test('no diagnostics give no text', () => {
  expect(plain()).toBe('');
});

test.each<[codes: Code[], expected: string]>([
  [[], 'no findings'],
  [['yaml/syntax'], '1 error'],
  [['rule-set/unused-source', 'yaml/syntax', 'yaml/empty'], '2 errors, 1 warning'],
  [['rule-set/unused-source', 'rule-set/unused-source'], '2 warnings'],
])('%j are summed up as %s', (codes, expected) => {
  expect(summary(codes.map(code => diagnostic(code, 'x')))).toBe(expected);
});

describe('the underline stands under what it means', () => {
  test.each<[what: string, line: string, part: string, expected: string]>([
    ['after a tab, which is shown as one space', 'a:\tb', 'b', '   ^'],
    ['after wide letters', '日本: x', 'x', '      ^'],
    ['under wide letters', 'a: 日本', '日本', '   ^^^^'],
    ['after an emoji of several parts', '👩‍👩‍👧: x', 'x', '    ^'],
    ['after letters with combining marks', 'e\u0301: x', 'x', '   ^'],
    ['after half-width kana', 'ｱ: x', 'x', '   ^'],
  ])('%s', (_, line, part, expected) => {
    expect(frameOf(place(line, part))[2]).toBe(`  | ${expected}`);
  });

  test('at the end of a line, one column after its text', () => {
    expect(frameOf({ ...place('a: b', 'a'), column: 5, endColumn: 6 }).slice(1)).toEqual([
      '7 | a: b',
      '  |     ^',
    ]);
  });

  test('on an empty line', () => {
    expect(frameOf(place('', '', { endColumn: 2 })).slice(1)).toEqual(['7 |', '  | ^']);
  });
});

describe('a long line is cut to 80 columns around what is underlined', () => {
  const words = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`).join(' ');
  test.each<[what: string, at: Place]>([
    ['at its start', place(`HERE ${words(40)}`, 'HERE')],
    ['in its middle', place(`${words(20)} HERE ${words(20)}`, 'HERE')],
    ['at its end', place(`${words(40)} HERE`, 'HERE')],
    ['in an excerpt that was cut', place(`${words(20)} HERE ${words(3)}`, 'HERE')],
    ['among wide letters', place(`${'日'.repeat(90)}HERE${'本'.repeat(90)}`, 'HERE')],
  ])('%s', (_, at) => {
    const [, line, under] = frameOf(at);
    expect(cells(line!)).toBeLessThanOrEqual(80);
    expect(line).toContain('…');
    const before = cells(line!.slice(0, line!.indexOf('HERE')));
    expect(under).toBe(`  |${' '.repeat(before - 3)}^^^^`);
  });

  test('an excerpt that does not start at column 1', () => {
    const at = { ...place(`${words(4)} HERE`, 'HERE'), excerptColumn: 301 };
    const moved = { ...at, column: at.column + 300, endColumn: at.endColumn + 300 };
    const [arrow, line, under] = frameOf(moved);
    expect(arrow).toBe(` --> a.yaml:7:${moved.column}`);
    expect(line!.startsWith('7 | …word0')).toBe(true);
    expect(under!.indexOf('^')).toBe(line!.indexOf('HERE'));
  });

  test('what is itself too long is underlined as far as it is shown', () => {
    const long = 'x'.repeat(190);
    const [, line, under] = frameOf(place(`a: ${long}`, long));
    expect(line).toHaveLength(80);
    expect(under).toHaveLength(80);
  });
});

describe('a file cannot give the terminal orders', () => {
  const hostile = '\u001b[31mred\u0007\u009b2J\u202eevil\u2028';
  const text = formatDiagnostics(
    [
      diagnostic(
        'yaml/syntax',
        `unknown \`${hostile}\``,
        place(`a: ${hostile}`, 'red', { file: `${hostile}.yaml` }),
        hostile,
      ),
    ],
    { color: false },
  );

  test('control characters, direction marks and line separators never reach it', () => {
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\u202e]/u);
    expect(text).toContain('error[yaml/syntax]: unknown `\\x1b[31mred\\x07\\x9b2J\\u202eevil\\u2028`');
  });

  test('and each takes one column in the frame', () => {
    expect(text).toContain('\n7 | a: \uFFFD[31mred\uFFFD\uFFFD2J\uFFFDevil\uFFFD\n  |         ^^^\n');
  });
});

test('colour marks the severity and nothing else depends on it', () => {
  const all = [
    diagnostic('yaml/syntax', 'one', place('a: b', 'b')),
    diagnostic('rule-set/unused-source', 'two', undefined, 'rename it'),
  ];
  const colored = formatDiagnostics(all, { color: true });
  expect(colored).toContain('\u001b[31merror[yaml/syntax]\u001b[39m');
  expect(colored).toContain('\u001b[33mwarning[rule-set/unused-source]\u001b[39m');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours
  expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(formatDiagnostics(all, { color: false }));
});

/** Columns of a terminal, for the letters that these tests use. */
function cells(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[日本]/.test(letter) ? 2 : 1), 0);
}
