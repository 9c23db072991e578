// Runs the examples of diagnostic-examples/ for real: each in a folder of its own, through the command line.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { FAMILIES } from './diagnostic-examples/families.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * @param {string[]} codes every code, each of which must have an example
 * @returns {Promise<Map<string, { shows: string, command: string, printed: string }>>} by code, what each prints
 */
export async function runExamples(codes) {
  const examples = allExamples(codes);
  const run = await commandLine();
  const here = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'demarche-examples-'));
  const ran = new Map();
  try {
    await run(['init', join(folder, 'project')]);
    for (const [code, { shows, files, command, beside }] of examples) {
      const copy = join(folder, code);
      cpSync(join(folder, 'project'), copy, { recursive: true });
      for (const [path, change] of Object.entries(files)) apply(change, join(copy, path));
      process.chdir(copy); // So that every path is printed as one that an author would type.
      ran.set(code, { shows, command, printed: onlyThis([code, ...beside], await run(command.split(' '))) });
    }
  } finally {
    process.chdir(here);
    rmSync(folder, { recursive: true });
  }
  return ran;
}

/** The examples of all families, which must be one of each code. */
function allExamples(codes) {
  const examples = Object.values(FAMILIES).flatMap(({ run = 'check', examples }) =>
    Object.entries(examples).map(([code, { shows, files = {}, run: command = run, beside = [] }]) => [
      code,
      { shows, files, command, beside },
    ]),
  );
  const given = examples.map(([code]) => code);
  const odd = [
    ...codes.filter(code => !given.includes(code)),
    ...given.filter(code => !codes.includes(code)),
  ];
  if (odd.length > 0) throw new Error(`codes without an example, or examples of no code: ${odd.join(', ')}`);
  return examples;
}

/** The command line as a function from arguments to what is printed: one process for all, as each costs its start. */
async function commandLine() {
  const outfile = join(root, 'node_modules', '.cache', 'demarche', 'main.mjs');
  await build({
    entryPoints: [join(root, 'src', 'cli', 'main.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const { run } = await import(pathToFileURL(outfile).href);
  return async args => {
    let printed = '';
    const print = text => {
      printed += text;
    };
    await run(args, {
      out: print,
      err: print,
      stdin: async () => '',
      progress: () => {},
      env: {},
      tty: false,
    });
    return printed;
  };
}

function apply(change, path) {
  if (change === null) return rmSync(path);
  mkdirSync(dirname(path), { recursive: true });
  if (!Array.isArray(change)) return writeFileSync(path, change);
  const [from, to] = change;
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, () => to);
  if (after === before) throw new Error(`${path} does not hold ${from}`);
  writeFileSync(path, after);
}

/** The findings without their count, which must have the code that the example stands for, or one that it allows. */
function onlyThis(allowed, printed) {
  // Counts and headings stand beside them.
  const findings = printed
    .trimEnd()
    .split('\n\n')
    .filter(block => /^(error|warning|note)\[/.test(block));
  const others = findings.filter(finding => !allowed.includes(finding.split(/[[\]]/)[1]));
  if (!printed.includes(`[${allowed[0]}]`) || others.length > 0) {
    throw new Error(
      `the example of ${allowed[0]} should find this and nothing else, but prints:\n${printed}`,
    );
  }
  return findings.join('\n\n');
}
