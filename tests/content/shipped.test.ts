import { readdirSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readRuleSet, readText } from '../../src/files/index.js';
import { loadScenario } from '../../src/load.js';
import type { MutationResult } from '../../src/model/mutation-result.js';
import { scenarioSchema } from '../../src/report/scenario-schema.js';
import type { CaseFile, ScenarioFile } from '../../src/schema/generated/author-types.js';
import { validate } from '../../src/schema/validate.js';
import { parseYaml } from '../../src/source/parse-yaml.js';
import { demarche } from '../support/cli.js';
import { appraised, SCENARIOS, SHIPPED, shippedRuleSet, text } from '../support/shipped.js';

describe('the shipped rule set', () => {
  it('has no error and no warning', async () => {
    const { diagnostics } = await readRuleSet(SHIPPED);
    expect(diagnostics).toEqual([]);
  });

  it('has at least 100 rules, each with a reason and a source', async () => {
    const { rules } = await shippedRuleSet();
    expect(rules.length).toBeGreaterThanOrEqual(100);
    for (const { because, sources } of rules)
      expect([because.length > 10, sources.length > 0]).toEqual([true, true]);
  });

  it('ranks the options, criteria and perspectives of its vocabulary', async () => {
    const { options, criteria, perspectives } = await shippedRuleSet();
    expect(options.size).toBe(20);
    expect([...criteria.keys()]).toEqual(
      'accountability denial feasibility humanitarian leverage regional-stability rights settlement strategic-interests'.split(
        ' ',
      ),
    );
    expect([...perspectives.keys()]).toEqual(
      'asean european-union human-rights-organisation strategic-interests-first united-states'.split(' '),
    );
  });

  it('speaks for and against every option but the baseline', async () => {
    const { rules, options, baseline } = await shippedRuleSet();
    for (const id of options.keys()) {
      if (id === baseline) continue;
      const points = rules.flatMap(({ effects }) =>
        effects.flatMap(effect => (effect.kind === 'points' && effect.option === id ? [effect.points] : [])),
      );
      expect([id, points.some(p => p > 0), points.some(p => p < 0)]).toEqual([id, true, true]);
    }
  });

  it('has an up-to-date schema for its scenarios', async () => {
    const schema = JSON.parse(text(`${SHIPPED}/scenario.schema.json`));
    expect(schema).toEqual(JSON.parse(JSON.stringify(scenarioSchema(await shippedRuleSet()))));
  });
});

describe('the schema for scenarios of the shipped rule set', () => {
  const schema = JSON.parse(text(`${SHIPPED}/scenario.schema.json`));
  const valid = new Ajv({ strict: false }).compile(schema);

  it.each(SCENARIOS)('accepts %s', path => {
    expect([valid(parse(text(path))), valid.errors]).toEqual([true, null]);
  });

  it('refuses a fact, a level, a perspective and a kind of source that do not exist', () => {
    const sound = parse(text(SCENARIOS[0]!));
    for (const change of [
      { facts: { ...sound.facts, nonsense: true } },
      { facts: { ...sound.facts, repression: 'hihg' } },
      { perspective: 'nobody' },
      { sources: { own: { title: 'T', kind: 'rumour' } } },
    ])
      expect([change, valid({ ...sound, ...change })]).toEqual([change, false]);
  });

  it('knows the same kinds of sources as the schema of scenarios at large', () => {
    const common = JSON.parse(text('schemas/common.schema.json'));
    expect(schema.definitions.source.properties.kind.enum).toEqual(
      common.definitions.sources.additionalProperties?.properties?.kind?.enum ??
        Object.values<{ properties?: { kind?: { enum: string[] } } }>(common.definitions).find(
          one => one.properties?.kind?.enum,
        )!.properties!.kind!.enum,
    );
  });
});

describe('the shipped scenarios', () => {
  it.each(SCENARIOS)('%s has no error and no warning', async path => {
    const { source } = await readText(path);
    const { diagnostics } = await loadScenario(source!, await shippedRuleSet());
    expect(diagnostics).toEqual([]);
  });

  it('put four different options first, each under its own perspective', async () => {
    expect(new Set(await leaders()).size).toBe(4);
  });

  it('put four different options first under one and the same perspective', async () => {
    const { perspectives } = await shippedRuleSet();
    const apart = [];
    for (const id of perspectives.keys()) if (new Set(await leaders(id)).size === 4) apart.push(id);
    expect(apart).toContain('european-union');
    expect(apart).toContain('human-rights-organisation');
  });

  it('say of each fact where its coding comes from', async () => {
    for (const path of SCENARIOS) {
      const { facts } = parse(text(path)) as ScenarioFile;
      const bare = Object.entries(facts).filter(([, stated]) => !(stated as { source?: unknown }).source);
      expect(
        bare.map(([fact]) => fact),
        path,
      ).toEqual([]);
    }
  });

  it('carry the line that lets an editor complete them', () => {
    for (const path of SCENARIOS) {
      expect(text(path).split('\n')[0]).toBe(
        '# yaml-language-server: $schema=../rules/patron-backed-regimes/scenario.schema.json',
      );
    }
  });
});

async function leaders(perspective?: string): Promise<string[]> {
  const rankings = await Promise.all(SCENARIOS.map(path => appraised(path, perspective)));
  return rankings.map(({ ranking }) => ranking[0]!.option);
}

describe('the worked cases', () => {
  const paths = readdirSync(`${SHIPPED}/cases`).map(name => `${SHIPPED}/cases/${name}`);
  const cases = paths.flatMap(path => (parse(text(path)) as CaseFile).cases);

  it.each(paths)('%s has the shape of a case file', path => {
    const { file } = parseYaml({ path, text: text(path) });
    expect(validate('case', file!).diagnostics).toEqual([]);
  });

  it('stand in one file for each scenario, and say there what is first, in the top and excluded', () => {
    const nameOf = (path: string) => path.split('/').at(-1);
    for (const scenario of SCENARIOS) {
      const path = paths.find(one => nameOf(one) === nameOf(scenario))!;
      const [first] = (parse(text(path)) as CaseFile).cases;
      expect(nameOf(first!.scenario!)).toBe(nameOf(path));
      expect(Object.keys(first!.expect!).sort()).toEqual(['excluded', 'first', 'in-top']);
    }
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it('stand in one file for each theme of the rules as well', () => {
    const names = (folder: string) => readdirSync(`${SHIPPED}/${folder}`);
    expect(names('cases')).toEqual(expect.arrayContaining(names('rules')));
  });

  it('have every option in front of the field, and behind holding course or excluded', async () => {
    const { options, baseline } = await shippedRuleSet();
    const asked = cases.flatMap(one => [one.expect, ...Object.values(one['expect-by'] ?? {})]);
    const inFront = asked.flatMap(one => [one?.first, ...(one?.['in-top']?.options ?? [])]);
    const behind = asked.flatMap(one => [
      ...(one?.excluded ?? []),
      ...Object.keys(one?.['ranked-below'] ?? {}),
      ...(one?.['ranked-above']?.[baseline] ?? []),
    ]);
    const ids = [...options.keys()];
    expect(ids.filter(id => !inFront.includes(id))).toEqual([]);
    expect(ids.filter(id => id !== baseline && !behind.includes(id))).toEqual([]);
  });

  it('all come out as they expect, and show each rule fire and not, and nearly all that decides it', async () => {
    const { exit, out } = await demarche(['test', SHIPPED, '--format', 'json', '--coverage']);
    const { passed, failed, properties, coverage, cases: judged } = JSON.parse(out);
    expect([exit, passed, failed]).toEqual([0, judged.length + properties.length, 0]);
    expect(
      coverage.rules.filter(({ yes, no }: { yes: number; no: number }) => yes === 0 || no === 0),
    ).toEqual([]);
    expect(coverage.met / coverage.obligations).toBeGreaterThan(0.99);
  }, 120_000);
});

describe('the properties', () => {
  it('are twenty-five at least, all proved but for stated exceptions, as is that every option can lead', async () => {
    const { exit, out } = await demarche(['verify', SHIPPED, '--format', 'json', '--time-limit', '60']);
    const { properties } = JSON.parse(out) as {
      properties: { at: object | null; verdict: string; exception: string | null }[];
    };
    expect(exit).toBe(0);
    expect(properties.filter(({ at }) => at !== null).length).toBeGreaterThanOrEqual(25);
    const unproved = properties.filter(({ verdict }) => verdict !== 'proved');
    expect(unproved.map(({ verdict, exception }) => [verdict, exception !== null])).toEqual([
      ['refuted', true],
    ]);
  }, 120_000);
});

it('the rules cannot be changed a little without a case or property that notices', async () => {
  const { exit, out } = await demarche(['mutate', SHIPPED, '--format', 'json', '--threshold', '90']);
  const { score, failing, mutants } = JSON.parse(out) as MutationResult;
  expect([exit, failing]).toEqual([0, []]);
  expect(score).toBeGreaterThanOrEqual(0.9);
  expect(mutants.length).toBeGreaterThan(1000);
}, 300_000);
