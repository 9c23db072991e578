import type { Program } from '../engine/program.js';
import type { Measure, Standing } from '../model/property.js';
import { change } from './change.js';
import { difference, type Seen } from './difference.js';
import { APART_FROM, LEVEL_UP_TO } from './level.js';
import type { Near } from './near.js';
import { clamped, pointsOf, type Reader, readerOf } from './standing.js';
import { addsOf, sumBounds, type Views } from './sums.js';
import type { Turn } from './turns.js';
import { leadingWeights } from './under-weights.js';

/** Something that is looked for among situations. */
export interface Goal {
  /** Whether it may hold in some situation of a row, or in one of those near a certain one; errs only towards true. */
  may(views: Views, row: number, near?: Near): boolean;
  /** Whether it holds in the one situation of a row in which all is certain. */
  holds(views: Views, row: number): boolean;
}

/** What goals are made from: the rules, the weights by criterion, and what each rule can do from the first view to the second. */
export interface Ground {
  program: Program;
  weights: readonly number[];
  turnOf: (rule: number) => Turn;
}

/** Whether a rule holds in both views or in neither. */
function tied({ turnOf }: Ground): (rule: number) => boolean {
  return rule => turnOf(rule) === 'same';
}

/** The option stands as is said, or does not. */
export function stands(ground: Ground, standing: Standing, is: boolean): Goal {
  const { program } = ground;
  const option = place(ground, standing.option);
  switch (standing.is) {
    case 'excluded':
      return isOut(ground, option, is);
    case 'above-baseline':
      return isAbove(ground, option, program.baseline, is);
    case 'above':
      return isAbove(ground, option, place(ground, standing.other), is);
    case 'in-top':
      return isInTop(ground, option, standing.count, is);
  }
}

/** A gate excludes the option, or none does. */
export function isOut({ program, weights }: Ground, option: number, is: boolean): Goal {
  const reader = readerOf(program, weights);
  return {
    may: ([view], row) => (is ? reader.mayBeOut(view!, option, row) : !reader.mustBeOut(view!, option, row)),
    holds: ([view], row) => reader.mustBeOut(view!, option, row) === is,
  };
}

/** One option stands strictly above another, or does not; one that is excluded is below all that are ranked. */
export function isAbove(ground: Ground, a: number, b: number, is: boolean): Goal {
  const reader = readerOf(ground.program, ground.weights);
  const ahead = difference(ground.program, ground.weights, at(a), at(b), tied(ground));
  return {
    may: (views, row) => {
      const view = views[0]!;
      if (!is)
        return (
          reader.mayBeOut(view, a, row) ||
          (!reader.mustBeOut(view, b, row) && ahead(views, row).low <= LEVEL_UP_TO)
        );
      if (reader.mustBeOut(view, a, row)) return false;
      return reader.mayBeOut(view, b, row) || ahead(views, row).high > APART_FROM;
    },
    holds: ([view], row) => level(reader, view!, a, row) > level(reader, view!, b, row) === is,
  };
}

/** The option's rank is at most `count`, ties included, or is not. */
export function isInTop(ground: Ground, option: number, count: number, is: boolean): Goal {
  const reader = readerOf(ground.program, ground.weights);
  const others = ground.program.options.flatMap((_, other) => (other === option ? [] : [other]));
  const ahead = new Map(
    others.map(other => [
      other,
      difference(ground.program, ground.weights, at(other), at(option), tied(ground)),
    ]),
  );
  const above = (views: Views, row: number, surely: boolean) =>
    others.filter(other => {
      const view = views[0]!;
      if (surely ? reader.mayBeOut(view, other, row) : reader.mustBeOut(view, other, row)) return false;
      const { low, high } = ahead.get(other)!(views, row);
      return surely ? low > LEVEL_UP_TO : high > APART_FROM;
    }).length;
  return {
    may: (views, row) =>
      is
        ? !reader.mustBeOut(views[0]!, option, row) && above(views, row, true) < count
        : reader.mayBeOut(views[0]!, option, row) || above(views, row, false) >= count,
    holds: ([view], row) => {
      const own = level(reader, view!, option, row);
      const rank = 1 + others.filter(other => level(reader, view!, other, row) > own).length;
      return (own > OUT && rank <= count) === is;
    },
  };
}

/** The option stands strictly above all others. */
export function leads(ground: Ground, option: number): Goal {
  const pairs = ground.program.options.flatMap((_, other) =>
    other === option ? [] : [isAbove(ground, option, other, true)],
  );
  return all(pairs);
}

/**
 * The option comes first under some weights, strictly or with ties. Bounds: no other is ahead of it by any criterion alone.
 * In one situation a linear programme decides.
 */
export function leadsUnderSomeWeights(ground: Ground, option: number, isStrict: boolean): Goal {
  const { program } = ground;
  const alone = program.criteria.map((_, c) => program.criteria.map((_, d) => Number(c === d)));
  const readers = alone.map(weights => readerOf(program, weights));
  const reader = readers[0]!;
  const others = program.options.flatMap((_, other) => (other === option ? [] : [other]));
  const ahead = others.map(other => ({
    other,
    by: alone.map(weights => difference(program, weights, at(option), at(other), tied(ground))),
  }));
  const reach = isStrict ? APART_FROM : -LEVEL_UP_TO;
  return {
    may: (views, row) =>
      !reader.mustBeOut(views[0]!, option, row) &&
      ahead.every(
        ({ other, by }) =>
          reader.mayBeOut(views[0]!, other, row) || by.some(one => one(views, row).high > reach),
      ),
    holds: ([view], row) => {
      if (reader.mustBeOut(view!, option, row)) return false;
      const ranked = others.filter(other => !reader.mustBeOut(view!, other, row));
      const rows = ranked.map(other =>
        readers.map(one => one.score(view!, option, row) - one.score(view!, other, row)),
      );
      return leadingWeights(rows, program.criteria.length, isStrict) !== undefined;
    },
  };
}

/** From the first view to the second the option falls, or rises. */
export function moves(ground: Ground, option: number, of: Measure, how: 'falls' | 'rises'): Goal {
  switch (of.kind) {
    case 'score':
      return movesInScore(ground, option, how);
    case 'cell':
      return movesInCell(ground, option, of.criterion, how);
    case 'against':
      return movesAgainst(ground, option, place(ground, of.option), how);
  }
}

function movesInScore(ground: Ground, option: number, how: 'falls' | 'rises'): Goal {
  const { program, weights, turnOf } = ground;
  const reader = readerOf(program, weights);
  const rise = change(program, weights, option, turnOf);
  const [before, after] = how === 'falls' ? [0, 1] : [1, 0];
  return {
    may: (views, row) => {
      if (reader.mustBeOut(views[before]!, option, row)) return false;
      if (reader.mayBeOut(views[after]!, option, row)) return true;
      const { low, high } = rise(views, row);
      return how === 'falls' ? low < -APART_FROM : high > APART_FROM;
    },
    holds: (views, row) =>
      level(reader, views[after]!, option, row) < level(reader, views[before]!, option, row),
  };
}

function movesInCell(ground: Ground, option: number, criterion: string, how: 'falls' | 'rises'): Goal {
  const { program, turnOf } = ground;
  const at0 = program.criteria.indexOf(criterion);
  const alone = program.criteria.map((_, c) => Number(c === at0));
  const rise = change(program, alone, option, turnOf);
  const adds = addsOf(program, option, at0);
  const cell = (views: Views, view: number, row: number) => clamped(pointsOf(adds, views[view]!, row));
  return {
    may: (views, row) => {
      const { low, high } = rise(views, row);
      return how === 'falls' ? low < 0 : high > 0;
    },
    holds: (views, row) => {
      const change = cell(views, 1, row) - cell(views, 0, row);
      return how === 'falls' ? change < 0 : change > 0;
    },
  };
}

function movesAgainst(ground: Ground, option: number, other: number, how: 'falls' | 'rises'): Goal {
  const { program, weights } = ground;
  const reader = readerOf(program, weights);
  const ahead = [0, 1].map(view =>
    difference(program, weights, at(option, view), at(other, view), tied(ground)),
  );
  /** The least and the greatest of -1 (below), 0 (level) and 1 (above) that it may be. */
  const range = (views: Views, view: number, row: number): [number, number] => {
    const truths = views[view]!;
    const { low, high } = ahead[view]!(views, row);
    let [least, most] = [
      low > LEVEL_UP_TO ? 1 : low >= -APART_FROM ? 0 : -1,
      high < -LEVEL_UP_TO ? -1 : high <= APART_FROM ? 0 : 1,
    ];
    if (reader.mayBeOut(truths, option, row)) least = -1;
    if (reader.mayBeOut(truths, other, row)) most = 1;
    if (reader.mustBeOut(truths, option, row)) most = reader.mayBeOut(truths, other, row) ? 0 : -1;
    if (reader.mustBeOut(truths, other, row)) least = reader.mayBeOut(truths, option, row) ? 0 : 1;
    return [least, most];
  };
  const [before, after] = how === 'falls' ? [0, 1] : [1, 0];
  const sign = (views: Views, view: number, row: number) => {
    const [own, others] = [level(reader, views[view]!, option, row), level(reader, views[view]!, other, row)];
    return own === others ? 0 : own > others ? 1 : -1;
  };
  return {
    may: (views, row) => range(views, after, row)[0] < range(views, before, row)[1],
    holds: (views, row) => sign(views, after, row) < sign(views, before, row),
  };
}

/** The points of a cell, before any clamp, add up to less or to more than is said. */
export function isBeyond(ground: Ground, id: string, criterion: string, from: number, to: number): Goal {
  const adds = addsOf(ground.program, place(ground, id), ground.program.criteria.indexOf(criterion));
  return {
    may: ([view], row) => {
      const { low, high } = sumBounds(adds, view!, row);
      return low < from || high > to;
    },
    holds: ([view], row) => {
      const points = pointsOf(adds, view!, row);
      return points < from || points > to;
    },
  };
}

/** One option in the first view has another score, or is excluded where another in the second is not, or the reverse. */
export function differ(ground: Ground, a: number, b: number): Goal {
  const reader = readerOf(ground.program, ground.weights);
  const ahead = difference(ground.program, ground.weights, at(a, 0), at(b, 1), tied(ground));
  return {
    may: (views, row) => {
      const [first, second] = [views[0]!, views[1]!];
      const [mustA, mustB] = [reader.mustBeOut(first, a, row), reader.mustBeOut(second, b, row)];
      if (mustA && mustB) return false;
      if (reader.mayBeOut(first, a, row) || reader.mayBeOut(second, b, row)) return true;
      const { low, high } = ahead(views, row);
      return low < -APART_FROM || high > APART_FROM;
    },
    holds: (views, row) => level(reader, views[0]!, a, row) !== level(reader, views[1]!, b, row),
  };
}

/** All of some goals at once. */
export function all(goals: readonly Goal[]): Goal {
  return {
    may: (views, row, near) => goals.every(goal => goal.may(views, row, near)),
    holds: (views, row) => goals.every(goal => goal.holds(views, row)),
  };
}

/** Lower than any score: where an option that is excluded stands. */
const OUT = Number.NEGATIVE_INFINITY;

function level(reader: Reader, truths: Views[number], option: number, row: number): number {
  return reader.mustBeOut(truths, option, row) ? OUT : reader.score(truths, option, row);
}

function at(option: number, view = 0): Seen {
  return { option, view };
}

function place({ program }: Ground, id: string): number {
  return program.options.indexOf(id);
}

/** At least one of some goals. */
export function some(goals: readonly Goal[]): Goal {
  return {
    may: (views, row, near) => goals.some(goal => goal.may(views, row, near)),
    holds: (views, row) => goals.some(goal => goal.holds(views, row)),
  };
}
