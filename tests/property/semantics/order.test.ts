import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appraise } from '../../../src/appraise.js';
import { loadScenario } from '../../../src/load.js';
import type { Appraisal } from '../../../src/model/appraisal.js';
import { appraised, FACTS, ifYes, ruleSetOf, scenarioOf, withRules } from '../../support/appraising.js';
import { factsArbitrary, rulesArbitrary, saidArbitrary } from '../../support/random.js';
import { shuffled } from '../../support/shuffled.js';
import { type Rules, ruleSetData, type Said, scenarioData, textOf, textsOf } from '../../support/written.js';

/** The texts of a rule set and a scenario in another order: files, keys and entries at every level, rules in two files. */
function turned(rules: Partial<Rules>, said: Said, seed: number, parts: boolean) {
  const { 'rules/all.yaml': all, ...others } = shuffled(ruleSetData(rules), seed, parts);
  const [first, ...rest] = (all as { rules: object[] }).rules;
  const files = {
    'rules/b.yaml': { rules: [first] },
    ...others,
    ...(rest.length > 0 && { 'rules/a.yaml': { rules: rest } }),
  };
  return { texts: textsOf(shuffled(files, seed)), scenario: shuffled(scenarioData(said), seed) };
}

async function whole(rules: Partial<Rules>, said: Said): Promise<Appraisal | undefined> {
  return result(textsOf(ruleSetData(rules)), scenarioData(said));
}

async function result(texts: ReturnType<typeof textsOf>, said: object): Promise<Appraisal | undefined> {
  const ruleSet = ruleSetOf(texts);
  const { scenario } = await loadScenario(textOf('s.yaml', said), ruleSet);
  return scenario && appraise(ruleSet, scenario);
}

/** The bytes of a result, but for the lines at which its rules happen to stand. */
const bytes = (one: Appraisal | undefined) => JSON.stringify(one)?.replace(/"at":\{[^}]*\}/g, '');

const shuffling = (check: (rules: Partial<Rules>, said: Said, seed: number) => Promise<void>) =>
  fc.assert(fc.asyncProperty(rulesArbitrary, saidArbitrary, fc.nat(), check), { numRuns: 120 });

describe('4.6 order', () => {
  it('4.6 nothing depends on the order of files, rules, effects, facts, options or keys, at any depth', async () => {
    await shuffling(async (rules, said, seed) => {
      const { texts, scenario } = turned(rules, said, seed, false);
      expect(bytes(await result(texts, scenario))).toBe(bytes(await whole(rules, said)));
    });
  });

  it('4.6 the order of the parts of a condition and of sources changes no place, number or hash', async () => {
    const numbers = (one: Appraisal | undefined) =>
      one && [one.manifest, one.ranking.map(row => [row.option, row.rank, row.low, row.score, row.high])];
    await shuffling(async (rules, said, seed) => {
      const { texts, scenario } = turned(rules, said, seed, true);
      expect(numbers(await result(texts, scenario))).toEqual(numbers(await whole(rules, said)));
    });
  });
});

describe('4.6 the machine', () => {
  // A Dane sorts `aa` after `z`, a Czech `ch` after `h`; both write 0,5. In Kiritimati it is tomorrow.
  it('4.6 the locale and the time zone change no byte of any format', () => {
    const folder = mkdtempSync(join(tmpdir(), 'demarche-locale-'));
    const options = ['base', 'aa', 'ch', 'h', 'z'];
    const rules = [
      { when: ifYes(1).when, then: [{ options: ['ch', 'h', 'z', 'aa'], criterion: 'x', points: 5 }] },
      { ...ifYes(7, 'aa'), when: { fact: 'colour', operator: 'equal', value: 'red' } },
    ];
    const files = {
      ...ruleSetData({ rules, options }),
      's.yaml': scenarioData({ facts: { ...FACTS, colour: 'unknown' } }),
    };
    for (const [path, data] of Object.entries(files)) {
      const file = join(folder, path === 's.yaml' ? path : `random/${path}`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, textOf(path, data).text);
    }
    const run = (format: string, env: Record<string, string>) =>
      execFileSync('node', [join(process.cwd(), 'dist/bin.js'), 'appraise', 's.yaml', '--format', format], {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, ...env },
      });
    for (const format of ['json', 'text', 'markdown', 'csv']) {
      const here = run(format, { LC_ALL: 'C', TZ: 'UTC' });
      expect(here).toContain('aa');
      expect(run(format, { LC_ALL: 'da_DK.UTF-8', TZ: 'Pacific/Kiritimati' })).toBe(here);
      expect(run(format, { LC_ALL: 'cs_CZ.UTF-8', TZ: 'America/Adak' })).toBe(here);
    }
  });
});

describe('4.8 the same bytes', () => {
  it('4.8 the same inputs give the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(rulesArbitrary, saidArbitrary, async (rules, said) => {
        expect(JSON.stringify(await whole(rules, said))).toBe(JSON.stringify(await whole(rules, said)));
      }),
      { numRuns: 50 },
    );
  });

  it('4.8 appraisals that run at once say what they say one after another', async () => {
    await fc.assert(
      fc.asyncProperty(
        rulesArbitrary,
        fc.array(factsArbitrary, { minLength: 2, maxLength: 6 }),
        async (rules, several) => {
          const sure = { ...rules, impossible: [] };
          const alone = withRules(sure);
          const apart: Appraisal[] = [];
          for (const facts of several) apart.push(await appraised(alone, { facts }));
          const shared = withRules(sure);
          expect(await Promise.all(several.map(facts => appraised(shared, { facts })))).toEqual(apart);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('4.8 hashes', () => {
  const hashOf = (rules: Partial<Rules>) => withRules(rules).hash;

  it('4.8 the hash of a rule set does not change with comments', () => {
    const texts = textsOf(ruleSetData({ rules: [ifYes(30)] }));
    const commented = texts.map(({ path, text }) => ({
      path,
      text: `# why\n${text.replaceAll(/$/gm, ' # so')}`,
    }));
    expect(ruleSetOf(commented).hash).toBe(ruleSetOf(texts).hash);
  });

  it.each<[string, Partial<Rules>]>([
    ['points', { rules: [ifYes(31)] }],
    ['a condition', { rules: [{ ...ifYes(30), when: { fact: 'yes', operator: 'equal', value: false } }] }],
    [
      'a named condition',
      { rules: [ifYes(30)], named: { fact: 'level', operator: 'atLeast', value: 'high' } },
    ],
    ['a derived fact', { rules: [ifYes(30)], derived: [{ value: 'small' }] }],
    ['a weight', { rules: [ifYes(30)], weights: { p: { x: 2, y: 1, z: 1 }, q: { x: 0, y: 1, z: 0 } } }],
    ['an option', { rules: [ifYes(30)], options: ['base', 'a'] }],
    ['the likelihood scale', { rules: [ifYes(30)], scale: 'icd-203' }],
  ])('4.8 the hash of a rule set changes with %s', (_, rules) => {
    expect(hashOf(rules)).not.toBe(hashOf({ rules: [ifYes(30)] }));
  });

  it('4.8 the hash of a scenario changes with everything that it states', async () => {
    const ruleSet = withRules({ rules: [ifYes(30)] });
    const share = (more: object) => ({
      facts: { ...FACTS, share: { between: [0.1, 0.3], note: 'n', ...more } },
    });
    const yes = (more: object) => ({ facts: { ...FACTS, yes: { value: true, note: 'n', ...more } } });
    const scenarios: Said[] = [
      { facts: FACTS },
      { facts: { ...FACTS, level: 'high' } },
      { facts: { ...FACTS, level: 'unknown' } },
      { facts: FACTS, perspective: 'q' },
      { facts: FACTS, weights: { x: 2, y: 1, z: 0 } },
      { facts: FACTS, leaveOut: { a: 'so' } },
      { facts: FACTS, leaveOut: { b: 'so' } },
      share({}),
      share({ likely: 0.2 }),
      share({ likely: 0.2, shape: 'pert' }),
      yes({}),
      yes({ note: 'm' }),
      yes({ likelihood: 'likely' }),
      yes({ likelihood: 'probable' }),
      yes({ confidence: 'low' }),
      yes({ confidence: 'medium' }),
    ];
    const hashes = await Promise.all(scenarios.map(async said => (await scenarioOf(ruleSet, said)).hash));
    expect(new Set(hashes).size).toBe(scenarios.length);
  });

  it('4.8 the hash of a scenario does not change between `3` stated short and long', async () => {
    const ruleSet = withRules({ rules: [ifYes(30)] });
    const short = await scenarioOf(ruleSet, { facts: { ...FACTS, share: 0.3 } });
    const long = await scenarioOf(ruleSet, { facts: { ...FACTS, share: { value: 0.3 } } });
    expect(long.hash).toBe(short.hash);
  });
});
