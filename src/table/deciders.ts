import { BLOCK, type RowBits } from '../engine/block.js';
import { factsRead } from '../engine/reads.js';
import type { TableJudging } from './judging.js';
import type { RowScores } from './row-scorer.js';

/** In how many rows each rule fired, each rule decided, and each stated fact was read by a rule that decided. */
export interface Decided {
  fired: Float64Array;
  rules: Float64Array;
  /** By stated fact, in the order of the program. */
  facts: Float64Array;
}

/** Counts over blocks of rows, by the group of each; only rows marked in `counted` are. */
export interface Deciders {
  count(scored: RowScores, counted: RowBits, rows: number, groupOf: Uint16Array): void;
  /** By group. */
  counts: readonly Decided[];
}

/**
 * Counts the rules that decide: without which, all else as it is in the point reading, another option would lead. Each is
 * taken out alone, so two rules that would each do by themselves decide nothing.
 */
export function deciders(judging: TableJudging, groups = 1): Deciders {
  const { program, leftOut } = judging;
  const { rules, criteria, options } = program;
  const weights = criteria.map(id => judging.weights.get(id)!);
  const sums = Array.from({ length: options.length * criteria.length }, () => new Int32Array(BLOCK));
  const gated = options.map(() => new Uint16Array(BLOCK));
  const reads = factsRead(program);
  const stated = program.facts.filter(({ derive }) => !derive).length;
  const counts = Array.from({ length: groups }, () => ({
    fired: new Float64Array(rules.length),
    rules: new Float64Array(rules.length),
    facts: new Float64Array(stated),
  }));
  const byFact = Array.from({ length: stated }, () => new Uint32Array(BLOCK / 32));
  const touched = rules.map(({ adds, gates }) => [
    ...new Set([...adds.map(({ cell }) => Math.floor(cell / criteria.length)), ...gates]),
  ]);
  const scoreWithout = (rule: number, option: number, row: number): number => {
    let score = 0;
    for (let c = 0; c < criteria.length; c += 1) {
      const cell = option * criteria.length + c;
      let sum = sums[cell]![row]!;
      for (const add of rules[rule]!.adds) if (add.cell === cell) sum -= add.points;
      score += weights[c]! * (sum > 100 ? 100 : sum < -100 ? -100 : sum);
    }
    return Math.round(score * 1e9) / 1e9 + 0;
  };
  const isOut = (option: number, row: number, withoutGate: boolean): boolean =>
    leftOut.includes(option) || gated[option]![row]! > (withoutGate ? 1 : 0);
  const decides = (rule: number, row: number, { scores, leader }: RowScores): boolean => {
    const first = leader[row]!;
    const own = touched[rule]!;
    let [best, who] = [Number.NEGATIVE_INFINITY, -1];
    const consider = (option: number, score: number): void => {
      if (score > best || (score === best && option < who)) [best, who] = [score, option];
    };
    if (!own.includes(first)) consider(first, scores[first]![row]!);
    else
      for (let option = 0; option < options.length; option += 1)
        if (!own.includes(option) && !isOut(option, row, false)) consider(option, scores[option]![row]!);
    for (const option of own)
      if (!isOut(option, row, rules[rule]!.gates.includes(option)))
        consider(option, scoreWithout(rule, option, row));
    return who !== first;
  };
  return {
    counts,
    count(scored, counted, rows, groupOf) {
      const must = (rule: number) => scored.truths.must[rules[rule]!.node]!;
      for (const column of [...sums, ...gated]) column.fill(0);
      rules.forEach(({ adds, gates }, rule) => {
        eachRow(must(rule), counted, rows, row => {
          for (const { cell, points } of adds) sums[cell]![row]! += points;
          for (const option of gates) gated[option]![row]! += 1;
        });
      });
      for (const bits of byFact) bits.fill(0);
      rules.forEach(({ node }, rule) => {
        eachRow(must(rule), counted, rows, row => {
          const own = counts[groupOf[row]!]!;
          own.fired[rule]! += 1;
          if (!decides(rule, row, scored)) return;
          own.rules[rule]! += 1;
          for (const fact of reads[node]!) byFact[fact]![row >> 5]! |= 1 << (row & 31);
        });
      });
      byFact.forEach((bits, fact) => {
        eachRow(bits, counted, rows, row => {
          counts[groupOf[row]!]!.facts[fact]! += 1;
        });
      });
    },
  };
}

function eachRow(bits: RowBits, counted: RowBits, rows: number, visit: (row: number) => void): void {
  for (let w = 0; w * 32 < rows; w += 1) {
    const within = rows - w * 32 >= 32 ? ALL : 2 ** (rows - w * 32) - 1;
    for (let word = (bits[w]! & counted[w]! & within) | 0; word !== 0; word &= word - 1)
      visit(w * 32 + 31 - Math.clz32(word & -word));
  }
}

const ALL = 0xffffffff;
