import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { demarche } from '../support/cli.js';
import { RECORD } from '../support/record.js';

/*
 * Each folder of `cases/` holds a command, run in a project that `demarche init` has just written, and the exact text
 * that it prints: `stdout.txt`, `stderr.txt` where it prints there, and the exit code. `COLUMNS=60` before the command
 * stands for a terminal of that width. UPDATE_GOLDEN=1 writes them anew; read the difference before you keep it.
 */
const CASES = resolve('tests/golden/cases');
const UPDATE = process.env.UPDATE_GOLDEN === '1';

beforeAll(async () => {
  process.chdir(mkdtempSync(join(tmpdir(), 'demarche-golden-')));
  await demarche(['init']);
  mkdirSync('history');
  writeFileSync('history/example.record.yaml', RECORD.replace('example.yaml', '../scenarios/example.yaml'));
  for (const [path, text] of Object.entries(BROKEN)) writeFileSync(path, text);
});

/** Scenarios beside the one that works: with little known, with five mistakes, and no YAML. */
const BROKEN = {
  'scenarios/open.yaml': `id: open
title: Nothing is known of the crossing
rule-set: ../rules/example
as-of: 2025-01-01
perspective: treasury
facts: { need: { between: [0.1, 0.3], note: two estimates } }
`,
  'scenarios/mistakes.yaml': `id: mistakes
title: Five mistakes
rule-set: ../rules/example
as-of: 2025-13-01
perspective: relief-agencies
facts:
  crossing: shut
  need: 1.2
  neeed: 0.1
`,
  'scenarios/no-yaml.yaml': `id: no-yaml
title: "Unclosed
rule-set: ../rules/example
`,
};

const read = (name: string, file: string): string => {
  try {
    return readFileSync(join(CASES, name, file), 'utf8');
  } catch {
    return '';
  }
};

describe('prints exactly', () => {
  it.each(readdirSync(CASES))('%s', async name => {
    const words = read(name, 'command.txt').trim().split(/ +/);
    const env = Object.fromEntries(words.filter(word => /^[A-Z_]+=/.test(word)).map(word => word.split('=')));
    const args = words.filter(word => !/^[A-Z_]+=/.test(word)).slice(1);
    const columns = env.COLUMNS === undefined ? {} : { tty: true, columns: Number(env.COLUMNS) };
    const { exit, out, err } = await demarche(args, { env, ...columns });
    const files = { 'stdout.txt': out, 'stderr.txt': err, 'exit.txt': exit === 0 ? '' : `${exit}\n` };
    for (const [file, text] of Object.entries(files)) {
      if (UPDATE && text !== '') writeFileSync(join(CASES, name, file), text);
      expect(text, file).toBe(read(name, file));
    }
  });
});
