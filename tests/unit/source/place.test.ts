import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../src/source/parse-yaml.js';
import { placeOf } from '../../../src/source/place.js';
import { placeAt } from '../../../src/source/place-at.js';
import type { Pointer } from '../../../src/source/source-file.js';
import { locatedText } from '../../../src/source/text.js';

const TEXT = `# a comment
title: Arms
levels: [none, low]
anchors: &anchors
  none: nothing at all
  low: |
    a text
    of two lines
rules:
  - id: first
    then:
      - { option: a, points: -25 }
  - &second
    id: second
copy: *anchors
empty:
10: ten
`;
const file = parseYaml({ path: 'f.yaml', text: TEXT }).file!;
const underlined = (pointer: Pointer, part: 'key' | 'value') => {
  const place = placeOf(file, pointer, part);
  return `${place.line}:${place.column} ${place.excerpt.slice(place.column - 1, place.endColumn - 1)}`;
};

describe('a pointer is underlined where it leads', () => {
  test.each<[pointer: Pointer, part: 'key' | 'value', underlined: string]>([
    [['title'], 'key', '2:1 title'],
    [['title'], 'value', '2:8 Arms'],
    [['levels', 1], 'value', '3:16 low'],
    [['levels'], 'value', '3:9 [none, low]'],
    [['anchors', 'none'], 'value', '5:9 nothing at all'],
    [['anchors', 'low'], 'value', '7:5 a text'],
    [['rules', 0, 'then', 0, 'points'], 'value', '12:30 -25'],
    [['rules', 0, 'then', 0, 'points'], 'key', '12:22 points'],
    [['rules', 0], 'value', '10:5 id: first'],
    [['rules', 1, 'id'], 'value', '14:9 second'],
    [['copy'], 'value', '15:7 *anchors'],
    [['copy', 'none'], 'key', '5:3 none'],
    [['10'], 'value', '17:5 ten'],
    [[10], 'key', '17:1 10'],
  ])('%j, its %s', (pointer, part, expected) => {
    expect(underlined(pointer, part)).toBe(expected);
  });
});

describe('what is not there is underlined at the key of what it is missing from', () => {
  test.each<[what: string, pointer: Pointer, underlined: string]>([
    ['a key of a map', ['anchors', 'high'], '4:1 anchors'],
    ['a key deep inside nothing', ['anchors', 'high', 'x', 0], '4:1 anchors'],
    ['a key of an item: the first key of the item', ['rules', 0, 'because'], '10:5 id'],
    ['an item of a list', ['levels', 7], '3:1 levels'],
    ['a key of the file: its first key', ['summary'], '2:1 title'],
    ['a key of what an alias repeats: the key of the alias', ['copy', 'high'], '15:1 copy'],
    ['an index into a map', ['anchors', 0], '4:1 anchors'],
  ])('%s', (_, pointer, expected) => {
    expect(underlined(pointer, 'key')).toBe(expected);
    expect(underlined(pointer, 'value')).toBe(expected);
  });

  test('a value that is not written', () => {
    expect(underlined(['empty'], 'value')).toBe('16:1 empty');
  });
});

test('a value over several lines is underlined to the end of its first line', () => {
  expect(placeOf(file, ['anchors'], 'value')).toMatchObject({ line: 5, endLine: 5, endColumn: 23 });
});

test('columns count UTF-16 code units from 1', () => {
  const wide = parseYaml({ path: 'w.yaml', text: '"👩": {x: 1}\n' }).file!;
  expect(placeOf(wide, ['👩', 'x'], 'key')).toMatchObject({ column: 8, endColumn: 9 });
});

test('a long line is cut to 200 characters around the place', () => {
  const text = `a: ${'x'.repeat(500)} END`;
  const place = placeAt(locatedText({ path: 'l.yaml', text }), 504, 507);
  expect(place).toMatchObject({ column: 505, endColumn: 508 });
  expect(place.excerpt).toHaveLength(200);
  expect(place.excerpt.slice(place.column - place.excerptColumn!)).toBe('END');
});

test('20,000 places in one map are found in seconds, not minutes', () => {
  const text = Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join('');
  const large = parseYaml({ path: 'x.yaml', text }).file!;
  const start = performance.now();
  for (let i = 0; i < 20_000; i++) expect(placeOf(large, [`k${i}`], 'key').line === i + 1).toBe(true);
  expect(performance.now() - start).toBeLessThan(60_000);
});
