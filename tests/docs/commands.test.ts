import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { demarche } from '../support/cli.js';

/*
 * Runs every page. A `console` block shows what its commands print. A `yaml` block with `append=FILE` or `file=FILE`
 * after the language is what the reader adds to that file, or writes into it, before going on; a `diff` block with
 * `change=FILE` takes out the lines that start with `-` and puts in those that start with `+`. A page that says
 * `<!-- in an empty folder -->` runs there, one that says `<!-- in a copy -->` where there is a copy of rules and scenarios,
 * any other in the repository. UPDATE_DOCS=1 writes the outputs anew.
 */
const ROOT = resolve('.');
const PAGES = [
  ...['README.md', 'CONTRIBUTING.md'],
  ...readdirSync('docs')
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
];
const UPDATE = process.env.UPDATE_DOCS === '1';
const page = (path: string) => readFileSync(join(ROOT, path), 'utf8');

afterEach(() => process.chdir(ROOT));

/** What a block does to the file that it names. */
const WRITES = { append: appendFileSync, file: writeFileSync, change };

/** Takes the lines with `-` out of a file, which must hold them once, and puts those with `+` in their place. */
function change(file: string, block: string): void {
  const lines = (sign: string) =>
    block
      .split('\n')
      .filter(line => line.startsWith(sign))
      .map(line => line.slice(1))
      .join('\n');
  const text = readFileSync(file, 'utf8');
  expect(text.split(lines('-'))).toHaveLength(2);
  writeFileSync(
    file,
    text.replace(lines('-'), () => lines('+')),
  );
}

/** Runs the commands of one console block, and gives the block as it should stand. */
async function rerun(block: string): Promise<string> {
  const parts: string[] = [];
  for (const command of block.split('\n').filter(line => line.startsWith('$ demarche '))) {
    const { out, err } = await demarche(command.split(' ').slice(2));
    parts.push(`${command}\n${out}${err}`);
  }
  return parts.join('');
}

describe.each(PAGES)('%s', path => {
  const blocks = [...page(path).matchAll(/```(\w+)([^\n]*)\n([\s\S]*?)```/g)];
  it('shows what its commands print', async () => {
    const isCopy = page(path).includes('<!-- in a copy -->');
    if (isCopy || page(path).includes('<!-- in an empty folder -->'))
      process.chdir(mkdtempSync(join(tmpdir(), 'demarche-docs-')));
    if (isCopy)
      for (const name of ['rules', 'scenarios']) cpSync(join(ROOT, name), name, { recursive: true });
    let now = page(path);
    for (const [, language, info, block] of blocks as unknown as [string, string, string, string][]) {
      const [, how, file] = /(append|file|change)=(\S+)/.exec(info) ?? [];
      if (how !== undefined) WRITES[how as keyof typeof WRITES](file!, block);
      if (language !== 'console') continue;
      const wanted = await rerun(block);
      if (UPDATE) now = now.replace(block, () => wanted);
      else expect(block).toBe(wanted);
    }
    if (UPDATE) writeFileSync(join(ROOT, path), now);
  });

  it('links to pages that are there', () => {
    const links = [...page(path).matchAll(/\]\(([^)#]+)(#[^)]*)?\)/g)].map(([, link]) => link!);
    const missing = links
      .filter(link => !/^https?:/.test(link))
      .filter(link => {
        const target = resolve(ROOT, path, '..', link);
        return !readdirSync(resolve(target, '..')).includes(target.split('/').at(-1)!);
      });
    expect(missing).toEqual([]);
  });
});

it('the snippets of the library page print what the page says, in a strict TypeScript project too', () => {
  const [code, printed] = [/```ts\n([\s\S]*?)```/, /```text\n([\s\S]*?)```/].map(
    pattern => pattern.exec(page('docs/library.md'))![1]!,
  ) as [string, string];
  const folder = mkdtempSync(join(ROOT, 'node_modules', '.snippet-'));
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  execFileSync('ln', ['-s', ROOT, join(folder, 'node_modules', 'demarche')]);
  writeFileSync(join(folder, 'snippet.ts'), code);
  const options = { module: 'nodenext', target: 'es2023', strict: true, types: ['node'], skipLibCheck: true };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options }));
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  execFileSync('node', [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
  const out = execFileSync('node', ['snippet.js'], { cwd: folder, encoding: 'utf8' });
  execFileSync('rm', ['-rf', folder]);
  expect(out).toBe(printed);
});
