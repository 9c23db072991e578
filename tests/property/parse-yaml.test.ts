import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseYaml } from '../../src/source/parse-yaml.js';
import { placeOf } from '../../src/source/place.js';

/** Keys that no file may have, and numbers that no file can hold exactly. */
const isAllowedKey = (key: string) => !(key in {}) && key !== 'prototype' && key !== '<<';
const key = fc.string({ unit: 'binary', maxLength: 12 }).filter(isAllowedKey);
const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
  fc.boolean(),
  fc.constant(null),
);
const { json } = fc.letrec<{ json: unknown }>(tie => ({
  json: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('json'), { maxLength: 5 }),
    fc.dictionary(key, tie('json'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

const TOKENS = [
  ...[
    '\n',
    ' ',
    '  ',
    '\t',
    '\r\n',
    '# c',
    '- ',
    '? ',
    ': ',
    'a',
    'b: ',
    'c:\n',
    '"',
    "'",
    '\\',
    '[',
    ']',
    '{',
  ],
  ...[
    '}',
    ',',
    '|\n',
    '>-\n',
    '*a',
    '&a ',
    '!!str ',
    '!t ',
    '---\n',
    '...\n',
    '%X',
    '@',
    '<<: ',
    '\0',
    '\r',
    '日',
  ],
];
const garbage = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...TOKENS), { maxLength: 30 }).map(tokens => tokens.join('')),
);

test('any JSON value that is written as YAML is read back as the same value', () => {
  fc.assert(
    fc.property(json, value => {
      const { file, diagnostics } = parseYaml({ path: 'j.yaml', text: stringify(value) });
      expect(diagnostics).toEqual([]);
      expect(file!.data).toEqual(value);
    }),
    { numRuns: 1000 },
  );
});

test('any text at all is answered by a file or by diagnostics with a place, never by an exception', () => {
  fc.assert(
    fc.property(garbage, text => {
      const { file, diagnostics } = parseYaml({ path: 'g.yaml', text });
      expect(file !== undefined || diagnostics.length > 0).toBe(true);
      for (const { message, place } of diagnostics) {
        expect(message).toMatch(/^[^A-Z\n][^\n]*[^.\n]$/);
        expect(place!.line >= 1 && place!.column >= 1 && place!.endColumn > place!.column).toBe(true);
      }
      if (file) expect(placeOf(file, ['a', 0, 'b'], 'value').line).toBeGreaterThan(0);
    }),
    { numRuns: 5000 },
  );
});
