import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../src/model/rule-set.js';
import { shippedRuleSet, text } from '../support/shipped.js';

const SECTIONS =
  'overview motivations economic-implications human-rights-concerns recommendations future-prospects'.split(
    ' ',
  );

interface Entry {
  section: string;
  id: string;
}

/** Each id that a row of the map names, with the section of that row. */
const entries: Entry[] = text('docs/article-map.md')
  .split('\n')
  .flatMap(line => {
    const section = line.match(/^\| ([a-z-]+) \|/)?.[1];
    return section === undefined
      ? []
      : [...line.matchAll(/`((?:option|fact|criterion|rule):[a-z0-9-]+)`/g)].map(([, id]) => ({
          section,
          id: id!,
        }));
  });

/** Each option, fact and rule, with the sections of the article that it cites. */
function cited({ options, facts, rules }: RuleSet): Map<string, Set<string>> {
  const all: [string, readonly string[]][] = [
    ...[...options.values()].map(({ id, sources }): [string, readonly string[]] => [`option:${id}`, sources]),
    ...[...facts.values()].map(({ id, sources }): [string, readonly string[]] => [`fact:${id}`, sources]),
    ...rules.map(({ id, sources }): [string, readonly string[]] => [`rule:${id}`, sources]),
  ];
  return new Map(all.map(([id, sources]) => [id, new Set(sources.flatMap(sectionOf))]));
}

const sectionOf = (source: string) =>
  source.startsWith('article#') ? [source.slice('article#'.length)] : [];
const line = ({ section, id }: Entry) => `${section} ${id}`;

describe('the map of the article', () => {
  it('names a section of the article in each row, and something encoded', () => {
    const rows = text('docs/article-map.md').match(/^\| [a-z-]+ \| [a-z]+ \| .*$/gm) ?? [];
    expect(rows.length).toBeGreaterThan(40);
    for (const row of rows) {
      expect(SECTIONS, row).toContain(row.match(/^\| ([a-z-]+) \|/)![1]);
      expect(row).toMatch(/`(option|fact|criterion|rule):/);
    }
  });

  it('puts under a section only what is in the files and cites that section', async () => {
    const ruleSet = await shippedRuleSet();
    const sections = cited(ruleSet);
    const wrong = entries.filter(({ section, id }) =>
      id.startsWith('criterion:')
        ? !ruleSet.criteria.has(id.slice('criterion:'.length))
        : !sections.get(id)?.has(section),
    );
    expect(wrong.map(line)).toEqual([]);
  });

  it('has under each section whatever cites it, and every criterion somewhere', async () => {
    const ruleSet = await shippedRuleSet();
    const named = new Set(entries.map(line));
    const wanted = [...cited(ruleSet)].flatMap(([id, sections]) =>
      [...sections].map(section => ({ section, id })),
    );
    expect(wanted.map(line).filter(entry => !named.has(entry))).toEqual([]);
    const criteria = [...ruleSet.criteria.keys()].map(id => `criterion:${id}`);
    expect(criteria.filter(id => !entries.some(entry => entry.id === id))).toEqual([]);
  });

  it('cites the article by section throughout', async () => {
    for (const [id, sections] of cited(await shippedRuleSet()))
      for (const section of sections) expect(SECTIONS, id).toContain(section);
  });

  it('says which options the article does not name', async () => {
    const unnamed = [...cited(await shippedRuleSet())]
      .filter(([id, sections]) => id.startsWith('option:') && sections.size === 0)
      .map(([id]) => id.slice('option:'.length));
    expect(unnamed.sort()).toEqual(['divestment', 'jet-fuel-sanctions', 'staged-relief']);
  });
});
