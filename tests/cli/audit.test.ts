import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Audit } from '../../src/model/audit.js';
import { validateVerify } from '../../src/schema/generated/result-validators.js';
import { demarche } from '../support/cli.js';
import { ruleText } from '../support/example.js';

const ROOT = process.cwd();
let project: string;
beforeEach(async () => {
  project = mkdtempSync(join(tmpdir(), 'demarche-audit-'));
  await demarche(['init', project]);
  process.chdir(project);
});
afterEach(() => process.chdir(ROOT));

const plant = (...rules: string[]) =>
  writeFileSync('rules/example/rules/more.yaml', `rules:\n${rules.join('')}`);
const HUNGRY = '{ fact: need, operator: atLeast, value: 0.5 }';
const relief = (points: number) => `{ option: airlift, criterion: relief, points: ${points} }`;
const CANCELLING = [ruleText('x', HUNGRY, relief(7)), ruleText('y', HUNGRY, relief(-7))];

async function audited(...more: string[]): Promise<{ exit: number; audit: Audit; properties: unknown[] }> {
  const { exit, out } = await demarche(['verify', '--audit', '-f', 'json', ...more]);
  const result = JSON.parse(out);
  expect(validateVerify(result)).toBe(true);
  return { exit, audit: result.audit, properties: result.properties };
}

describe('demarche verify --audit', () => {
  it('looks at the rule set in place of its properties, and finds nothing to mend in the starter', async () => {
    const { exit, audit, properties } = await audited();
    expect([exit, properties]).toEqual([0, []]);
    expect(audit.findings.filter(({ severity }) => severity === 'warning')).toEqual([]);
    expect(audit.kinds.map(({ kind }) => kind)).toContain('never-leads');
    expect(audit.scenarios).toEqual(['example']);
    const { out } = await demarche(['verify', 'rules/example', '-f', 'json', '--filter', 'flying']);
    expect(JSON.parse(out).audit).toBeNull();
  });

  it('prints what was planted, why and where, in lines of at most 80 columns, and fails for a warning', async () => {
    plant(...CANCELLING);
    const { exit, out, err } = await demarche(['verify', '--audit']);
    expect([exit, err]).toEqual([1, '']);
    expect(out).toContain(`Pairs of rules that always cancel each other out: 1 warning
  y takes back all that x adds to airlift on relief: together they do nothing
    --> rules/example/rules/more.yaml:3
    Proved: in no possible situation does one of x and y fire without the other.
    The smallest differs from the neutral situation in 1 fact:
      need: 1 (neutral: 0)
    Rules that fire there:
      x
      y
`);
    expect(out).toMatch(/\nexample 0\.1\.0: 1 warning and \d+ notes; thresholds held against 1 scenario\n$/);
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
    expect(out).not.toContain('\u001b');
  });

  it('does not fail for notes alone, and says nothing of them when it is to be quiet', async () => {
    plant(ruleText('x', HUNGRY, relief(65)));
    const { exit, out } = await demarche(['verify', '--audit', '--filter', 'saturates']);
    expect(exit).toBe(0);
    expect(out).toContain('airlift on relief adds up to 105, and counts as 100');
    expect(out).toContain('example 0.1.0: 0 warnings and 1 note\n');
    expect((await demarche(['verify', '--audit', '-q'])).out).toBe('');
  });

  it('writes the situations that it shows as scenarios that show it when they are appraised', async () => {
    plant(ruleText('x', HUNGRY, relief(65)));
    const { err } = await demarche(['verify', '--audit', '--filter', 'saturates', '--write', 'found']);
    expect(err).toBe('Wrote 1 scenario to found.\n');
    expect(readdirSync('found')).toEqual(['saturates-1.yaml']);
    expect((await demarche(['check', 'found', '--strict'])).exit).toBe(0);
    const { out } = await demarche(['appraise', 'found/saturates-1.yaml', '-f', 'json']);
    const airlift = JSON.parse(out).ranking.find((one: { option: string }) => one.option === 'airlift');
    expect(airlift.cells.relief.value).toBe(100);
  });

  it('holds thresholds against the scenarios of this rule set below a folder, and passes over what has errors', async () => {
    const far = async (...more: string[]) => {
      const { audit } = await audited('--filter', 'threshold', ...more);
      return { scenarios: audit.scenarios, facts: audit.findings.flatMap(({ about }) => about.facts) };
    };
    // Restricted, and a need from 0.1 to 0.3: no threshold is far.
    expect(await far()).toEqual({ scenarios: ['example'], facts: [] });
    mkdirSync('others');
    const scenario = (id: string, ruleSet: string, facts: string) =>
      writeFileSync(
        `others/${id}.yaml`,
        `id: ${id}\ntitle: T\nrule-set: ${ruleSet}\nas-of: 2025-01-01\nperspective: treasury\nfacts: ${facts}\n`,
      );
    scenario('own', '../rules/example', '{ crossing: open, need: 0.5 }');
    scenario('foreign', '../rules/other', '{ crossing: closed, need: 0 }');
    expect(await far('--scenarios', 'others')).toEqual({ scenarios: ['own'], facts: ['crossing', 'need'] });
    appendFileSync('others/own.yaml', 'leave-out: { wait: never }\n');
    const { err, out } = await demarche(['verify', '--audit', '--scenarios', 'others']);
    expect(err).toBe('Passed over others/own.yaml, which has errors.\n');
    expect(out).toMatch(/no scenario was found to hold thresholds\s+against/);
    const gone = await demarche(['verify', '--audit', '--scenarios', 'nowhere']);
    expect([gone.exit, gone.err.includes('no file or folder `nowhere`')]).toEqual([2, true]);
  });

  it('asks only for audits by name, and fails where there is none', async () => {
    const { audit } = await audited('--filter', 'fires');
    expect(audit.kinds.map(({ kind }) => kind)).toEqual(['never-fires', 'always-fires']);
    const none = await demarche(['verify', '--audit', '--filter', 'nothing-like-it']);
    expect([none.exit, none.err.includes('no audit whose name holds')]).toEqual([1, true]);
  });
});

it('a property that no weights matter to is written as a scenario that can be appraised', async () => {
  const property = 'bounded: { option: airlift, criterion: cost, from: -10, to: 0 }';
  writeFileSync(
    'rules/example/properties.yaml',
    `properties:\n  - id: mine\n    title: Mine\n    because: so\n    ${property}\n`,
  );
  await demarche(['verify', 'rules/example', '--filter', 'mine', '--write', 'found']);
  expect((await demarche(['appraise', 'found/mine.yaml'])).exit).toBe(0);
});
