import type { ReadyCase } from '../cases/judge-case.js';
import { BLOCK, blockEvaluator, type Truths } from '../engine/block.js';
import { setColumn } from '../engine/columns.js';
import { indices, type Program, programWith } from '../engine/program.js';
import { type Truth, truthOf } from '../engine/truth.js';
import type { RuleSet } from '../model/rule-set.js';
import type { StepSets } from '../model/scenario.js';
import type { Mutant } from './mutants.js';

/** For each mutant the cases in whose situation one of its rules comes out otherwise or adds something else, in order. */
export function touchedCases(
  ruleSet: RuleSet,
  mutants: readonly Mutant[],
  cases: readonly ReadyCase[],
): ReadyCase[][] {
  const pairs = mutants.map(({ changed }) =>
    [...changed.values()].map(after => ({
      before: ruleSet.rules.find(({ id }) => id === after.id)!,
      after,
    })),
  );
  const conditions = pairs.flat().flatMap(({ before, after }) => [before.when, after.when]);
  const { program, nodes } = programWith(ruleSet, conditions);
  const nodeOf = new Map(conditions.map((condition, i) => [condition, nodes[i]!]));
  const situations = cases.map(({ situation }) => situation!.readings);
  const truths = truthsIn(
    program,
    situations.flatMap(({ point, possible }) => [point, possible]),
  );
  return pairs.map(rules =>
    cases.filter((_, i) =>
      rules.some(({ before, after }) => {
        const [old, now] = [nodeOf.get(before.when)!, nodeOf.get(after.when)!];
        const [point, possible] = [2 * i, 2 * i + 1];
        const comesOut = (node: number) => [truths(node, point), truths(node, possible)].join();
        if (comesOut(old) !== comesOut(now)) return true;
        return before.effects !== after.effects && truths(now, possible) !== 'false';
      }),
    ),
  );
}

/** What each node of a program comes to in some situations. */
function truthsIn(program: Program, situations: readonly StepSets[]): (node: number, row: number) => Truth {
  const columns = program.facts
    .filter(({ derive }) => !derive)
    .map(({ id, steps }) =>
      setColumn(
        situations.map(sets => indices(sets.get(id)!)),
        steps,
      ),
    );
  const evaluate = blockEvaluator(program);
  const blocks: Truths[] = [];
  for (let from = 0; from < situations.length; from += BLOCK) {
    const { must, may } = evaluate(columns, from, Math.min(BLOCK, situations.length - from));
    blocks.push({ must: must.map(bits => bits.slice()), may: may.map(bits => bits.slice()) });
  }
  return (node, row) => {
    const { must, may } = blocks[Math.floor(row / BLOCK)]!;
    const at = row % BLOCK;
    const has = (bits: Uint32Array) => ((bits[at >> 5]! >>> (at & 31)) & 1) === 1;
    return truthOf(has(must[node]!), has(may[node]!));
  };
}
