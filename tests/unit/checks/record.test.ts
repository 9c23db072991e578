import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { demarche } from '../../support/cli.js';
import { RECORD } from '../../support/record.js';

let dir: string;
const at = (path: string) => join(dir, path);
/** Code, message, help and underlined text of every finding on the project. */
async function findings(): Promise<string[]> {
  const { out } = await demarche(['check', dir, '-f', 'json']);
  return JSON.parse(out).map(
    ({
      code,
      message,
      help,
      place,
    }: {
      code: string;
      message: string;
      help?: string;
      place?: Record<string, number | string>;
    }) => {
      const under =
        place &&
        String(place.text).slice(Number(place.column) - 1, Number(place.column) - 1 + Number(place.length));
      return [code, message, help, under].filter(Boolean).join(' | ').replaceAll(`${dir}/`, '');
    },
  );
}

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'demarche-record-'));
  await demarche(['init', dir]);
  writeFileSync(at('scenarios/example.record.yaml'), RECORD);
});

it('a sound record has nothing to find, and is counted', async () => {
  const { exit, out } = await demarche(['check', dir, '--strict']);
  expect([exit, out]).toEqual([0, 'no findings in 1 rule set, 1 scenario and 1 record\n']);
  expect((await demarche(['check', at('scenarios/example.record.yaml')])).out).toBe(
    'no findings in 1 record\n',
  );
});

it.each([
  [
    'option: airlift',
    'option: airlfit',
    'record/unknown-option | unknown option `airlfit` | did you mean `airlift`?',
  ],
  ['option: negotiate', 'option: airlift', 'record/duplicate-option | `airlift` is judged twice'],
  [
    'perspective: relief-agency',
    'perspective: relief-agncy',
    'record/unknown-perspective | unknown perspective `relief-agncy`',
  ],
  ['[own-judgement#talks', '[own-judgment#talks', 'record/unknown-source | unknown source `own-judgment`'],
  ['May., sources: [diary]', 'May., sources: [dairy]', 'record/unknown-source | unknown source `dairy`'],
  [
    '  diary: {',
    '  own-judgement: { title: T, kind: book }\n  diary: {',
    'record/source-clash | the scenario or its rule set already has a source `own-judgement`',
  ],
  ['example.yaml', 'exmaple.yaml', 'record/unknown-scenario | no scenario `scenarios/exmaple.yaml`'],
  ['judgement: worked', 'judgement: works', 'schema/not-allowed | `judgement` must be one of'],
  ['from: 2025-01', 'from: January', 'schema/bad-pattern | `from` must be a year or date'],
  ['    by: the envoy\n', '', 'schema/missing-key | missing key `by` in a measure'],
  ['seen-while-writing: false\n', '', 'schema/missing-key | missing key `seen-while-writing`'],
])('instead of %j, %j is told', async (from, to, told) => {
  writeFileSync(at('scenarios/example.record.yaml'), RECORD.replace(from, to));
  expect(await findings()).toEqual([expect.stringContaining(told)]);
});

it('what has the wrong shape hides nothing of the rest', async () => {
  const broken = RECORD.replace('judgement: worked', 'judgement: works').replace(
    'option: negotiate',
    'option: negotate',
  );
  writeFileSync(at('scenarios/example.record.yaml'), broken);
  const codes = (await findings()).map(one => one.split(' | ')[0]);
  expect(codes).toEqual(['schema/not-allowed', 'record/unknown-option']);
});

it('a scenario with errors is named where the record names it', async () => {
  writeFileSync(at('scenarios/example.yaml'), 'id: example\nrule-set: ../rules/example\n');
  const told = (await findings()).filter(one => one.startsWith('record/'));
  expect(told).toEqual([
    expect.stringContaining(
      'record/scenario-mismatch | the scenario `scenarios/example.yaml`, or its rule set, has errors',
    ),
  ]);
});

it('two records of one scenario are told of', async () => {
  writeFileSync(at('scenarios/zagain.record.yaml'), RECORD);
  expect(await findings()).toEqual([
    expect.stringContaining(
      'record/duplicate-scenario | another record is about `scenarios/example.yaml` | it is scenarios/example.record.yaml',
    ),
  ]);
});

it.each(['', '[]', '- a\n', 'done: 3\n', 'scenario: [a]\n'])(
  'a record that is %j is answered with findings',
  async text => {
    writeFileSync(at('scenarios/example.record.yaml'), text);
    expect((await findings()).length).toBeGreaterThan(0);
  },
);
