// Each contestant takes the rules and gives a function of columns and a number of rows, which returns how many rules
// fired in all, so that their answers can be held against one another. Ours scores and ranks as well.
import { ZenEngine } from '@gorules/zen-engine';
import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import { stringify } from 'yaml';
import { BLOCK, blockEvaluator } from '../dist/engine/block.js';
import { programOf } from '../dist/engine/program.js';
import { loadRuleSet } from '../dist/index.js';
import { blockRanker, blockScorer } from '../dist/mcda/block-scores.js';
import { criterionIds, factId, facts, levelId, optionIds, ruleSetFiles } from './rule-set.js';

const rowOf = (columns, row) => Object.fromEntries(columns.map((column, fact) => [factId(fact), column[row]]));
/** Rows as the objects that the peers take, made before the clock starts. */
const objects = (columns, rows) => Array.from({ length: rows }, (_, row) => rowOf(columns, row));

/** Demarche: the program that it makes of these. */
export function loadOurs(rules) {
  const files = ruleSetFiles(rules);
  const texts = Object.entries(files).map(([path, data]) => ({ path: `bench/${path}`, text: stringify(data, { aliasDuplicateObjects: false }) }));
  const { ruleSet, diagnostics } = loadRuleSet('bench', texts);
  if (!ruleSet) throw new Error(JSON.stringify(diagnostics.slice(0, 3)));
  return programOf(ruleSet);
}

/** Demarche, with what each stage took in nanoseconds a row. */
export function ours(rules, program = loadOurs(rules)) {
  const weights = new Map(criterionIds.map(id => [id, 1 / criterionIds.length]));
  const evaluate = blockEvaluator(program);
  const score = blockScorer(program, weights);
  const rank = blockRanker(program);
  const stages = { rules: 0, cells: 0, ranks: 0 };
  const run = (columns, rows) => {
    let checksum = 0;
    for (let from = 0; from < rows; from += BLOCK) {
      const size = Math.min(BLOCK, rows - from);
      const start = performance.now();
      const truths = evaluate(columns, from, size);
      const evaluated = performance.now();
      const scored = score(truths, size);
      const summed = performance.now();
      checksum += rank(scored, size)[0][0];
      stages.rules += evaluated - start;
      stages.cells += summed - evaluated;
      stages.ranks += performance.now() - summed;
    }
    return checksum;
  };
  const fired = (columns, rows) => {
    const { must } = evaluate(columns, 0, rows);
    let count = 0;
    for (const { node } of program.rules) {
      for (let row = 0; row < rows; row += 1) count += (must[node][row >> 5] >>> (row & 31)) & 1;
    }
    return count;
  };
  return { run, stages, fired };
}

/** json-rules-engine, one engine reused for all rows. */
export function jsonRulesEngine(rules) {
  const OPERATORS = { atLeast: 'greaterThanInclusive', atMost: 'lessThanInclusive' };
  const engine = new Engine();
  for (const { id, when } of rules) {
    const all = when.map(({ fact, operator, level }) => ({ fact: factId(fact), operator: OPERATORS[operator], value: level }));
    engine.addRule({ name: id, conditions: { all }, event: { type: id } });
  }
  return {
    prepare: objects,
    run: async rows => {
      let fired = 0;
      for (const row of rows) fired += (await engine.run(row)).events.length;
      return fired;
    },
  };
}

/** GoRules ZEN: a decision table that collects, which is its own form of a list of rules. */
export function zen(rules) {
  const inputs = Array.from({ length: facts }, (_, i) => ({ id: `i${i}`, name: factId(i), field: factId(i) }));
  const SIGNS = { atLeast: '>=', atMost: '<=' };
  const table = rules.map(({ id, when }) => {
    const cells = Object.fromEntries(
      inputs.map(({ id }, i) => {
        const tests = when.filter(({ fact }) => fact === i).map(one => `$ ${SIGNS[one.operator]} ${one.level}`);
        return [id, tests.join(' and ')];
      }),
    );
    return { _id: id, ...cells, out: `"${id}"` };
  });
  const node = (id, type, content) => ({ id, type, name: id, position: { x: 0, y: 0 }, ...(content && { content }) });
  const decision = new ZenEngine().createDecision({
    nodes: [
      node('in', 'inputNode'),
      node('table', 'decisionTableNode', {
        hitPolicy: 'collect',
        inputs,
        outputs: [{ id: 'out', name: 'rule', field: 'rule' }],
        rules: table,
      }),
      node('out', 'outputNode'),
    ],
    edges: [
      { id: 'e1', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'e2', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  });
  return {
    prepare: objects,
    run: async rows => {
      let fired = 0;
      for (const row of rows) fired += (await decision.evaluate(row)).result.length;
      return fired;
    },
  };
}

/** json-logic-engine: every rule compiled to a function of its own. */
export function jsonLogic(rules) {
  const SIGNS = { atLeast: '>=', atMost: '<=' };
  const engine = new LogicEngine();
  const functions = rules.map(({ when }) =>
    engine.build({ and: when.map(({ fact, operator, level }) => ({ [SIGNS[operator]]: [{ var: factId(fact) }, level] })) }),
  );
  return {
    prepare: objects,
    run: rows => {
      let fired = 0;
      for (const row of rows) for (const rule of functions) if (rule(row)) fired += 1;
      return fired;
    },
  };
}
