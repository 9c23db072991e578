import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { MutantResult, MutationResult } from '../../src/model/mutation-result.js';
import { validateMutate } from '../../src/schema/generated/result-validators.js';
import { demarche } from '../support/cli.js';

let project: string;
let rules: string;
beforeEach(async () => {
  project = mkdtempSync(join(tmpdir(), 'demarche-mutate-'));
  rules = join(project, 'rules/example');
  await demarche(['init', project]);
});

async function mutating(...more: string[]): Promise<MutationResult & { exit: number }> {
  const { exit, out } = await demarche(['mutate', rules, '-f', 'json', ...more]);
  const result = JSON.parse(out);
  expect(validateMutate(result)).toBe(true);
  return { ...result, exit };
}

const survivors = ({ mutants }: MutationResult) => mutants.filter(({ verdict }) => verdict === 'survived');

describe('demarche mutate', () => {
  it('suggests cases which, written down, pass and notice all that nothing noticed', async () => {
    const before = await mutating();
    expect(before.exit).toBe(1);
    expect(before.killed + before.survived).toBe(before.mutants.length - before.equivalent);
    expect(before.score).toBeCloseTo(before.killed / (before.killed + before.survived), 12);
    const suggested = survivors(before).map(({ suggestion }) => suggestion);
    expect(suggested.length).toBeGreaterThan(5);
    writeFileSync(join(rules, 'cases/suggested.yaml'), stringify({ cases: suggested }));
    expect((await demarche(['test', rules])).exit).toBe(0);
    const after = await mutating();
    expect([after.exit, after.survived, after.score]).toEqual([0, 0, 1]);
    expect(after.mutants.length).toBe(before.mutants.length);
  });

  it('names the case or the property that noticed', async () => {
    const by = ({ mutants }: MutationResult, id: string, operator: string) =>
      mutants.find(one => one.id === id && one.operator === operator)!.by;
    // With the gate at a restricted crossing talks are excluded there, and the case says that they lead.
    expect(by(await mutating(), 'nothing-to-negotiate', 'threshold')).toEqual({
      kind: 'case',
      id: 'restricted-crossing',
    });
    rmSync(join(rules, 'cases/first.yaml'));
    const result = await mutating();
    expect(by(result, 'airlift-costs', 'sign')).toEqual({ kind: 'property', id: 'flying-saves-nothing' });
    expect(by(result, 'nothing-to-negotiate', 'threshold')).toBeNull();
  });

  it('shows a survivor as the lines that change, with the case that would notice', async () => {
    const { exit, out } = await demarche(['mutate', rules, '--filter', 'airlift-costs']);
    expect(exit).toBe(1);
    expect(out).toContain(
      [
        'unnoticed airlift-costs',
        `  --> ${join(rules, 'rules/all.yaml')}:16`,
        '  16 -     then: [{ option: airlift, criterion: cost, points: -50 }]',
        '  16 +     then: [{ option: airlift, criterion: cost, points: -100 }]',
        '  A case that would notice:',
        '    - id: airlift-costs-doubled',
      ].join('\n'),
    );
  });

  it('is content with a share of the changes where that is what was asked for', async () => {
    const { score } = await mutating();
    const share = Math.floor(100 * score!);
    expect((await demarche(['mutate', rules, '--threshold', String(share)])).exit).toBe(0);
    expect((await demarche(['mutate', rules, '--threshold', String(share + 1)])).exit).toBe(1);
  });

  it('proves that a change has no effect, which then does not count', async () => {
    // Whoever needs nothing does not need a fifth: the first comparison says nothing that the second does not.
    writeFileSync(
      join(rules, 'rules/all.yaml'),
      `rules:
  - id: twice-said
    title: Said twice
    when:
      all:
        - { fact: need, operator: above, value: 0 }
        - { fact: need, operator: atLeast, value: 0.2 }
    then: [{ option: airlift, criterion: relief, points: 40 }]
    because: it is so
    evidence: weak
    sources: [own-judgement]
`,
    );
    writeFileSync(
      join(rules, 'properties.yaml'),
      'properties: [{ id: p, title: P, because: b, reachable: { option: airlift } }]\n',
    );
    writeFileSync(
      join(rules, 'cases/cases.yaml'),
      'cases: [{ id: c, title: C, perspective: treasury, facts: { need: 0.1 }, expect: { does-not-fire: [twice-said] } }]\n',
    );
    const { mutants, exit } = await mutating();
    const dropped = mutants.filter(({ operator }) => operator === 'dropped');
    const verdicts = Object.fromEntries(dropped.map(({ now, verdict }: MutantResult) => [now, verdict]));
    expect(verdicts).toEqual({ 'need is at least 0.2': 'equivalent', 'need is above 0': 'killed' });
    expect(exit).toBe(1);
  });

  it('says which cases fail already, for they notice nothing', async () => {
    writeFileSync(
      join(rules, 'cases/wrong.yaml'),
      'cases: [{ id: wrong, title: W, perspective: treasury, facts: { need: 0.5 }, expect: { first: airlift } }]\n',
    );
    const { exit, out } = await demarche(['mutate', rules, '--threshold', '1']);
    expect(exit).toBe(1);
    expect(out).toContain('Failing without any change, so of no use here: wrong\n');
  });

  it('fails where there is nothing to change, and says what was looked for', async () => {
    const { exit, err } = await demarche(['mutate', rules, '--filter', 'nothing-like-it']);
    expect([exit, err]).toEqual([
      1,
      'no change to try in rules and named conditions whose ids hold `nothing-like-it`: an empty run is no success\n',
    ]);
    expect((await demarche(['mutate', join(project, 'nowhere')])).exit).toBe(2);
  });
});
