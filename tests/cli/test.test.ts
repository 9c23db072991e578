import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeEach, describe, expect, it } from 'vitest';
import { demarche } from '../support/cli.js';
import { text } from '../support/shipped.js';

let project: string;
let rules: string;
beforeEach(async () => {
  project = mkdtempSync(join(tmpdir(), 'demarche-test-'));
  rules = join(project, 'rules/example');
  await demarche(['init', project]);
});

/** Writes a case on the example scenario, and runs it: what failed, as underlined text and message. */
async function failing(expectation: string, more = '') {
  const file = join(rules, 'cases/more.yaml');
  writeFileSync(
    file,
    `cases:\n  - id: more\n    title: T\n    scenario: ../../../scenarios/example.yaml\n${more}    expect: ${expectation}\n`,
  );
  const { exit, out } = await demarche(['test', rules, '--filter', 'more', '-f', 'json']);
  if (out === '') return { exit, told: [] };
  const { cases } = JSON.parse(out);
  const told = cases.flatMap((one: { failures: { diagnostic: { message: string; place: Place } }[] }) =>
    one.failures.map(({ diagnostic: { message, place } }) => [
      place.excerpt.slice(place.column - 1, place.endColumn - 1),
      message,
    ]),
  );
  return { exit, told };
}

interface Place {
  excerpt: string;
  column: number;
  endColumn: number;
}

// At the example's restricted crossing: negotiate +17.5, airlift +13 (relief +28, cost -15), wait 0, nothing excluded.
describe('demarche test', () => {
  it('names the rule sets in a folder that is none itself', async () => {
    const { exit, err } = await demarche(['test', project]);
    expect(exit).toBe(2);
    expect(err).toContain(`no rule set folder \`${project}\``);
    expect(err).toContain(`it holds \`${rules}\``);
  });

  it.each([
    ['{ first: negotiate }'],
    ['{ in-top: { count: 2, options: [airlift, negotiate] } }'],
    ['{ excluded: [], not-excluded: [negotiate] }'],
    ['{ ranked-above: { negotiate: [airlift, wait] }, ranked-below: { wait: [airlift] } }'],
    ['{ beats-baseline: [airlift, negotiate] }'],
    ['{ score-at-least: { airlift: 13 }, score-at-most: { airlift: 13 } }'],
    ['{ fires: [airlift-costs, talks-open-the-way], does-not-fire: [talks-take-time] }'],
    [
      '{ first: wait, excluded: [negotiate], fires: [nothing-to-negotiate] }',
      '    facts: { crossing: open, need: 0 }\n',
    ],
    ['{ undetermined: [airlift-costs] }', '    facts: { need: unknown }\n'],
    ['{ undetermined: [talks-open-the-way, nothing-to-negotiate] }', '    facts: { crossing: unknown }\n'],
  ])('passes %s', async (expectation, more = '') => {
    expect(await failing(expectation, more)).toEqual({ exit: 0, told: [] });
  });

  it.each([
    ['{ first: airlift }', 'airlift', 'found `negotiate` first, and `airlift` has rank 2 (+13.00)'],
    ['{ in-top: { count: 2, options: [wait] } }', 'wait', '`wait` has rank 3 (0.00), not among the first 2'],
    ['{ excluded: [airlift] }', 'airlift', '`airlift` has rank 2 (+13.00), not excluded'],
    [
      '{ ranked-above: { airlift: [negotiate] } }',
      'negotiate',
      '`airlift` has rank 2 (+13.00), not above `negotiate`: `negotiate` has rank 1 (+17.50)',
    ],
    [
      '{ ranked-below: { negotiate: [negotiate] } }',
      'negotiate',
      '`negotiate` has rank 1 (+17.50), not below `negotiate`: `negotiate` has rank 1 (+17.50)',
    ],
    ['{ beats-baseline: [wait] }', 'wait', '`wait` has rank 3 (0.00), not above the baseline'],
    ['{ score-at-least: { airlift: 13.01 } }', '13.01', '`airlift` has rank 2 (+13.00), not at least 13.01'],
    ['{ score-at-most: { airlift: 12.99 } }', '12.99', '`airlift` has rank 2 (+13.00), not at most 12.99'],
    ['{ fires: [talks-take-time] }', 'talks-take-time', '`talks-take-time` does not fire'],
    ['{ does-not-fire: [airlift-costs] }', 'airlift-costs', '`airlift-costs` fires'],
    ['{ undetermined: [airlift-costs] }', 'airlift-costs', '`airlift-costs` fires'],
  ])('fails %s at its place', async (expectation, underlined, message) => {
    expect(await failing(expectation)).toEqual({ exit: 1, told: [[underlined, message]] });
  });

  it.each([
    ['{ excluded: [] }', 'excluded', 'also excluded: `negotiate`'],
    ['{ not-excluded: [negotiate] }', 'negotiate', '`negotiate` is excluded'],
    [
      '{ ranked-above: { negotiate: [airlift] } }',
      'airlift',
      '`negotiate` is excluded, not above `airlift`: `airlift` has rank 2 (-15.00)',
    ],
    ['{ score-at-least: { negotiate: -100 } }', '-100', '`negotiate` is excluded, not at least -100'],
  ])('fails %s where a gate excludes the option', async (expectation, underlined, message) => {
    const { exit, told } = await failing(expectation, '    facts: { crossing: open }\n');
    expect([exit, told]).toEqual([1, [[underlined, message]]]);
  });

  it('judges by other perspectives, and facts of its own without a scenario', async () => {
    writeFileSync(
      join(rules, 'cases/more.yaml'),
      'cases:\n  - id: own\n    title: T\n    facts: { crossing: closed, need: 0.5 }\n' +
        '    expect-by: { relief-agency: { first: airlift }, treasury: { first: wait, does-not-fire: [talks-open-the-way] } }\n',
    );
    const { out } = await demarche(['test', rules, '--filter', 'own', '-f', 'json', '--verbose']);
    const { cases } = JSON.parse(out);
    expect(
      cases.map((one: { perspective: string; passed: boolean }) => [one.perspective, one.passed]),
    ).toEqual([
      ['relief-agency', true],
      ['treasury', true],
    ]);
  });

  it('shows what was found in its file, with the reasons, in lines of at most 80 columns', async () => {
    const file = join(rules, 'cases/first.yaml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('first: negotiate', 'first: airlift, fires: [talks-take-time]'),
    );
    const { exit, out } = await demarche(['test', rules]);
    expect(exit).toBe(1);
    expect(out).toContain('FAILED restricted-crossing (relief-agency)');
    expect(out).toContain('airlift +13.0: +28.0 relief airlift-reaches, -15.0 cost airlift-costs');
    expect(out).toContain('talks-take-time: crossing is closed (saw restricted)');
    expect(out).toContain('example 0.1.0: 0 of 1 case pass');
    expect(out.split('\n').filter(line => !line.includes('-->') && line.length > 80)).toEqual([]);
  });

  it('prints JSON after its schema, JUnit that is XML, and commands for GitHub, whatever a title holds', async () => {
    const file = join(rules, 'cases/first.yaml');
    const hostile = readFileSync(file, 'utf8').replace(/title: .*/, 'title: "A <b>&\\a %, : end"');
    writeFileSync(file, hostile.replace('first: negotiate', 'first: airlift'));
    const json = await demarche(['test', rules, '-f', 'json']);
    const ajv = new Ajv({
      strict: false,
      schemas: ['appraisal', 'robustness', 'flips', 'common', 'verify'].map(name => ({
        ...JSON.parse(text(`schemas/${name}.schema.json`)),
        $id: `${name}.schema.json`,
      })),
    });
    const valid = ajv.compile({ ...JSON.parse(text('schemas/test.schema.json')), $id: 'test.schema.json' });
    expect([valid(JSON.parse(json.out)), valid.errors]).toEqual([true, null]);
    const junit = (await demarche(['test', rules, '-f', 'junit'])).out;
    expect(junit).toContain('<testsuite name="example" tests="3" failures="1">');
    expect(junit).toMatch(/<failure message="found `negotiate` first[^<>]*">[^<>]*<\/failure>/);
    const github = (await demarche(['test', rules, '-f', 'github'])).out;
    expect(github.split('\n')[0]).toMatch(
      /^::error file=[^:]*first\.yaml,line=6,col=\d+,title=[^:,]*::found `negotiate` first/,
    );
  });

  it('does not call an empty run a success', async () => {
    const { exit, err } = await demarche(['test', rules, '--filter', 'nothing-like-it']);
    expect([exit, err]).toEqual([
      1,
      `no case or property whose id or title holds \`nothing-like-it\` in \`${rules}\`: an empty run is no success\n`,
    ]);
  });

  it.each([
    ['a folder that is not there', 'no-such', 2],
    ['cases with a mistake', 'rules/example', 3],
  ])('refuses %s', async (_, folder, exit) => {
    const file = join(rules, 'cases/first.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('first: negotiate', 'first: negotate'));
    expect((await demarche(['test', join(project, folder)])).exit).toBe(exit);
  });

  it('says that a situation is impossible rather than to judge it', async () => {
    writeFileSync(
      join(rules, 'conditions.yaml'),
      'impossible:\n  - { id: never, when: { fact: crossing, operator: equal, value: closed }, because: b }\n',
    );
    const { exit, out } = await (async () => {
      await failing('{ first: airlift }', '    facts: { crossing: closed }\n');
      return demarche(['test', rules, '--filter', 'more']);
    })();
    expect([exit, out.includes('scenario/impossible')]).toEqual([1, true]);
  });

  it('runs again whenever a file changes', async () => {
    const child = spawn('node', ['dist/bin.js', 'test', rules, '--watch']);
    let out = '';
    child.stdout.on('data', chunk => {
      out += chunk;
    });
    const until = async (said: string) => {
      while (!out.includes(said)) await new Promise(resolve => setTimeout(resolve, 20));
    };
    try {
      await until('1 of 1 case pass');
      const file = join(rules, 'cases/first.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace('first: negotiate', 'first: airlift'));
      await until('0 of 1 case pass');
    } finally {
      child.kill();
    }
  });
});

describe('properties', () => {
  /** A property that does not hold as soon as anybody is in need. */
  const broken = `properties:
  - id: mine
    title: Flying is free
    because: it must be so
    bounded: { option: airlift, criterion: cost, from: 0, to: 0 }
`;

  it('are tried at random: what does not hold fails in every format, with the situation', async () => {
    writeFileSync(join(rules, 'properties.yaml'), broken);
    const run = (...more: string[]) => demarche(['test', rules, '--filter', 'mine', ...more]);
    const { exit, out } = await run();
    expect(exit).toBe(1);
    expect(out).toContain('FAILED mine\n');
    expect(out).toContain('airlift-costs');
    expect(Math.max(...out.split('\n').map(line => line.length))).toBeLessThanOrEqual(80 + rules.length);
    const { properties, failed } = JSON.parse((await run('-f', 'json')).out);
    expect([failed, properties[0].passed, properties[0].tried > 0]).toEqual([1, false, true]);
    // Anything above none costs: of the numbers up to the next threshold, a fifth, the shortest is 0.1.
    expect(properties[0].counterexample.differs).toEqual([{ fact: 'need', neutral: 0, value: 0.1 }]);
    const junit = (await run('-f', 'junit')).out;
    expect(junit).toMatch(/failures="1"/);
    expect(junit).toMatch(/<failure message="Flying is free">.*not so with need /);
    const github = (await run('-f', 'github')).out;
    expect(github).toMatch(
      /^::error file=.*properties\.yaml,line=2,title=mine::Flying is free: not so with need /m,
    );
  });

  it('give the same for the same seed, and pass where their exception says so', async () => {
    writeFileSync(join(rules, 'properties.yaml'), broken);
    const run = (...more: string[]) => demarche(['test', rules, '--filter', 'mine', '-f', 'json', ...more]);
    expect((await run('--seed', '5')).out).toBe((await run('--seed', '5')).out);
    writeFileSync(
      join(rules, 'properties.yaml'),
      broken.replace('    bounded', '    exception: it is not\n    bounded'),
    );
    expect((await run()).exit).toBe(0);
  });
});
