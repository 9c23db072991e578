import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { validateResult } from '../../src/schema/validate-result.js';
import { demarche } from '../support/cli.js';
import { SHIPPED, shippedRuleSet } from '../support/shipped.js';

const json = async (...more: string[]) =>
  JSON.parse((await demarche(['sources', SHIPPED, '-f', 'json', ...more])).out);

describe('demarche sources', () => {
  it('lists every citation of the files once, with its place in the source', async () => {
    const { out, exit } = await demarche(['sources', SHIPPED, '-f', 'json']);
    expect([exit, validateResult(out).problem]).toEqual([0, undefined]);
    const listed = JSON.parse(out).sources.flatMap(
      ({ id, uses }: { id: string; uses: { locator: string | null }[] }) =>
        uses.map(({ locator }) => (locator === null ? id : `${id}#${locator}`)),
    );
    const { rules, facts, options, perspectives } = await shippedRuleSet();
    const cited = [
      ...[...rules, ...facts.values(), ...options.values(), ...perspectives.values()].flatMap(
        one => one.sources,
      ),
      ...[...perspectives.values()].flatMap(({ swings }) =>
        [...swings.values()].flatMap(({ sources }) => sources),
      ),
      ...[...facts.values()].flatMap(({ prior }) =>
        prior && prior.source !== 'assumption' ? [prior.source] : [],
      ),
    ];
    expect(listed.sort()).toEqual(cited.sort());
  });

  it('says which sources are only recalled, and which rules stand on these alone, as the files do', async () => {
    const { sources, rules } = await json();
    const written = parseYaml(readFileSync(`${SHIPPED}/rule-set.yaml`, 'utf8')).sources;
    const recalled = Object.keys(written).filter(id => written[id].checked === 'recalled');
    const said = sources.filter(({ checked }: { checked?: string }) => checked === 'recalled');
    expect(said.map(({ id }: { id: string }) => id)).toEqual(recalled.sort());
    for (const { sources, onRecalledAlone } of rules) {
      const all = sources.every(({ source }: { source: string }) => recalled.includes(source));
      expect(onRecalledAlone).toBe(all && sources.length > 0);
    }
    const { out } = await demarche(['check', SHIPPED, '--strict']);
    const alone = rules.filter((rule: { onRecalledAlone: boolean }) => rule.onRecalledAlone);
    const told =
      alone.length === 1
        ? `the rule \`${alone[0].rule}\` stands on recalled sources alone`
        : `${alone.length} of ${rules.length} rules stand on recalled sources alone`;
    expect(alone.length).toBeGreaterThan(0);
    expect(out).toContain(`${recalled.length} of ${sources.length} sources are only recalled`);
    expect(out).toContain(told);
    expect(out).toContain('2 notes');
  });

  it.each(['text', 'plain', 'markdown', 'csv'])('lists them as %s, by source and by rule', async format => {
    const bySource = await demarche(['sources', SHIPPED, '-f', format]);
    const byRule = await demarche(['sources', SHIPPED, '-f', format, '--by', 'rule']);
    for (const { out, exit } of [bySource, byRule]) {
      expect(exit).toBe(0);
      expect(out).toContain('beardsley-2008');
      if (format !== 'csv' && format !== 'markdown') {
        for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
      }
    }
    expect(bySource.out === byRule.out).toBe(format === 'csv');
  });

  it('gives CSL-JSON with journals taken apart', async () => {
    const items = JSON.parse((await demarche(['sources', SHIPPED, '-f', 'csl-json'])).out);
    expect(items.find(({ id }: { id: string }) => id === 'beardsley-2008')).toMatchObject({
      type: 'article-journal',
      author: [{ family: 'Beardsley', given: 'Kyle' }],
      issued: { 'date-parts': [[2008]] },
      'container-title': 'American Journal of Political Science',
      volume: '52',
      issue: '4',
      page: '723-740',
      DOI: '10.1111/j.1540-5907.2008.00339.x',
    });
  });
});
