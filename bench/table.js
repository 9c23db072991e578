// Scores a table of 100 rules, 16 options, 6 criteria and 25 facts from Parquet to Parquet, as whole processes: the time, and
// what of it goes into reading and scoring; the rest of the whole statement is writing, beside the two. `node bench/table.js 1000000`
// takes so many rows; needs a build.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { stringify } from 'yaml';
import { factId, facts, levelId, levels, makeRules, ruleSetFiles } from './rule-set.js';

const asked = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'demarche-bench-'));

/** More rows, then more rules; by the compiled evaluator, and by SQL inside DuckDB on the same table. */
const CASES =
  asked.length > 0
    ? asked.map(rows => ({ rules: 100, rows }))
    : [
        ...[1e4, 1e5, 1e6, 1e7].map(rows => ({ rules: 100, rows })),
        ...[10, 30, 100, 300, 1000].map(rules => ({ rules, rows: 1e6 })),
      ];

/** Writes the rule set of the other benchmarks as files. */
function writeRuleSet(rules) {
  for (const [path, data] of Object.entries(ruleSetFiles(makeRules(rules)))) {
    mkdirSync(join(folder, 'rules', 'rules'), { recursive: true });
    writeFileSync(join(folder, 'rules', path), stringify(data, { aliasDuplicateObjects: false }));
  }
}

/** A table with an id, a year, and one level in words for each fact; one cell in fifty is missing. */
async function writeTable(rows) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const words = `[${Array.from({ length: levels }, (_, i) => `'${levelId(i)}'`).join(', ')}]`;
  const columns = Array.from(
    { length: facts },
    (_, f) =>
      `CASE WHEN hash(i, ${f}, 'missing') % 50 > 0 THEN ${words}[(1 + hash(i, ${f}) % ${levels})::BIGINT] END AS ${factId(f)}`,
  );
  const file = join(folder, `in-${rows}.parquet`);
  await connection.run(
    `COPY (SELECT 'row' || i AS id, 1990 + i % 36 AS year, ${columns.join(', ')} FROM range(${rows}) t(i)) TO '${file}'`,
  );
  connection.closeSync();
  return file;
}

/** Runs a process, with its time in seconds and the most memory that it took in MB. */
function timed(args) {
  const start = performance.now();
  const probe = ['-f', '%M', process.execPath, ...args];
  const { stderr, status } = spawnSync('/usr/bin/time', probe, { encoding: 'utf8', env: { ...process.env, DEMARCHE_TIMES: '1' } });
  if (status !== 0) throw new Error(stderr);
  const lines = stderr.trim().split('\n');
  return { seconds: (performance.now() - start) / 1000, memory: Number(lines.at(-1)) / 1024, lines };
}

try {
  if (!existsSync('/usr/bin/time')) throw new Error('/usr/bin/time is needed, for the memory of a process');
  console.log(`${cpus().length} x ${cpus()[0].model.trim()}, Node ${process.version}`);
  console.log('rules     rows  engine     seconds  reading  scoring  whole statement  us a row  MB at most  MB in  MB out');
  let made = '';
  for (const { rules, rows } of CASES) {
    rmSync(join(folder, 'rules'), { recursive: true, force: true });
    writeRuleSet(rules);
    const input = join(folder, `in-${rows}.parquet`);
    if (made !== input) {
      if (made !== '') rmSync(made);
      made = await writeTable(rows);
    }
    for (const engine of ['evaluator', 'sql']) {
      const output = join(folder, 'out.parquet');
      const args = ['--rule-set', join(folder, 'rules'), '--perspective', 'p', '--engine', engine, '-o', output];
      const run = timed(['dist/bin.js', 'table', input, ...args]);
      const times = JSON.parse(run.lines.find(line => line.startsWith('{')));
      const size = file => (statSync(file).size / 2 ** 20).toFixed(0);
      const cells = [
        String(rules).padStart(5), rows.toExponential(0).padStart(8), ` ${engine.padEnd(9)}`, run.seconds.toFixed(1).padStart(8),
        times.reading.toFixed(1).padStart(8), (engine === 'sql' ? '' : times.evaluating.toFixed(1)).padStart(8), times.all.toFixed(1).padStart(16),
        ((run.seconds * 1e6) / rows).toFixed(2).padStart(9), run.memory.toFixed(0).padStart(11), size(input).padStart(6), size(output).padStart(7),
      ];
      console.log(cells.join(' '));
      rmSync(output);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
