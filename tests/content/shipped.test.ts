import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readRuleSet, readText } from '../../src/files/index.js';
import { loadScenario } from '../../src/load.js';
import { scenarioSchema } from '../../src/report/scenario-schema.js';
import type { CaseFile } from '../../src/schema/generated/author-types.js';
import { validate } from '../../src/schema/validate.js';
import { parseYaml } from '../../src/source/parse-yaml.js';
import { appraised, SCENARIOS, SHIPPED, shippedRuleSet, text } from '../support/shipped.js';

describe('the shipped rule set', () => {
  it('has no error and no warning', async () => {
    const { diagnostics } = await readRuleSet(SHIPPED);
    expect(diagnostics).toEqual([]);
  });

  it('has at least 60 rules, each with a reason and a source', async () => {
    const { rules } = await shippedRuleSet();
    expect(rules.length).toBeGreaterThanOrEqual(60);
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

describe('the shipped scenarios', () => {
  it.each(SCENARIOS)('%s has no error', async path => {
    const { source } = await readText(path);
    const { diagnostics } = await loadScenario(source!, await shippedRuleSet());
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('put four different options first', async () => {
    const leaders = await Promise.all(
      SCENARIOS.map(async path => (await appraised(path)).ranking[0]!.option),
    );
    expect(new Set(leaders).size).toBe(4);
  });

  it('carry the line that lets an editor complete them', () => {
    for (const path of SCENARIOS) {
      expect(text(path).split('\n')[0]).toBe(
        '# yaml-language-server: $schema=../rules/patron-backed-regimes/scenario.schema.json',
      );
    }
  });
});

describe('the worked cases', () => {
  const path = `${SHIPPED}/cases/worked.yaml`;
  const { cases } = parse(text(path)) as CaseFile;

  it('have the shape of a case file', () => {
    const { file } = parseYaml({ path, text: text(path) });
    expect(validate('case', file!).diagnostics).toEqual([]);
  });

  it.each(cases)('$title', async ({ scenario, perspective, expect: expected }) => {
    const { ranking, excluded } = await appraised(scenario.replace('../../../', ''), perspective);
    const rankOf = (option: string) =>
      ranking.find(ranked => ranked.option === option)?.rank ?? Number.POSITIVE_INFINITY;
    if (expected.first !== undefined) expect(rankOf(expected.first)).toBe(1);
    const top = expected['in-top'];
    for (const option of top?.options ?? []) expect(rankOf(option), option).toBeLessThanOrEqual(top!.count);
    if (expected.excluded) expect(excluded.map(({ option }) => option)).toEqual(expected.excluded);
  });
});
