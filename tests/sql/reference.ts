import { blockEvaluator } from '../../src/engine/block.js';
import { setColumn } from '../../src/engine/columns.js';
import { indices, programOf } from '../../src/engine/program.js';
import { blockRanker, blockScorer } from '../../src/mcda/block-scores.js';
import { weightedSum } from '../../src/mcda/weighted-sum.js';
import { normalise } from '../../src/mcda/weights.js';
import { round9 } from '../../src/model/order.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import { allSteps, stepOf } from '../../src/model/steps.js';
import type { Row } from './engines/engine.js';
import type { Situation } from './table.js';

/** What the compiled evaluator says of situations, as the rows that a statement should give. Low and high are summed here. */
export function expectedRows(ruleSet: RuleSet, perspective: string, rows: readonly Situation[]): Row[] {
  const program = programOf(ruleSet);
  const weights = normalise(ruleSet.perspectives.get(perspective)!.weights);
  const stated = [...ruleSet.facts.values()].filter(({ derive }) => !derive);
  const columns = stated.map(fact => {
    const sets = rows.map(row => {
      const value = row.get(fact.id) ?? null;
      return indices(value === null ? allSteps(fact.steps) : stepOf(fact.steps, value));
    });
    return setColumn(sets, fact.steps.length);
  });
  const truths = blockEvaluator(program)(columns, 0, rows.length);
  const scored = blockScorer(program, weights)(truths, rows.length);
  const ranks = blockRanker(program)(scored, rows.length);
  const bit = (bits: Uint32Array, row: number) => ((bits[row >> 5]! >>> (row & 31)) & 1) === 1;
  return rows.flatMap((_, row) => {
    const may = (node: number) => bit(truths.may[node]!, row);
    const must = (node: number) => bit(truths.must[node]!, row);
    const excluded = program.options.map((_, o) => bit(scored.excluded[o]!, row));
    const bound = (option: number, end: (a: number, b: number) => number) =>
      weightedSum(weights, criterion => {
        const cell = option * program.criteria.length + program.criteria.indexOf(criterion);
        const sum = program.rules.reduce((all, { node, adds }) => {
          const own = adds.filter(add => add.cell === cell);
          const count = (points: number) => (must(node) ? points : may(node) ? end(points, 0) : 0);
          return own.reduce((to, { points }) => to + count(points), all);
        }, 0);
        return Math.max(-100, Math.min(100, sum));
      });
    const standing = program.options
      .map((option, o) => ({ option, score: scored.scores[o]![row]!, gone: excluded[o]! }))
      .filter(({ gone }) => !gone)
      .sort((a, b) => b.score - a.score);
    const [first, second] = standing;
    const gateOpen = program.options.map(
      (_, o) => !excluded[o]! && program.rules.some(({ node, gates }) => gates.includes(o) && may(node)),
    );
    const lows = program.options.map((_, o) => bound(o, Math.min));
    const highs = program.options.map((_, o) => bound(o, Math.max));
    const mayLead = program.options.flatMap((_, o) => {
      const isBeaten = program.options.some(
        (_, rival) => rival !== o && !excluded[rival] && !gateOpen[rival] && lows[rival]! > highs[o]!,
      );
      return excluded[o] || isBeaten ? [] : [o];
    });
    const isSettled = (o: number) => !gateOpen[o] && lows[o] === first!.score && highs[o] === first!.score;
    return program.options.map((option, o): Row => {
      const gone = excluded[o]!;
      return {
        id: row,
        option,
        rank: gone ? null : ranks[o]![row]!,
        score: gone ? null : scored.scores[o]![row]!,
        low: gone ? null : lows[o]!,
        high: gone ? null : highs[o]!,
        excluded: gone,
        gate_open: gateOpen[o]!,
        leader: first!.option,
        margin: second ? round9(first!.score - second.score) : null,
        may_lead: mayLead.length,
        leader_certain: mayLead.length === 1 || mayLead.every(isSettled),
        impossible: program.impossible.some(must),
        problem: null,
      };
    });
  });
}

/** Rows in order of id and option, as they are compared. */
export function inOrder(rows: readonly Row[]): Row[] {
  const key = ({ id, option }: Row) => `${String(id).padStart(9)} ${option}`;
  return rows.map(row => ({ ...row })).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
