// Evaluates the same rules on the same rows by Demarche's bulk evaluator and by three peers, in turn and in one process,
// and prints medians and ratios. The peers only find the rules that fire; Demarche also sums, weighs and ranks.
import { cpus } from 'node:os';
import { jsonLogic, jsonRulesEngine, ours, zen } from './contestants.js';
import { makeColumns, makeRules } from './rule-set.js';

const ROUNDS = 7;
const rules = makeRules(100);
const columns = makeColumns(1_000_000);

const own = ours(rules);
const peers = {
  'json-rules-engine, reused': { rows: 200, ...jsonRulesEngine(rules) },
  'GoRules ZEN, decision table': { rows: 2_000, ...zen(rules) },
  'json-logic-engine, compiled': { rows: 20_000, ...jsonLogic(rules) },
};

for (const [name, peer] of Object.entries(peers)) {
  peer.data = peer.prepare(columns, peer.rows);
  const checked = 200;
  const [theirs, mine] = [await peer.run(peer.data.slice(0, checked)), own.fired(columns, checked)];
  if (theirs !== mine) throw new Error(`${name} fires ${theirs} rules where Demarche fires ${mine}`);
}

const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const times = new Map([['Demarche', []], ...Object.keys(peers).map(name => [name, []])]);
const stages = { rules: [], cells: [], ranks: [] };
const OWN_ROWS = 500_000;
own.run(columns, OWN_ROWS);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const stage of Object.keys(stages)) own.stages[stage] = 0;
  const start = performance.now();
  own.run(columns, OWN_ROWS);
  times.get('Demarche').push(((performance.now() - start) * 1e6) / OWN_ROWS);
  for (const stage of Object.keys(stages)) stages[stage].push((own.stages[stage] * 1e6) / OWN_ROWS);
  for (const [name, peer] of Object.entries(peers)) {
    const before = performance.now();
    await peer.run(peer.data);
    times.get(name).push(((performance.now() - before) * 1e6) / peer.rows);
  }
}

console.log(`${cpus().length} x ${cpus()[0].model.trim()}, Node ${process.version}, medians of ${ROUNDS} rounds in turn`);
console.log('100 rules of 3 conditions over 25 facts, 16 options, 6 criteria');
const mine = median(times.get('Demarche'));
const fired = own.fired(columns, 2000) / 2000;
console.log(`${fired.toFixed(1)} rules fire in a row\n`);
for (const [name, list] of times) {
  const ns = median(list);
  console.log(`${name.padEnd(30)} ${ns.toFixed(0).padStart(9)} ns a row ${(ns / mine).toFixed(1).padStart(8)} x`);
}
const each = Object.entries(stages).map(([stage, list]) => `${stage} ${median(list).toFixed(0)}`);
console.log(`\nDemarche by stage, ns a row: ${each.join(', ')}`);
