import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { validateDiff } from '../../src/schema/generated/result-validators.js';
import { demarche } from '../support/cli.js';
import { SHIPPED, text } from '../support/shipped.js';

const HERE = process.cwd();
const RULES = 'rules/example';
const ALL = `${RULES}/rules/all.yaml`;

/** A project of its own in a repository of its own, whose first revision is what `init` writes. */
beforeEach(async () => {
  process.chdir(mkdtempSync(join(tmpdir(), 'demarche-diff-')));
  await demarche(['init', '.']);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args]);
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
});
afterEach(() => process.chdir(HERE));

function change(file: string, from: string, to: string): void {
  const before = readFileSync(file, 'utf8');
  if (!before.includes(from)) throw new Error(`no \`${from}\` in ${file}`);
  writeFileSync(
    file,
    before.replace(from, () => to),
  );
}

const since = (...more: string[]) => demarche(['diff', `HEAD:${RULES}`, RULES, ...more]);

async function json(...more: string[]) {
  const { exit, out } = await since('-f', 'json', ...more);
  const result = JSON.parse(out);
  expect(validateDiff(result)).toBe(true);
  return { exit, result };
}

describe('demarche diff', () => {
  it('says where only what both can be in was looked at, and that this is not all', async () => {
    const words = { text: 'In every situation that both have all cells', code: 1 };
    change(
      `${RULES}/facts.yaml`,
      'levels: [closed, restricted, open]',
      'levels: [closed, restricted, open, wide]',
    );
    change(
      `${RULES}/facts.yaml`,
      'open: they pass within a day',
      'open: they pass within a day\n      wide: at once',
    );
    const { exit, result } = await json('--exit-code');
    expect([exit, result.situations, result.equivalent]).toEqual([words.code, 'shared', true]);
    const { out } = await since();
    expect(out.replace(/\s+/g, ' ')).toContain(words.text);
  });

  it('proves nothing of situations that do not exist', async () => {
    writeFileSync(
      `${RULES}/conditions.yaml`,
      'impossible: [{ id: all, because: b, when: { fact: need, operator: atLeast, value: 0 } }]\n',
    );
    const { exit, result } = await json('--exit-code');
    expect([exit, result.situations, result.equivalent]).toEqual([1, 'none', 'undecided']);
  });

  it('finds nothing where nothing changed, and proves that nothing can differ', async () => {
    const { exit, result } = await json('--exit-code');
    expect(exit).toBe(0);
    expect(result).toMatchObject({ changes: [], equivalent: true, difference: null, example: null });
    expect(result.leaders.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['same', 'same']);
    const { out } = await since();
    expect(out).toContain('Nothing changed.');
    expect(out).toContain('relief-agency, treasury: the leader cannot differ');
  });

  it('says what changed, how scenarios moved and why, and the smallest situation with another leader', async () => {
    change(ALL, 'points: -50', 'points: -90');
    const { exit, out, err } = await since();
    expect([exit, err]).toEqual([0, '']);
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
    expect(out).not.toContain('\u001b');
    expect(out).toContain('now adds -90, not -50, to cost of airlift');
    expect(out).toContain('Airlift: from 2. +13.0 to 2. +1.0, -12.0');
    expect(out).toContain('-12.0 cost: flying costs many times what driving does (airlift-costs:');
    const { result } = await json();
    expect(result).toMatchObject({
      equivalent: false,
      difference: {
        differs: [{ fact: 'need', neutral: 0, value: 1 }],
        cells: [{ option: 'airlift', criterion: 'cost', a: -50, b: -90 }],
        gates: [],
      },
      scenarios: [{ path: 'scenarios/example.yaml', leaderChanges: false }],
    });
    expect((await since('--exit-code')).exit).toBe(1);
  });

  it('shows the smallest situation in which the leader differs, and writes it for both, runnable as it is', async () => {
    change(
      ALL,
      'option: airlift, criterion: relief, points: 40',
      'option: airlift, criterion: relief, points: 4',
    );
    const { result } = await json('--write', 'found');
    // At a closed crossing nothing but an airlift is worth anything, and a fifth in need is what it takes.
    expect(result.example).toMatchObject({
      perspective: 'relief-agency',
      differs: [{ fact: 'need', neutral: 0, value: 1 }],
      smallest: true,
      comparison: { a: { leader: 'airlift' }, b: { leader: 'wait' } },
    });
    expect(readdirSync('found').sort()).toEqual([
      ...['cells-a.yaml', 'cells-b.yaml'],
      ...['leader-relief-agency-a.yaml', 'leader-relief-agency-b.yaml', 'rule-set-a'],
    ]);
    const leaders = await Promise.all(
      ['a', 'b'].map(async side => {
        const { exit, out } = await demarche([
          'appraise',
          `found/leader-relief-agency-${side}.yaml`,
          '-f',
          'json',
        ]);
        return [exit, JSON.parse(out).ranking[0].option];
      }),
    );
    expect(leaders).toEqual([
      [0, 'airlift'],
      [0, 'wait'],
    ]);
  });

  it('reports a scenario that one of the two does not take, and shows the others', async () => {
    cpSync('scenarios/example.yaml', 'scenarios/other.yaml');
    change('scenarios/other.yaml', 'id: example', 'id: other');
    change('scenarios/other.yaml', 'facts:', 'facts:\n  escort: true');
    change(
      `${RULES}/facts.yaml`,
      'facts:',
      'facts:\n  escort:\n    title: E\n    question: Q?\n    boolean: true\n    anchors: { true: so, false: not so }',
    );
    const { result } = await json('--scenarios', 'scenarios');
    expect(result.scenarios).toMatchObject([
      { path: 'scenarios/example.yaml', diagnostics: { a: [], b: [] } },
      { path: 'scenarios/other.yaml', comparison: null, leaderChanges: null, diagnostics: { b: [] } },
    ]);
    expect(result.scenarios[0].comparison).not.toBeNull();
    expect(result.scenarios[1].diagnostics.a[0].message).toContain('unknown fact `escort`');
    expect(result.together).toEqual([{ fact: 'escort', how: 'only-b' }]);
    expect((await since()).out).toContain('scenarios/other.yaml is not a scenario of both');
  });

  it('judges by one perspective of both, and no other', async () => {
    change(ALL, 'points: -50', 'points: -90');
    const { result } = await json('--perspective', 'treasury');
    expect(result.leaders.map(({ perspective }: { perspective: string }) => perspective)).toEqual([
      'treasury',
    ]);
    expect(result.scenarios[0].comparison.b.perspective.id).toBe('treasury');
    const { exit, err } = await since('--perspective', 'nobody');
    expect([exit, err]).toEqual([
      2,
      '`nobody` is no perspective of both rule sets: relief-agency, treasury is\n',
    ]);
  });

  it('prints every format, and `render` prints a saved result again', async () => {
    change(ALL, 'points: -50', 'points: -90');
    for (const format of ['text', 'plain', 'markdown', 'csv']) {
      const { exit, out } = await since('-f', format);
      expect([format, exit, out.length > 100]).toEqual([format, 0, true]);
      await since('-f', 'json', '-o', 'saved.json');
      const again = await demarche(['render', 'saved.json', '-f', format]);
      expect(again.out.replace(/ -f json -o saved\.json/g, '')).toContain(out.split('\n')[0]);
    }
    expect((await since('-f', 'csv')).out).toContain(
      'scenarios/example.yaml,relief-agency,airlift,ranked,2,13,ranked,2,1,-12,',
    );
  });

  it('tells undecided where time is up', async () => {
    process.chdir(HERE);
    const changed = mkdtempSync(join(tmpdir(), 'demarche-diff-'));
    cpSync(SHIPPED, changed, { recursive: true });
    const file = join(changed, 'rules/patronage.yaml');
    writeFileSync(file, text(`${SHIPPED}/rules/patronage.yaml`).replaceAll(/points: 5 /g, 'points: 6 '));
    const { out } = await demarche(['diff', SHIPPED, changed, '--time-limit', '1', '-f', 'json']);
    const { leaders } = JSON.parse(out);
    for (const { verdict, example, search } of leaders)
      if (verdict === 'undecided') expect([example, search.covered < 1]).toEqual([null, true]);
  });
});

describe('REV:path', () => {
  it.each([
    [`nowhere:${RULES}`, 'no revision `nowhere` in this repository'],
    ['HEAD:rules/other', 'no folder `rules/other` in the revision `HEAD`'],
    [`HEAD:${ALL}`, `no folder \`${ALL}\` in the revision \`HEAD\``],
    [`:${RULES}`, '`` is no revision'],
    ['HEAD^{/a b}:x', 'is no revision'],
  ])('%s is wrong usage', async (named, said) => {
    const { exit, out, err } = await demarche(['diff', named, RULES]);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });

  it('is no option of git', async () => {
    const { exit, err } = await demarche(['diff', '--', `--output=pwned:${RULES}`, RULES]);
    expect([exit, err]).toEqual([2, '`--output=pwned` is no revision\n']);
  });

  it('is a path where there is one, or a drive', async () => {
    cpSync(RULES, 'HEAD:rules', { recursive: true });
    const { exit, out } = await demarche(['diff', 'HEAD:rules', RULES, '-f', 'json']);
    expect([exit, JSON.parse(out).equivalent]).toEqual([0, true]);
    const drive = await demarche(['diff', 'C:\\rules', RULES]);
    expect([drive.exit, drive.err.includes('no rule set folder')]).toEqual([2, true]);
  });

  it('starts at the top of the repository, or with a dot here', async () => {
    process.chdir('rules');
    const top = await demarche(['diff', `HEAD:${RULES}`, 'example', '-f', 'json']);
    expect(JSON.parse(top.out).equivalent).toBe(true);
    const here = await demarche(['diff', 'HEAD:./example/', 'example', '-f', 'json', '--scenarios', '..']);
    expect(JSON.parse(here.out).scenarios).toHaveLength(1);
  });

  it('says what is wrong with a rule set of a revision, where it stands there', async () => {
    change(ALL, 'option: airlift', 'option: airlifd');
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '-qam', 'second']);
    change(ALL, 'option: airlifd', 'option: airlift');
    const { exit, err } = await since();
    expect(exit).toBe(3);
    expect(err).toContain(`--> HEAD:${ALL}:`);
    expect(err).toContain('unknown option `airlifd`');
  });

  it('needs a repository', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'demarche-none-'));
    cpSync(RULES, join(elsewhere, 'r'), { recursive: true });
    process.chdir(elsewhere);
    const { exit, err } = await demarche(['diff', 'HEAD:r', 'r']);
    expect([exit, err]).toEqual([2, 'no git repository here to read `HEAD` from\n']);
  });
});
