import { describe, expect, it } from 'vitest';
import { loadScenario, parseScenario, type Restated } from '../../../src/index.js';
import { commentsIn } from '../../../src/workbench/state/comments.js';
import { exported } from '../../../src/workbench/state/export.js';
import { shippedRuleSet, text } from '../../support/shipped.js';

const ruleSet = await shippedRuleSet();
const MYANMAR = text('scenarios/myanmar-2025.yaml');
const written = (source: string, changes: Restated) =>
  exported(parseScenario({ path: 's.yaml', text: source }).authored!, changes, ruleSet);

/** Lines that are in one text and not in the other. */
function differing(before: string, after: string) {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return { gone: a.filter(line => !b.includes(line)), come: b.filter(line => !a.includes(line)) };
}

const HEAD = 'id: s\ntitle: S\nrule-set: rules\nas-of: 2025-01-01\nperspective: european-union # ours\n';

describe('the scenario file of a situation', () => {
  it('is the file as it is where nothing changed', () => {
    expect(written(MYANMAR, { facts: {} })).toBe(MYANMAR);
  });

  it('writes anew what changed and leaves every other line', () => {
    const out = written(MYANMAR, { facts: { 'conflict-intensity': 'minor' } });
    const { gone, come } = differing(MYANMAR, out);
    expect(come).toEqual(['  conflict-intensity: minor']);
    expect(gone[0]).toBe('  conflict-intensity:');
    expect(gone.join('\n')).toContain('battle deaths are above 1,000 a year');
  });

  it('puts weights in the place of the perspective, and keeps the comment beside it', () => {
    const out = written(`${HEAD}facts:\n  atrocities: severe\n`, { facts: {}, weights: { a: 1, b: 2.5 } });
    expect(out).toContain('\nweights: { a: 1, b: 2.5 } # ours\n');
    expect(out).not.toContain('perspective');
  });

  it('keeps comments inside what is replaced, before it', () => {
    const facts =
      'facts:\n  # first\n  atrocities: # at the key\n    value: severe # certain?\n    # why\n    note: so\n  # last\n';
    const out = written(HEAD + facts, { facts: { atrocities: 'none' } });
    expect(out).toBe(
      `${HEAD}facts:\n  # first\n  # at the key\n  # certain?\n  # why\n  atrocities: none\n  # last\n`,
    );
  });

  it('adds a fact that the file leaves out after the others, also where the last line has no end', () => {
    const out = written(`${HEAD}facts:\n  atrocities: severe # much`, { facts: { repression: 'low' } });
    expect(out).toBe(`${HEAD}facts:\n  atrocities: severe # much\n  repression: low\n`);
  });

  it('writes into a map on one line, and into an empty one', () => {
    expect(
      written(`${HEAD}facts: { atrocities: severe }\n`, { facts: { atrocities: 'none', repression: 'low' } }),
    ).toBe(`${HEAD}facts: { atrocities: none, repression: low }\n`);
    const { facts } = parseScenario({
      path: 's',
      text: written(`${HEAD}facts: {}\n`, { facts: { repression: 'low' } }),
    }).authored!.value;
    expect(facts).toEqual({ repression: 'low' });
  });

  it('takes out what was stated of a derived fact whose part changed, for it binds no more', async () => {
    const source = MYANMAR.replace('facts:\n', 'facts:\n  patron-support: high # as it comes out\n');
    const out = written(source, { facts: { 'patron-arms-supply': 'none' } });
    expect(out).not.toContain('patron-support: high');
    expect(out).toContain('  # as it comes out\n');
    expect((await loadScenario({ path: 's.yaml', text: out }, ruleSet)).scenario).toBeDefined();
  });

  it('writes all anew, comments at the head, where the value is used elsewhere by an alias', () => {
    const source = `${HEAD}facts:\n  atrocities: &much { value: severe, note: n }\n  repression: *much # too\n`;
    const out = written(source, { facts: { atrocities: 'none' } });
    expect(parseScenario({ path: 's', text: out }).authored!.value.facts).toEqual({
      atrocities: 'none',
      repression: { value: 'severe', note: 'n' },
    });
    expect(commentsIn(out).map(({ text }) => text)).toEqual(['# ours', '# too']);
  });

  it('quotes words that YAML would read otherwise', () => {
    const out = written(`${HEAD}facts:\n  atrocities: severe\n`, {
      facts: { atrocities: { value: 'none', confidence: 'low', note: 'so: "it is" # said' } },
    });
    expect(parseScenario({ path: 's', text: out }).authored!.value.facts.atrocities).toMatchObject({
      note: 'so: "it is" # said',
    });
  });
});
