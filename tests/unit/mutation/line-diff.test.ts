import { expect, it } from 'vitest';
import { lineDiff } from '../../../src/mutation/line-diff.js';

it.each([
  ['a\nb\nc\n', 'a\nx\nc\n', { line: 2, removed: ['b'], added: ['x'] }],
  ['a\nb\nc\n', 'a\nc\n', { line: 2, removed: ['b'], added: [] }],
  ['a\na\na\n', 'a\na\n', { line: 3, removed: ['a'], added: [] }],
  ['a\n', 'a\nb\n', { line: 2, removed: [], added: ['b'] }],
  ['a', 'b', { line: 1, removed: ['a'], added: ['b'] }],
])('from %j to %j', (before, after, wanted) => {
  expect(lineDiff(before, after)).toEqual(wanted);
});
