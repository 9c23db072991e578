import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { validateVerify } from '../../src/schema/generated/result-validators.js';
import { demarche } from '../support/cli.js';

let project: string;
let rules: string;
beforeEach(async () => {
  project = mkdtempSync(join(tmpdir(), 'demarche-verify-'));
  rules = join(project, 'rules/example');
  await demarche(['init', project]);
});

/** Verifies one property, `claim` being the lines that follow its reason. */
async function verifying(claim: string, ...more: string[]) {
  writeFileSync(
    join(rules, 'properties.yaml'),
    `properties:\n  - id: mine\n    title: Mine\n    because: it must be so\n    ${claim}\n`,
  );
  return demarche(['verify', rules, '--filter', 'mine', ...more]);
}

async function verdict(claim: string) {
  const { exit, out } = await verifying(claim, '-f', 'json');
  const result = JSON.parse(out);
  expect(validateVerify(result)).toBe(true);
  return { exit, property: result.properties[0] };
}

describe('demarche verify', () => {
  it('proves what the starter states, and that each option can lead', async () => {
    const { exit, out } = await demarche(['verify', rules]);
    expect(exit).toBe(0);
    expect(out).toContain('proved    flying-saves-nothing\n');
    expect(out).toContain('example 0.1.0: of 5 properties 5 proved\n');
  });

  it('refutes with the smallest difference from the neutral situation, and the rules that make it so', async () => {
    const { exit, property } = await verdict('never: { option: airlift, above-baseline: true }');
    expect([exit, property.verdict]).toEqual([1, 'refuted']);
    // Worth flying from a fifth in need on, of which 1 is the shortest number: 0.7 x 40 of relief for 0.3 x 50 of cost.
    expect(property.counterexample).toMatchObject({
      differs: [{ fact: 'need', neutral: 0, value: 1 }],
      smallest: true,
      perspective: 'relief-agency',
      scores: [{ option: 'airlift', score: 13 }],
      rules: [
        { rule: 'airlift-reaches', points: 28 },
        { rule: 'airlift-costs', points: -15 },
      ],
    });
  });

  it('shows both situations of a claim about a fact that moves', async () => {
    const { out, exit } = await verifying(
      'monotone: { fact: need, option: airlift, criterion: cost, never: falls }',
    );
    expect(exit).toBe(1);
    expect(out).toContain('Every fact is at its neutral value.');
    expect(out).toMatch(/Then need goes from 0 to 0\.1\./);
    expect(out).toContain('airlift-costs');
  });

  it('takes an exception for what must be refuted, and tells when it is none any more', async () => {
    const known = await verdict('exception: we know\n    never: { option: airlift, above-baseline: true }');
    expect([known.exit, known.property.asExpected]).toEqual([0, true]);
    const stale = await verdict('exception: we knew\n    never: { option: wait, excluded: true }');
    expect([stale.exit, stale.property.verdict, stale.property.asExpected]).toEqual([1, 'proved', false]);
  });

  it('writes what it found as scenarios that `appraise` runs as they are, and that show it', async () => {
    const folder = join(project, 'found');
    const { err } = await verifying('never: { option: airlift, above: wait }', '--write', folder);
    expect(err).toContain('Wrote 1 scenario to');
    expect(readdirSync(folder)).toEqual(['mine.yaml']);
    expect(parse(readFileSync(join(folder, 'mine.yaml'), 'utf8')).facts.need).toBe(1);
    const { exit, out } = await demarche(['appraise', join(folder, 'mine.yaml'), '-f', 'json']);
    expect([exit, JSON.parse(out).ranking[0].option]).toEqual([0, 'airlift']);
  });

  it('has facts trade their values: two options that mirror each other are level, and are not when one gains more', async () => {
    const road = (name: string) =>
      `  ${name}:\n    title: R\n    question: Q?\n    levels: [closed, open]\n    anchors: { closed: a, open: b }\n`;
    const rule = (option: string, fact: string, points: number) =>
      `  - id: ${option}-pays\n    title: T\n    when: { fact: ${fact}, operator: equal, value: open }\n` +
      `    then: [{ option: ${option}, criterion: relief, points: ${points} }]\n` +
      `    because: b\n    evidence: weak\n    sources: [own-judgement]\n`;
    rmSync(join(rules, 'cases'), { recursive: true });
    writeFileSync(join(rules, 'facts.yaml'), `facts:\n${road('north')}${road('south')}`);
    const mirrored = async (points: number) => {
      const both = `rules:\n${rule('airlift', 'north', 10)}${rule('negotiate', 'south', points)}`;
      writeFileSync(join(rules, 'rules/all.yaml'), both);
      return (await verdict('symmetric: { options: [airlift, negotiate], swapping: [[north, south]] }'))
        .property;
    };
    expect((await mirrored(10)).verdict).toBe('proved');
    const { verdict: other, counterexample } = await mirrored(20);
    expect([other, counterexample.differs.map(({ fact }: { fact: string }) => fact)]).toEqual([
      'refuted',
      ['north'],
    ]);
  });

  it('fails where nothing is asked, and says what is wrong with a file', async () => {
    const none = await demarche(['verify', rules, '--filter', 'nothing-like-it']);
    expect([none.exit, none.out]).toEqual([1, '']);
    expect(none.err).toContain('an empty run is no success');
    const two = await verifying('never: { option: wait, first: true }\n    reachable: { option: wait }');
    expect(two.exit).toBe(3);
    expect(two.err).toContain('properties.yaml');
    const never = await verifying('always: { option: wait, first: false }');
    expect([never.exit, never.err.includes('`first` must be `true`')]).toEqual([3, true]);
    const signs = await verifying(
      'any-weights: true\n    monotone: { fact: need, option: airlift, against: wait, never: falls }',
    );
    expect([signs.exit, signs.err.includes('property/any-weights')]).toEqual([3, true]);
    const place = await verifying(
      'never: { option: wait, excluded: true }',
      '--write',
      join(rules, 'facts.yaml'),
    );
    expect([place.exit, place.err.includes('cannot make the folder')]).toEqual([2, true]);
    const gone = await demarche(['verify', join(project, 'nowhere')]);
    expect(gone.exit).toBe(2);
  });
});
