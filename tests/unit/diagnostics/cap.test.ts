import { expect, test } from 'vitest';
import { capPerCode } from '../../../src/diagnostics/cap.js';
import { diagnostic } from '../../../src/diagnostics/diagnostic.js';

test('of many findings with one code the first are kept, and the last of these says how many more there are', () => {
  const many = Array.from({ length: 5 }, (_, i) => diagnostic('yaml/syntax', `${i}`, undefined, 'h'));
  const other = diagnostic('file/missing', 'x');
  expect(capPerCode([...many, other], 3)).toEqual([
    many[0],
    many[1],
    { ...many[2], help: 'h (2 more like this are not shown)' },
    other,
  ]);
});

test('as many as are shown stay as they are', () => {
  const three = Array.from({ length: 3 }, (_, i) => diagnostic('yaml/syntax', `${i}`));
  expect(capPerCode(three, 3)).toEqual(three);
});

test('one more is told in the singular, also without a help of its own', () => {
  const two = Array.from({ length: 2 }, (_, i) => diagnostic('yaml/syntax', `${i}`));
  expect(capPerCode(two, 1)).toEqual([{ ...two[0], help: '1 more like this is not shown' }]);
});
