import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demarche } from '../support/cli.js';
import { text } from '../support/shipped.js';

const PAGES = [
  'README.md',
  ...readdirSync('docs')
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
];
const UPDATE = process.env.UPDATE_DOCS === '1';

/** Runs the commands of one console block, and gives the block as it should stand. */
async function rerun(block: string): Promise<string> {
  const commands = block.split('\n').filter(line => line.startsWith('$ demarche '));
  const parts: string[] = [];
  for (const command of commands) {
    const { out, err } = await demarche(command.split(' ').slice(2));
    parts.push(`${command}\n${out}${err}`);
  }
  return parts.join('');
}

describe.each(PAGES)('%s', page => {
  const blocks = [...text(page).matchAll(/```console\n([\s\S]*?)```/g)].map(([, block]) => block!);
  it('shows what its commands print', async () => {
    let now = text(page);
    for (const block of blocks) {
      const wanted = await rerun(block);
      if (UPDATE) now = now.replace(block, () => wanted);
      else expect(block).toBe(wanted);
    }
    if (UPDATE) writeFileSync(page, now);
  });
});

it('the snippet of the library page prints what the page says', () => {
  const page = text('docs/library.md');
  const [, code] = /```js\n([\s\S]*?)```/.exec(page)!;
  const [, printed] = /```text\n([\s\S]*?)```/.exec(page)!;
  mkdirSync('node_modules/.cache', { recursive: true });
  const here = code!
    .replace("'demarche/files'", "'../../dist/files/index.js'")
    .replace("'demarche'", "'../../dist/index.js'");
  writeFileSync('node_modules/.cache/snippet.mjs', here);
  expect(execFileSync('node', ['node_modules/.cache/snippet.mjs'], { encoding: 'utf8' })).toBe(printed);
});
