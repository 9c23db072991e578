// Times whole processes in turn: bare node, `demarche --help`, and one appraisal. Prints medians and ratios. Needs a build.
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

const RUNS = 15;
const COMMANDS = {
  'bare node': ['-e', '0'],
  'demarche --help': ['dist/bin.js', '--help'],
  'demarche appraise': ['dist/bin.js', 'appraise', 'scenarios/myanmar-2025.yaml'],
};

const times = new Map(Object.keys(COMMANDS).map(name => [name, []]));
for (let run = 0; run < RUNS; run += 1) {
  for (const [name, args] of Object.entries(COMMANDS)) {
    const start = performance.now();
    spawnSync(process.execPath, args);
    times.get(name).push(performance.now() - start);
  }
}

const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const bare = median(times.get('bare node'));
console.log(`${cpus().length} x ${cpus()[0].model.trim()}, Node ${process.version}, ${RUNS} runs in turn`);
for (const [name, list] of times) {
  console.log(`${name.padEnd(18)} ${median(list).toFixed(0).padStart(5)} ms  ${(median(list) / bare).toFixed(1)} x bare node`);
}
