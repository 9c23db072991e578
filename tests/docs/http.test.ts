import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { serving } from '../support/serving.js';
import { shippedRuleSet } from '../support/shipped.js';

const PAGE = 'docs/http.md';
const UPDATE = process.env.UPDATE_DOCS === '1';

/** A request, and the answer that the page shows: all of it, or the parts that it names. */
const BLOCKS =
  /```http\n(?<method>[A-Z]+) (?<path>\S+)\n(?<body>.*?)```\n.*?```json(?: part=(?<parts>\S+))?\n(?<shown>.*?)```/dgs;

/** The value at a path of keys. */
const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce((inside, key) => (inside as Record<string, unknown>)[key], value);

it('the requests of the page are answered as it says', async () => {
  const { ask } = serving([await shippedRuleSet()]);
  const page = readFileSync(PAGE, 'utf8');
  const pieces: string[] = [];
  let from = 0;
  for (const { groups, indices } of page.matchAll(BLOCKS)) {
    const { method, path, body, parts } = groups as Record<string, string>;
    const headers = { 'content-type': 'application/json' };
    const told = JSON.parse(await (await ask(path!, { method: method!, body: body!, headers })).text());
    const part = parts ? Object.fromEntries(parts.split(',').map(key => [key, at(told, key)])) : told;
    const [start, end] = indices!.groups!.shown!;
    pieces.push(page.slice(from, start), `${JSON.stringify(part, null, 2)}\n`);
    from = end;
  }
  expect(pieces).toHaveLength(4);
  const wanted = [...pieces, page.slice(from)].join('');
  if (UPDATE) writeFileSync(PAGE, wanted);
  else expect(page).toBe(wanted);
});
