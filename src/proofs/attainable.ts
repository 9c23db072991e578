import type { RuleSet } from '../model/rule-set.js';
import { factsAt } from './example.js';
import { search, searchesOf } from './search.js';
import { traced } from './traced.js';
import { waysOf } from './violations.js';

/** A cell, and the end of the scale that is asked after: the most (1) or the least (-1). */
export interface CellEnd {
  option: string;
  criterion: string;
  sign: 1 | -1;
}

/** What the points of a cell come to at most, or at least, before any clamp; whether nothing is proved to go beyond it. */
export interface Attainable {
  points: number;
  isProved: boolean;
}

/**
 * The most, or the least, that the points of a cell add up to in any possible situation, or `from` where that is beyond it:
 * whatever is found is exceeded until nothing is. Each search has a limit of its own.
 */
export async function attainable(
  ruleSet: RuleSet,
  cell: CellEnd,
  from: number,
  limit: () => AbortSignal | undefined,
): Promise<Attainable> {
  let points = from;
  while (true) {
    const ends =
      cell.sign > 0
        ? { from: Number.NEGATIVE_INFINITY, to: points }
        : { from: points, to: Number.POSITIVE_INFINITY };
    const { option, criterion } = cell;
    const by = 'any-weights' as const;
    const ways = waysOf({ claim: { kind: 'bounded', option, criterion, ...ends }, by }, ruleSet);
    const { best, isComplete } = await search(searchesOf(ruleSet, { by }, ways), true, limit());
    if (!best) return { points, isProved: isComplete };
    const facts = factsAt(ruleSet, best.hunt.groups, best.found.at);
    const at = await traced(ruleSet, facts, new Map());
    points = at.points(option, criterion);
  }
}
