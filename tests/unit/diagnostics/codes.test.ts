import { expect, test } from 'vitest';
import { CODES } from '../../../src/diagnostics/codes.js';

test.each(Object.entries(CODES))(
  '%s is named `room/name` and told in whole sentences on one line',
  (code, { about }) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/);
    expect(about).toMatch(/^[A-Z`].*\.$/);
  },
);
