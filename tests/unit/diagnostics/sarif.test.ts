import { expect, test } from 'vitest';
import { CODES } from '../../../src/diagnostics/codes.js';
import { diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { toSarif } from '../../../src/diagnostics/sarif.js';

const PROGRAM = { name: 'demarche', version: '1.2.3' };
const at = (file: string) => ({ file, line: 3, column: 5, endLine: 3, endColumn: 9, excerpt: '    abcd' });

test('a finding becomes a result with its rule, level, message, help and region', () => {
  const log = toSarif(
    [diagnostic('rule-set/unused-source', 'nothing cites it', at('rules/a b.yaml'), 'cite it')],
    PROGRAM,
  );
  const [run] = log.runs;
  const [result] = run!.results!;
  expect(log.version).toBe('2.1.0');
  expect(run!.tool.driver).toMatchObject(PROGRAM);
  expect(result).toMatchObject({
    ruleId: 'rule-set/unused-source',
    level: 'warning',
    message: { text: 'nothing cites it (cite it)' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'rules/a%20b.yaml' },
          region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
        },
      },
    ],
  });
  expect(run!.tool.driver.rules![result!.ruleIndex!]!.id).toBe('rule-set/unused-source');
});

test('every code is a rule with its level', () => {
  const rules = toSarif([], PROGRAM).runs[0]!.tool.driver.rules!;
  expect(rules.map(({ id }) => id)).toEqual(Object.keys(CODES));
  expect(new Set(rules.map(rule => rule.defaultConfiguration!.level))).toEqual(
    new Set(['error', 'warning', 'note']),
  );
});

test('without findings it is a run without results, and a finding without a place has no location', () => {
  expect(toSarif([], PROGRAM).runs[0]!.results).toEqual([]);
  const [result] = toSarif([diagnostic('file/missing', 'x')], PROGRAM).runs[0]!.results!;
  expect(result).not.toHaveProperty('locations');
});

test.each([
  ['a\\b.yaml', 'a/b.yaml'],
  ['../a#b?.yaml', '../a%23b%3F.yaml'],
  ['\uD800.yaml', '%EF%BF%BD.yaml'],
])('the path %j is the relative reference %s', (path, uri) => {
  const [result] = toSarif([diagnostic('yaml/syntax', 'x', at(path))], PROGRAM).runs[0]!.results!;
  expect(result!.locations![0]!.physicalLocation!.artifactLocation!.uri).toBe(uri);
});
