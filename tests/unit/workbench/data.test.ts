import { expect, it } from 'vitest';
import { fromJson, intoShell, toJson, withoutFolder } from '../../../src/workbench/data.js';
import { shown, webAddress } from '../../../src/workbench/shown.js';
import { SHIPPED, shippedRuleSet, text } from '../../support/shipped.js';

const ruleSet = await shippedRuleSet();
const ROOM = '<script type="application/json" id="data"></script>';

it('a rule set is the same after its way into the page, but for the properties, which nothing there asks for', () => {
  const scenario = { path: 's.yaml', text: text('scenarios/myanmar-2025.yaml') };
  expect(fromJson(toJson({ ruleSet, scenario }))).toEqual({
    ruleSet: { ...ruleSet, properties: [] },
    scenario,
  });
});

it('no text ends the script that holds it, or starts another', () => {
  const hostile = '</script><script>alert(1)</script><!-- \u2028 & $& $1';
  const page = intoShell(`<a>${ROOM}</a>`, { ruleSet, scenario: { path: 'p', text: hostile } });
  const [, inside] = /^<a><script type="application\/json" id="data">([^<]*)<\/script><\/a>$/.exec(page)!;
  expect(fromJson(inside!).scenario.text).toBe(hostile);
});

it('a shell without room for data is a bug that is told', () => {
  const data = { ruleSet, scenario: { path: '', text: '' } };
  expect(() => intoShell('<html>', data)).toThrow('no room');
});

it('texts are shown with their hidden marks as escapes, and only the web is linked', () => {
  const map = new Map([['a', { title: 'x\u202ey', n: 1n }]]);
  expect(shown(map).get('a')!.title).toBe('x\\u202ey');
  const clean = { a: ['b', { c: 1 }], m: new Map([['k', 'v']]) };
  expect(shown(clean)).toBe(clean);
  expect(webAddress('https://example.org/a')).toBe('https://example.org/a');
  for (const bad of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'file:///etc',
    'nonsense',
    undefined,
  ])
    expect(webAddress(bad)).toBeUndefined();
});

it('says of places where they are in the rule set, not on the disk of its author', () => {
  const moved = withoutFolder(ruleSet, SHIPPED);
  expect(moved.rules[0]!.place.file).toMatch(/^patron-backed-regimes\/rules\/[a-z-]+\.yaml$/);
  expect(moved.facts.get('repression')!.place.file).toBe('patron-backed-regimes/facts.yaml');
  expect({
    ...moved,
    rules: [],
    facts: [],
    options: [],
    conditions: [],
    impossible: [],
    properties: [],
  }).toEqual({
    ...ruleSet,
    ...{ rules: [], facts: [], options: [], conditions: [], impossible: [], properties: [] },
  });
});
