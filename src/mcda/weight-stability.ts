import type { WeightStability } from '../model/flips.js';
import type { Weights } from './weights.js';

/** Cells of the options that can be ranked, by option and criterion. */
export type Cells = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * The stability interval of every weight in closed form (Triantaphyllou & Sánchez 1997, Decision Sciences 28(1), for one
 * weight at a time). With the weight w of a criterion moved to t and the others rescaled by (1 - t) / (1 - w), equally
 * where w is 1, each score is a straight line in t; the leaders are its upper envelope. At equal heights the leader of
 * today stays, else the first by id.
 */
export function weightStability(cells: Cells, weights: Weights, leader: string): WeightStability[] {
  return [...weights].map(([criterion, weight]) => {
    const lines = [...cells].map(([option, row]) => lineOf(option, row, criterion, weights));
    const own = lines.find(({ option }) => option === leader)!;
    const limits = lines.map(other => meeting(own, other)).filter(t => t !== undefined);
    const high = Math.min(1, ...limits.filter(({ falls }) => falls).map(({ at }) => at));
    const low = Math.max(0, ...limits.filter(({ falls }) => !falls).map(({ at }) => at));
    return { criterion, weight, low, high, winners: envelope(lines, leader) };
  });
}

/** A score along the weight: `start` at 0, `end` at 1. */
interface Line {
  option: string;
  start: number;
  end: number;
}

function lineOf(option: string, row: ReadonlyMap<string, number>, criterion: string, weights: Weights): Line {
  const others = [...weights].filter(([id]) => id !== criterion);
  const rest = others.reduce((sum, [, weight]) => sum + weight, 0);
  const share = (weight: number) => (rest > 0 ? weight / rest : 1 / others.length);
  const start = others.reduce((sum, [id, weight]) => sum + share(weight) * row.get(id)!, 0);
  return { option, start, end: row.get(criterion)! };
}

/** Where two lines meet, and whether the first falls below the second from there on. Parallel lines never meet. */
function meeting(own: Line, other: Line): { at: number; falls: boolean } | undefined {
  const before = own.start - other.start;
  const after = own.end - other.end;
  if (before === after) return undefined;
  return { at: snapped(before / (before - after)), falls: before > after };
}

/** What arithmetic leaves of 0 and 1 is 0 and 1. */
function snapped(share: number): number {
  if (Math.abs(share) < TOLERANCE) return 0;
  return Math.abs(share - 1) < TOLERANCE ? 1 : share;
}

/** The highest line of each stretch between two meetings. */
function envelope(lines: readonly Line[], leader: string): WeightStability['winners'] {
  const cuts = lines.flatMap((a, i) => lines.slice(i + 1).flatMap(b => meeting(a, b)?.at ?? []));
  const inside = [...new Set(cuts.filter(at => at > 0 && at < 1))].sort((a, b) => a - b);
  const edges = [0, ...inside, 1];
  const winners: { option: string; from: number; to: number }[] = [];
  for (let i = 1; i < edges.length; i += 1) {
    const [from, to] = [edges[i - 1]!, edges[i]!];
    const option = highest(lines, (from + to) / 2, leader);
    const last = winners.at(-1);
    if (last?.option === option) last.to = to;
    else winners.push({ option, from, to });
  }
  return winners;
}

function highest(lines: readonly Line[], at: number, leader: string): string {
  const height = ({ start, end }: Line) => start + at * (end - start);
  const top = Math.max(...lines.map(height));
  const level = lines.filter(line => top - height(line) <= TOLERANCE);
  return (level.find(({ option }) => option === leader) ?? level[0]!).option;
}

/** Scores are equal when they round to the same nine decimals. */
const TOLERANCE = 1e-9;
