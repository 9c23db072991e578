import { describe, expect, it } from 'vitest';
import { type Edit, editedData, editedText } from '../../../src/source/edit.js';
import { parseYaml } from '../../../src/source/parse-yaml.js';

const TEXT = `# what is known
rules:
  - id: one # the first
    when:
      all:
        - { fact: need, operator: atLeast, value: 0.2 }
        # a second reason
        - fact: crossing
          operator: equal
          value: closed
    then: [{ options: [a, b, c], points: 5 }, { option: d, exclude: true }]
`;

function edited(edit: Edit, text = TEXT): string | undefined {
  return editedText(parseYaml({ path: 'f.yaml', text }).file!, edit);
}

const WHEN = ['rules', 0, 'when'] as const;

describe('a change to a file', () => {
  it.each<[string, Edit, string, string]>([
    ['a value', { at: [...WHEN, 'all', 0, 'value'], to: 0.5 }, 'value: 0.2', 'value: 0.5'],
    ['a word', { at: [...WHEN, 'all', 1, 'value'], to: 'open' }, 'value: closed', 'value: open'],
    ['a key', { at: [...WHEN, 'all'], key: 'any' }, '      all:', '      any:'],
    ['the first of a list', { at: ['rules', 0, 'then', 0, 'options', 0], drop: true }, '[a, b, c]', '[b, c]'],
    ['the last of a list', { at: ['rules', 0, 'then', 0, 'options', 2], drop: true }, '[a, b, c]', '[a, b]'],
    [
      'the last map of a list',
      { at: ['rules', 0, 'then', 1], drop: true },
      ', { option: d, exclude: true }',
      '',
    ],
    [
      'one that takes a line',
      { at: [...WHEN, 'all', 0], drop: true },
      '        - { fact: need, operator: atLeast, value: 0.2 }\n',
      '',
    ],
    [
      'one that takes several lines',
      { at: [...WHEN, 'all', 1], drop: true },
      '        - fact: crossing\n          operator: equal\n          value: closed\n',
      '',
    ],
  ])('%s: and nothing else', (_, edit, from, to) => {
    expect(TEXT).toContain(from);
    expect(edited(edit)).toBe(TEXT.replace(from, to));
  });

  it('leaves an empty list where the only item is dropped', () => {
    expect(edited({ at: ['a', 0], drop: true }, 'a: [{ b: 1 }]\nc: 2\n')).toBe('a: []\nc: 2\n');
    expect(edited({ at: ['a', 0], drop: true }, 'a:\n  - b: 1\nc: 2\n')).toMatch(/^a:\n {2}\[\]\n?c: 2\n$/);
  });

  it('is not made in place where an alias stands for what is changed', () => {
    const text = 'a: &x { value: 1 }\nb: *x\n';
    expect(edited({ at: ['b', 'value'], to: 2 }, text)).toBeUndefined();
    expect(edited({ at: ['b'], to: 2 }, text)).toBe('a: &x { value: 1 }\nb: 2\n');
  });

  it('leaves the data that it starts from as it was, and renamed keys in their place', () => {
    const data = { first: 1, all: [1, 2], last: 3 };
    expect(Object.entries(editedData(data, { at: ['all'], key: 'any' }))).toEqual([
      ['first', 1],
      ['any', [1, 2]],
      ['last', 3],
    ]);
    expect(data).toEqual({ first: 1, all: [1, 2], last: 3 });
  });
});
