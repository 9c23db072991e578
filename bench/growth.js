// How the time and memory of Demarche's bulk evaluator grow with rules and with rows. Rows are kept as one byte a fact.
import { loadOurs, ours } from './contestants.js';
import { makeColumns, makeRules } from './rule-set.js';

const ROUNDS = 5;
const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const mega = bytes => (bytes / 2 ** 20).toFixed(1);

/** Nanoseconds a row, the median of some rounds. */
function timed(own, columns, rows) {
  own.run(columns, Math.min(rows, 20_000));
  return median(
    Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      own.run(columns, rows);
      return ((performance.now() - start) * 1e6) / rows;
    }),
  );
}

/** What the evaluator itself keeps, in bytes: its program and its columns of one block. */
function heldBy(make) {
  const used = () => {
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  const own = make();
  return { own, bytes: used() - before };
}

console.log('rules    ns a row   ns a rule and row   MB kept');
for (const count of [10, 100, 1000, 10_000]) {
  const rules = makeRules(count);
  const program = loadOurs(rules);
  const { own, bytes } = heldBy(() => ours(rules, program));
  const columns = makeColumns(20_000);
  const ns = timed(own, columns, 20_000);
  const each = (ns / count).toFixed(2);
  console.log(`${String(count).padEnd(8)} ${ns.toFixed(0).padStart(8)} ${each.padStart(19)} ${mega(bytes).padStart(9)}`);
}

const own = ours(makeRules(100));
console.log('\nrows       seconds   ns a row   MB of rows');
for (const rows of [1e3, 1e4, 1e5, 1e6, 1e7]) {
  const columns = makeColumns(rows);
  const ns = timed(own, columns, rows);
  const size = columns.reduce((sum, { byteLength }) => sum + byteLength, 0);
  console.log(
    `${rows.toExponential(0).padEnd(6)} ${((ns * rows) / 1e9).toFixed(3).padStart(11)} ${ns.toFixed(0).padStart(10)} ${mega(size).padStart(12)}`,
  );
}
