import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lcovParser } from '@friedemannsommer/lcov-parser';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Coverage } from '../../src/model/test-result.js';
import { validateTest } from '../../src/schema/generated/result-validators.js';
import { demarche } from '../support/cli.js';
import { SHIPPED, text } from '../support/shipped.js';

let project: string;
let rules: string;
beforeEach(async () => {
  project = mkdtempSync(join(tmpdir(), 'demarche-coverage-'));
  rules = join(project, 'rules/example');
  await demarche(['init', project]);
});

const covered = async (...args: string[]): Promise<{ exit: number; coverage: Coverage }> => {
  const { exit, out } = await demarche(['test', rules, '-f', 'json', ...args]);
  return { exit, coverage: JSON.parse(out).coverage };
};

/** Puts other rules, conditions or cases in the place of those of the example. */
const write = (file: string, said: string) => writeFileSync(join(rules, file), said);
const rule = (id: string, when: string) =>
  `  - { id: ${id}, title: T, when: ${when}, then: [{ option: airlift, criterion: relief, points: 1 }], because: b, evidence: weak, sources: [own-judgement] }\n`;
const crossing = (operator: string, value: string) =>
  `{ fact: crossing, operator: ${operator}, value: ${value} }`;
const need = (operator: string, value: number) => `{ fact: need, operator: ${operator}, value: ${value} }`;

// Five rules with six comparisons: 10 outcomes of rules, and 12 of comparisons that may each decide. At the restricted crossing
// three rules fire and two do not, and every comparison decides its rule.
describe('demarche test --coverage', () => {
  it('counts the outcomes of rules and comparisons that cases have shown, and which of these decided', async () => {
    const { coverage } = await covered('--coverage');
    const { situations, met, obligations, impossible, undecided } = coverage;
    expect([situations, met, obligations]).toEqual([1, 5 + 6 + 6, 10 + 2 * 12]);
    expect([impossible, undecided]).toEqual([0, 0]);
    const reaches = coverage.rules.find(({ rule }) => rule === 'airlift-reaches')!;
    expect([reaches.yes, reaches.no]).toEqual([1, 0]);
    const counts = reaches.comparisons.map(one => [one.fact, one.yes, one.no, one.decidesYes, one.decidesNo]);
    expect(counts).toEqual([
      ['crossing', 1, 0, 1, 0],
      ['need', 1, 0, 1, 0],
    ]);
    expect((await covered()).coverage).toBeNull();
  });

  it('counts a situation once, whoever judges it, and nothing that a case leaves open', async () => {
    const file = join(rules, 'cases/first.yaml');
    const more = '    expect-by: { treasury: { not-excluded: [negotiate] } }\n';
    writeFileSync(file, `${readFileSync(file, 'utf8')}    facts: { need: unknown }\n${more}`);
    const { coverage } = await covered('--coverage');
    // Both comparisons of need are open, with them both rules about the airlift, and so what crossing decides in one of these.
    expect([coverage.situations, coverage.met]).toEqual([1, 11 - 4 + 3]);
  });

  it('does not count what no situation can meet, by contradiction or by what is impossible', async () => {
    const subsumed = `{ any: [${need('atLeast', 0.2)}, { all: [${need('atLeast', 0.5)}, ${crossing('equal', 'open')}] }] }`;
    const excluded = `{ all: [${need('above', 0.8)}, ${crossing('atMost', 'restricted')}] }`;
    write('rules/all.yaml', `rules:\n${rule('a', subsumed)}${rule('b', excluded)}`);
    write(
      'conditions.yaml',
      `impossible:\n  - { id: i, when: { all: [${need('above', 0.8)}, ${crossing('equal', 'open')}] }, because: b }\n`,
    );
    const { coverage } = await covered('--coverage');
    const [a, b] = coverage.rules;
    // In the first rule the second part cannot decide while it is true, nor while its second comparison alone is false.
    expect([a!.impossible, ...a!.comparisons.map(one => one.impossible)]).toEqual([
      [],
      [],
      ['decidesYes'],
      ['decidesYes', 'decidesNo'],
    ]);
    // In the second the crossing cannot be open where need is so great.
    expect([b!.impossible, ...b!.comparisons.map(one => one.impossible)]).toEqual([[], [], ['decidesNo']]);
    expect([coverage.impossible, coverage.obligations]).toEqual([4, 2 + 12 + 2 + 8 - 4]);
  });

  it('names the steps and levels that no case had, but those that none can have', async () => {
    write('conditions.yaml', `impossible:\n  - { id: i, when: ${crossing('equal', 'open')}, because: b }\n`);
    const { coverage } = await covered('--coverage');
    const times = (of: Coverage['facts'][number]['steps' | 'levels']) =>
      of.map(one => [one.is, one.impossible ? 'never' : one.times]);
    const [where, share] = coverage.facts;
    const levels = [
      ['closed', 0],
      ['restricted', 1],
      ['open', 'never'],
    ];
    expect([times(where!.steps), times(where!.levels)]).toEqual([levels, levels]);
    expect(times(share!.steps)).toEqual([
      ['0', 0],
      ['above 0 to below 0.2', 0],
      ['at least 0.2', 1],
    ]);
    expect(share!.levels).toEqual([]);
  });

  it('says what is never seen in lines of at most 80 columns, and fails below a threshold', async () => {
    const { out } = await demarche(['test', rules, '--coverage']);
    expect(out).toMatch(/talks-take-time +0 +1 +1\/2\n {2}never fires; crossing is closed: never true\n/);
    expect(out).toMatch(/crossing +closed; open\n/);
    expect(out).toContain('In 1 situation the cases meet 17 of 34 obligations (50.0%).');
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
    expect((await covered('--threshold', '50')).exit).toBe(0);
    expect((await covered('--threshold', '51')).exit).toBe(1);
  });

  it('prints JSON after its schema', async () => {
    const { out } = await demarche(['test', rules, '-f', 'json', '--coverage']);
    expect(validateTest(JSON.parse(out))).toBe(true);
  });
});

// A comparison in a named condition that two rules use, one of these twice; and one over several lines.
const SHARED = `rules:
${rule('a', '{ all: [{ condition: shut }, { condition: shut }] }')}${rule('b', '{ condition: shut }')}  - id: c
    title: T
    when:
      not:
        any:
          - fact: need
            operator: in
            value: [0, 1]
          - { condition: shut }
    then: [{ option: airlift, exclude: true }]
    because: b
    evidence: weak
    sources: [own-judgement]
`;
const SHUT = `conditions:
  shut:
    title: Shut
    when:
      ${crossing('equal', 'closed')}
`;

describe('demarche test --lcov', () => {
  const parsed = async () => {
    const file = join(project, 'coverage.info');
    expect((await demarche(['test', rules, '--quiet', '--lcov', file])).exit).toBe(0);
    return { sections: await lcovParser({ from: readFileSync(file) }), written: readFileSync(file, 'utf8') };
  };

  it('maps rules and comparisons to the lines of their files, as an lcov parser reads it', async () => {
    const { sections } = await parsed();
    expect(sections.map(({ name, path }) => [name, path.endsWith('rules/example/rules/all.yaml')])).toEqual([
      ['example', true],
    ]);
    const lines = readFileSync(join(rules, 'rules/all.yaml'), 'utf8').split('\n');
    const [{ lines: counted, branches }] = sections as [(typeof sections)[0]];
    const reads = counted.details.map(({ line, hit }) => [lines[line - 1]!.trim().slice(0, 24), hit]);
    expect(reads).toEqual([
      ['- id: airlift-reaches', 1],
      ['- { fact: crossing, oper', 1],
      ['- { fact: need, operator', 1],
      ['- id: airlift-costs', 1],
      ['when: { fact: need, oper', 1],
      ['- id: talks-open-the-way', 1],
      ['when: { fact: crossing, ', 1],
      ['- id: talks-take-time', 0],
      ['when: { fact: crossing, ', 1],
      ['- id: nothing-to-negotia', 0],
      ['when: { fact: crossing, ', 1],
    ]);
    expect([counted.instrumented, counted.hit]).toEqual([11, 9]);
    expect([branches.instrumented, branches.hit]).toEqual([12, 6]);
    expect(branches.details).toHaveLength(12);
  });

  it('puts a named condition in its own file, once, and whether it decided for each rule', async () => {
    write('rules/all.yaml', SHARED);
    write('conditions.yaml', SHUT);
    const { sections, written } = await parsed();
    const [conditions, all] = sections;
    expect([conditions!.path, all!.path].map(path => path.split('rules/example/')[1])).toEqual([
      'conditions.yaml',
      'rules/all.yaml',
    ]);
    expect(conditions!.branches.details.map(({ line, hit }) => [line, hit])).toEqual([
      [5, 0],
      [5, 1],
    ]);
    // False twice in an \`all\`, it decides neither time; nor can it be true in one place alone, and so decide while false.
    expect(written.match(/MCDC:5.*/g)).toEqual([
      'MCDC:5,4,t,0,0,crossing is closed in a',
      'MCDC:5,4,t,0,1,crossing is closed in a',
      'MCDC:5,4,t,0,2,crossing is closed in b',
      'MCDC:5,4,f,1,2,crossing is closed in b',
      'MCDC:5,4,t,0,3,crossing is closed in c',
      'MCDC:5,4,f,1,3,crossing is closed in c',
    ]);
    expect(written).toContain('MCF:6\nMCH:2\n');
    expect(all!.lines.details.map(({ line }) => line)).toEqual([2, 3, 4, 9]);
  });

  it('names files from the working directory on', async () => {
    const { out } = await demarche(['test', SHIPPED, '-q', '--lcov', '-']);
    const paths = [...out.matchAll(/^SF:(.*)$/gm)].map(([, path]) => path);
    expect(paths[0]).toBe('rules/patron-backed-regimes/conditions.yaml');
    expect(new Set(paths).size).toBe(11);
    const absolute = await demarche(['test', join(process.cwd(), SHIPPED), '-q', '--lcov', '-']);
    expect(absolute.out).toBe(out);
  });
});

describe('demarche test --listing', () => {
  it('shows the whole text of each file, with counts and marks beside it', async () => {
    write('rules/all.yaml', SHARED);
    write('conditions.yaml', SHUT);
    const { out } = await demarche(['test', rules, '-q', '--listing', '-']);
    const beside = (words: string) => out.split('\n').filter(line => line.includes(words));
    expect(beside('fact: crossing')).toEqual([
      `    5     0!     1      0!     1  |       ${crossing('equal', 'closed')}`,
    ]);
    expect(beside('- fact: need')).toEqual(['    9     0!     1      0!     1  |           - fact: need']);
    expect(beside('id: c')).toEqual(['    4     1      0!               |   - id: c']);
    const shown = [...out.matchAll(/^[ \d]{5}[ \d!?-]{28} \|(?: (.*))?$/gm)]
      .map(([, line]) => line ?? '')
      .join('\n');
    expect(`${shown}\n`).toBe(SHUT + SHARED);
    expect(await demarche(['test', rules, '-q', '--listing', '-'])).toMatchObject({ out });
  });

  it('is what the page about testing rules shows of it', () => {
    const page = text('docs/rule-testing.md');
    const [, shown] = /```text\n([\s\S]*?)```/.exec(page)!;
    const printed = text('tests/golden/cases/test-listing/stdout.txt').split('\n');
    expect(shown!.split('\n').filter(line => !printed.includes(line))).toEqual([]);
  });

  it('marks what is impossible', async () => {
    write(
      'rules/all.yaml',
      `rules:\n  - id: a\n    title: T\n    when:\n      any:\n        - ${crossing('equal', 'open')}
        - all: [${crossing('equal', 'open')}, ${need('above', 0)}]
    then: [{ option: airlift, exclude: true }]\n    because: b\n    evidence: weak\n    sources: [own-judgement]\n`,
    );
    const { out } = await demarche(['test', rules, '-q', '--listing', '-']);
    expect(out.split('\n').filter(line => line.includes('all: ['))[0]).toMatch(/^ {4}7 +0! +0! +- +1 {2}\|/);
  });
});

it('the shipped cases are covered in little time', async () => {
  const start = performance.now();
  const { out } = await demarche(['test', SHIPPED, '-f', 'json', '--coverage']);
  expect(performance.now() - start).toBeLessThan(60_000);
  const { coverage } = JSON.parse(out) as { coverage: Coverage };
  expect(coverage.undecided).toBe(0);
  expect(coverage.rules).toHaveLength(160);
});
