import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import type { RuleSet } from '../../src/model/rule-set.js';
import { SCENARIOS, SHIPPED, shippedRuleSet, text, UNION, UNION_SCENARIOS } from '../support/shipped.js';

// A file that the test of imports puts into src/ for a moment.
const STRAY = 'stray.ts';

// Nothing in the program may know what it is used for. Words that give a domain away are the ids of its rule set that
// nobody would write by chance, which are those with a hyphen, and the countries of its scenarios. What only illustrates
// is left aside: comments, and the examples of the help and of the schemas.
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts') && basename(name) !== STRAY)
  .map(name => ({ name: `src/${name}`, source: code(`src/${name}`) }));
const schemas = readdirSync('schemas').map(name => ({
  name: `schemas/${name}`,
  source: bare(JSON.parse(text(`schemas/${name}`))),
}));

it.each([
  { folder: SHIPPED, scenarios: SCENARIOS },
  { folder: UNION, scenarios: UNION_SCENARIOS },
])(
  'the program says nothing of $folder',
  async ({ folder, scenarios }) => {
    const words = wordsOf(await shippedRuleSet(folder), scenarios);
    expect(words.length).toBeGreaterThan(100);
    const found = [...files, ...schemas].flatMap(({ name, source }) =>
      namedIn(source, words).map(word => `${name}: ${word}`),
    );
    expect(found).toEqual([]);
  },
  60_000,
);

it('would notice a word of a domain, in a string, a property or an identifier', () => {
  const words = ['one-word', 'ruritania'];
  expect(namedIn("if (id === 'one-word') x();", words)).toEqual(['one-word']);
  expect(namedIn('const ruritania = 1;', words)).toEqual(['ruritania']);
  expect(namedIn('const scoreOfOneWord = scores.oneWord;', words)).toEqual(['one-word']);
  expect(namedIn("'South Ruritania'", ['south ruritania'])).toEqual(['south ruritania']);
  expect(namedIn('the-one-word; one-words', words)).toEqual([]);
});

function wordsOf(ruleSet: RuleSet, scenarios: readonly string[]): string[] {
  const { id, criteria, perspectives, facts, options, rules } = ruleSet;
  const ids = [criteria, perspectives, facts, options].flatMap(map => [...map.keys()]);
  const named = [id, ...ids, ...rules.map(rule => rule.id)].filter(one => one.includes('-'));
  return [...named, ...scenarios.map(path => parse(text(path)).title.split(',')[0].toLowerCase())];
}

/** The words that stand in a text as they are, or in camelCase. */
function namedIn(source: string, words: readonly string[]): string[] {
  const camel = new Map(
    words.map(word => [word.replace(/-(.)/g, (_, letter) => letter.toUpperCase()), word]),
  );
  const written = [...source.matchAll(/[a-z0-9]+(?:-[a-z0-9]+)*/gi)].map(([word]) => word);
  const lower = new Set(written.map(word => word.toLowerCase()));
  return [
    ...new Set([
      ...words.filter(word => lower.has(word) || (word.includes(' ') && source.toLowerCase().includes(word))),
      ...written.flatMap(word => camel.get(word) ?? []),
    ]),
  ];
}

/** What of a file runs: without comments, without examples for the help, and without what validators print. */
function code(path: string): string {
  const source = ts.createSourceFile(path, text(path), ts.ScriptTarget.Latest, true);
  const kept: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ['examples', 'description'].includes(node.name.getText())) return;
    const inner = node.getChildren(source);
    if (inner.length === 0) kept.push(node.getText(source));
    for (const child of inner) if (!ts.isJSDoc(child)) visit(child);
  };
  visit(source);
  return kept.join(' ');
}

function bare(schema: unknown): string {
  return JSON.stringify(schema, (key, value) =>
    key === 'examples' || (key === 'description' && typeof value === 'string') ? undefined : value,
  );
}
