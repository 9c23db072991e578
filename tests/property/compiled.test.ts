import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blockEvaluator, type Column } from '../../src/engine/block.js';
import type { RuleOutcome } from '../../src/engine/evaluate.js';
import { decisionMatrix } from '../../src/engine/matrix.js';
import { prepared } from '../../src/engine/prepared.js';
import { type Program, programOf } from '../../src/engine/program.js';
import { withDerived } from '../../src/engine/settle.js';
import { blockRanker, blockScorer } from '../../src/mcda/block-scores.js';
import { rank } from '../../src/mcda/rank.js';
import { weightedSum } from '../../src/mcda/weighted-sum.js';
import { modelArbitrary } from '../support/random-model.js';

const RUNS = Number(process.env.COMPILED_RUNS ?? 10_000);

/** Situations as columns: of steps where all is certain, else of sets. */
function columnsOf({ facts }: Program, situations: readonly ReadonlyMap<string, bigint>[]): Column[] {
  return facts.flatMap(({ id, steps, derive }) => {
    if (derive) return [];
    const sets = situations.map(situation => situation.get(id)!);
    const single = sets.every(set => (set & (set - 1n)) === 0n);
    if (single) return Uint8Array.from(sets, set => set.toString(2).length - 1);
    const words = Math.ceil(steps / 32);
    const packed = sets.flatMap(set =>
      Array.from({ length: words }, (_, w) => Number((set >> BigInt(32 * w)) & 0xffffffffn)),
    );
    return { sets: Uint32Array.from(packed), words };
  });
}

const bit = (bits: Uint32Array, row: number): boolean => ((bits[row >> 5]! >>> (row & 31)) & 1) === 1;

it(`the compiled evaluator gives what json-rules-engine gives, over ${RUNS} random rule sets`, async () => {
  const weights = new Map([
    ['x', 0.5],
    ['y', 0.2],
    ['z', 0.3],
  ]);
  await fc.assert(
    fc.asyncProperty(modelArbitrary, async ({ ruleSet, situations }) => {
      const program = programOf(ruleSet);
      const rows = situations.length;
      const truths = blockEvaluator(program)(columnsOf(program, situations), 0, rows);
      const scored = blockScorer(program, weights)(truths, rows);
      const ranks = blockRanker(program)(scored, rows);
      for (const [row, situation] of situations.entries()) {
        const traces = await prepared(ruleSet).rules(await withDerived(ruleSet, new Map(situation)));
        const truthsHere = program.rules.map(({ node }) => {
          if (bit(truths.must[node]!, row)) return 'true';
          return bit(truths.may[node]!, row) ? 'unknown' : 'false';
        });
        expect(truthsHere).toEqual(traces.map(({ truth }) => truth));

        const outcomes = ruleSet.rules.map(
          (rule, i): RuleOutcome => ({ rule, trace: traces[i]!, possible: traces[i]!.truth }),
        );
        const matrix = decisionMatrix(ruleSet, outcomes);
        const scores = program.options.map(option =>
          weightedSum(weights, id => matrix.get(option)!.get(id)!.value),
        );
        expect(program.options.map((_, o) => scored.scores[o]![row])).toEqual(scores);

        const gone = outcomes
          .filter(({ trace }) => trace.truth === 'true')
          .flatMap(({ rule }) => rule.effects.filter(e => e.kind === 'gate').map(e => e.option));
        const ranking = rank(
          new Map(program.options.flatMap((id, o) => (gone.includes(id) ? [] : [[id, scores[o]!] as const]))),
        );
        const wanted = program.options.map(id => ranking.find(({ option }) => option === id)?.rank ?? 0);
        expect(program.options.map((_, o) => ranks[o]![row])).toEqual(wanted);
      }
    }),
    { numRuns: RUNS },
  );
}, 3_600_000);
