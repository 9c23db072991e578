import { describe, expect, it } from 'vitest';
import { shippedRuleSet, text } from '../support/shipped.js';

const named = new Set(
  [...text('docs/article-map.md').matchAll(/`(option|fact|criterion|rule):([a-z0-9-]+)`/g)].map(
    ([, kind, id]) => `${kind}:${id}`,
  ),
);
const citesArticle = (sources: readonly string[]) =>
  sources.some(source => source.split('#')[0] === 'article');

describe('the map of the article', () => {
  it('names nothing that is not in the files', async () => {
    const { options, facts, criteria, rules } = await shippedRuleSet();
    const known = new Set([
      ...[...options.keys()].map(id => `option:${id}`),
      ...[...facts.keys()].map(id => `fact:${id}`),
      ...[...criteria.keys()].map(id => `criterion:${id}`),
      ...rules.map(({ id }) => `rule:${id}`),
    ]);
    expect([...named].filter(id => !known.has(id))).toEqual([]);
    expect(named.size).toBeGreaterThan(50);
  });

  it('leaves out no option, and no fact or rule that cites the article', async () => {
    const { options, facts, rules, baseline } = await shippedRuleSet();
    const wanted = [
      ...[...options.keys()].filter(id => id !== baseline).map(id => `option:${id}`),
      ...[...facts.values()].filter(({ sources }) => citesArticle(sources)).map(({ id }) => `fact:${id}`),
      ...rules.filter(({ sources }) => citesArticle(sources)).map(({ id }) => `rule:${id}`),
    ];
    expect(wanted.filter(id => !named.has(id))).toEqual([]);
  });
});
