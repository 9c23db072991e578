import { expect, it } from 'vitest';
import { csv } from '../../../src/report/csv.js';

it.each(['=1+1', '+1', '-1', '@a', '\t=1', '\r=1'])(
  'text that a spreadsheet would compute is escaped: %j',
  text => {
    expect(csv([{ a: text }], ['a'])).toContain(`'${text}`);
  },
);

it('a negative number stays a number', () => {
  expect(csv([{ a: -1.5, b: 'x' }], ['a', 'b'])).toBe('a,b\n-1.5,x\n');
});
