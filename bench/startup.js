// Times whole processes in turn: bare node, `demarche --help`, and one appraisal, of a rule set that is new and of one that
// is remembered. Prints medians and ratios. Needs a build.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

const RUNS = 15;
const APPRAISE = ['dist/bin.js', 'appraise', 'scenarios/myanmar-2025.yaml'];
const memory = mkdtempSync(join(tmpdir(), 'demarche-bench-'));
const COMMANDS = {
  'bare node': { args: ['-e', '0'] },
  'demarche --help': { args: ['dist/bin.js', '--help'] },
  'demarche appraise': { args: APPRAISE },
  'the same, for the first time': { args: APPRAISE, forget: true },
  'that with --no-analysis': { args: [...APPRAISE, '--no-analysis'], forget: true },
};

const times = new Map(Object.keys(COMMANDS).map(name => [name, []]));
for (let run = 0; run <= RUNS; run += 1) {
  for (const [name, { args, forget }] of Object.entries(COMMANDS)) {
    const home = forget ? mkdtempSync(join(tmpdir(), 'demarche-bench-')) : memory;
    const start = performance.now();
    spawnSync(process.execPath, args, { env: { ...process.env, XDG_CACHE_HOME: home } });
    if (run > 0) times.get(name).push(performance.now() - start); // The first fills the caches of the machine.
    if (forget) rmSync(home, { recursive: true });
  }
}
rmSync(memory, { recursive: true });

const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const bare = median(times.get('bare node'));
console.log(`${cpus().length} x ${cpus()[0].model.trim()}, Node ${process.version}, ${RUNS} runs in turn`);
for (const [name, list] of times) {
  console.log(
    `${name.padEnd(29)} ${median(list).toFixed(0).padStart(4)} ms  ${(median(list) / bare).toFixed(1)} x bare node`,
  );
}
