import { expect, test } from 'vitest';
import { diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { sortDiagnostics } from '../../../src/diagnostics/sort.js';

const at = (file: string, line: number, column: number) => ({
  file,
  line,
  column,
  endLine: line,
  endColumn: column + 1,
  excerpt: '',
});

test('diagnostics stand in the order of file, line, column and code; those without a place come first', () => {
  const sorted = [
    diagnostic('file/missing', 'a'),
    diagnostic('yaml/syntax', 'b', at('B.yaml', 1, 1)),
    diagnostic('yaml/syntax', 'c', at('a.yaml', 2, 1)),
    diagnostic('yaml/syntax', 'd', at('a.yaml', 10, 2)),
    diagnostic('schema/wrong-type', 'e', at('a.yaml', 10, 10)),
    diagnostic('yaml/syntax', 'f', at('a.yaml', 10, 10)),
  ];
  expect(sortDiagnostics([...sorted].reverse())).toEqual(sorted);
});

test('the same finding twice is told once; another message at the same place stays', () => {
  const one = diagnostic('yaml/syntax', 'a', at('a.yaml', 1, 1));
  const other = diagnostic('yaml/syntax', 'b', at('a.yaml', 1, 1));
  expect(sortDiagnostics([one, other, { ...one }])).toEqual([one, other]);
});

test('the order does not depend on the order in which they were found', () => {
  const one = diagnostic('yaml/syntax', 'a', at('a.yaml', 1, 1));
  const other = diagnostic('yaml/syntax', 'b', at('a.yaml', 1, 1));
  expect(sortDiagnostics([other, one])).toEqual(sortDiagnostics([one, other]));
});
