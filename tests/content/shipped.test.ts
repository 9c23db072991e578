import { readdirSync } from 'node:fs';
import { dirname, relative } from 'node:path';
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
import {
  leadersOf,
  SCENARIOS,
  SHIPPED,
  shippedRuleSet,
  text,
  UNION,
  UNION_SCENARIOS,
} from '../support/shipped.js';

// What is asked of every rule set that is shipped, with the numbers that are asked of each.
const RULE_SETS = [
  { folder: SHIPPED, scenarios: SCENARIOS, rules: 100, properties: 25, changes: 1000 },
  { folder: UNION, scenarios: UNION_SCENARIOS, rules: 40, properties: 20, changes: 600 },
];

it('all rule sets that are shipped are held to this', () => {
  expect(readdirSync('rules').map(name => `rules/${name}`)).toEqual(
    RULE_SETS.map(({ folder }) => folder).sort(),
  );
});

describe.each(RULE_SETS)('$folder', ({ folder, scenarios, rules: leastRules, properties, changes }) => {
  const schema = JSON.parse(text(`${folder}/scenario.schema.json`));

  it('has no error and no warning', async () => {
    const { diagnostics } = await readRuleSet(folder);
    expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it(`has at least ${leastRules} rules, each with a reason and a source`, async () => {
    const { rules } = await shippedRuleSet(folder);
    expect(rules.length).toBeGreaterThanOrEqual(leastRules);
    for (const { because, sources } of rules)
      expect([because.length > 10, sources.length > 0]).toEqual([true, true]);
  });

  it('speaks for and against every option but the baseline', async () => {
    const { rules, options, baseline } = await shippedRuleSet(folder);
    for (const id of options.keys()) {
      if (id === baseline) continue;
      const points = rules.flatMap(({ effects }) =>
        effects.flatMap(effect => (effect.kind === 'points' && effect.option === id ? [effect.points] : [])),
      );
      expect([id, points.some(p => p > 0), points.some(p => p < 0)]).toEqual([id, true, true]);
    }
  });

  it('gives every perspective a swing with its reason for each weight, and weights that sum to 100', async () => {
    const { perspectives, criteria } = parse(text(`${folder}/rule-set.yaml`));
    for (const { weights, swings } of Object.values<{ weights: object; swings: object }>(perspectives)) {
      expect([Object.keys(weights), Object.keys(swings)]).toEqual([
        Object.keys(criteria),
        Object.keys(criteria),
      ]);
      expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
    }
  });

  describe('its schema for scenarios', () => {
    const valid = new Ajv({ strict: false }).compile(schema);

    it('is up to date', async () => {
      expect(schema).toEqual(JSON.parse(JSON.stringify(scenarioSchema(await shippedRuleSet(folder)))));
    });

    it.each(scenarios)('accepts %s', path => {
      expect([valid(parse(text(path))), valid.errors]).toEqual([true, null]);
    });

    it('refuses a fact, a level, a perspective and a kind of source that do not exist', () => {
      const sound = parse(text(scenarios[0]!));
      const [levelled] = Object.keys(sound.facts);
      for (const change of [
        { facts: { ...sound.facts, nonsense: true } },
        { facts: { ...sound.facts, [levelled!]: 'hihg' } },
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

  describe('its scenarios', () => {
    it.each(scenarios)('%s has no error and no warning', async path => {
      const { source } = await readText(path);
      const { diagnostics } = await loadScenario(source!, await shippedRuleSet(folder));
      expect(diagnostics).toEqual([]);
    });

    it('put four different options first, each under its own perspective', async () => {
      expect(new Set(await leadersOf(scenarios, undefined, folder)).size).toBe(4);
    });

    it('say of each fact where its coding comes from', async () => {
      for (const path of scenarios) {
        const { facts } = parse(text(path)) as ScenarioFile;
        const bare = Object.entries(facts).filter(([, stated]) => !(stated as { source?: unknown }).source);
        expect(
          bare.map(([fact]) => fact),
          path,
        ).toEqual([]);
      }
    });

    it('carry the line that lets an editor complete them', () => {
      for (const path of scenarios)
        expect(text(path).split('\n')[0]).toBe(
          `# yaml-language-server: $schema=${relative(dirname(path), folder)}/scenario.schema.json`,
        );
    });
  });

  describe('its worked cases', () => {
    const paths = readdirSync(`${folder}/cases`).map(name => `${folder}/cases/${name}`);
    const cases = paths.flatMap(path => (parse(text(path)) as CaseFile).cases);

    it.each(paths)('%s has the shape of a case file', path => {
      const { file } = parseYaml({ path, text: text(path) });
      expect(validate('case', file!).diagnostics).toEqual([]);
    });

    it('stand in one file for each scenario, and say there what is first, in the top and excluded', () => {
      const nameOf = (path: string) => path.split('/').at(-1);
      for (const scenario of scenarios) {
        const path = paths.find(one => nameOf(one) === nameOf(scenario))!;
        const [first] = (parse(text(path)) as CaseFile).cases;
        expect(nameOf(first!.scenario!)).toBe(nameOf(path));
        expect(Object.keys(first!.expect!).sort()).toEqual(['excluded', 'first', 'in-top']);
      }
      expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    });

    it('stand in one file for each theme of the rules as well', () => {
      const names = (kind: string) => readdirSync(`${folder}/${kind}`);
      expect(names('cases')).toEqual(expect.arrayContaining(names('rules')));
    });

    it('have every option in front of the field, and behind holding course or excluded', async () => {
      const { options, baseline } = await shippedRuleSet(folder);
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
      const { exit, out } = await demarche(['test', folder, '--format', 'json', '--coverage']);
      const { passed, failed, properties: tried, coverage, cases: judged } = JSON.parse(out);
      expect([exit, passed, failed]).toEqual([0, judged.length + tried.length, 0]);
      expect(
        coverage.rules.filter(({ yes, no }: { yes: number; no: number }) => yes === 0 || no === 0),
      ).toEqual([]);
      expect(coverage.met / coverage.obligations).toBeGreaterThan(0.99);
    }, 120_000);
  });

  it(`has ${properties} properties at least, all proved but for one stated exception, as is that every option can lead`, async () => {
    const { exit, out } = await demarche(['verify', folder, '--format', 'json', '--time-limit', '60']);
    const verified = JSON.parse(out) as {
      properties: { at: object | null; verdict: string; exception: string | null }[];
    };
    expect(exit).toBe(0);
    expect(verified.properties.filter(({ at }) => at !== null).length).toBeGreaterThanOrEqual(properties);
    const unproved = verified.properties.filter(({ verdict }) => verdict !== 'proved');
    expect(unproved.map(({ verdict, exception }) => [verdict, exception !== null])).toEqual([
      ['refuted', true],
    ]);
  }, 120_000);

  it('cannot be changed a little without a case or property that notices', async () => {
    const { exit, out } = await demarche(['mutate', folder, '--format', 'json', '--threshold', '90']);
    const { score, failing, mutants } = JSON.parse(out) as MutationResult;
    expect([exit, failing]).toEqual([0, []]);
    expect(score).toBeGreaterThanOrEqual(0.9);
    expect(mutants.length).toBeGreaterThan(changes);
  }, 300_000);
});
