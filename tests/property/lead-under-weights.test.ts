import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadUnderWeights } from '../../src/mcda/lead-under-weights.js';
import type { Cells } from '../../src/mcda/weight-stability.js';
import { normalise } from '../../src/mcda/weights.js';

const cellsOf = (rows: readonly (readonly number[])[]): Cells =>
  new Map(rows.map((row, o) => [`o${o}`, new Map(row.map((x, c) => [`c${c}`, x]))]));
const weightsOf = (weights: readonly number[]) => normalise(new Map(weights.map((w, c) => [`c${c}`, w])));

/** Integer cells of two to six options on two to four criteria, and weights. */
const decision = fc.integer({ min: 2, max: 4 }).chain(criteria =>
  fc.record({
    rows: fc.array(
      fc.array(fc.integer({ min: -100, max: 100 }), { minLength: criteria, maxLength: criteria }),
      {
        minLength: 2,
        maxLength: 6,
      },
    ),
    weights: fc
      .array(fc.nat(20), { minLength: criteria, maxLength: criteria })
      .filter(list => list.some(w => w > 0)),
  }),
);

const score = (row: readonly number[], weights: readonly number[]) =>
  row.reduce((sum, x, c) => sum + x * weights[c]!, 0);

/** Every weighting whose weights are multiples of 1/n. */
function grid(criteria: number, n: number): number[][] {
  if (criteria === 1) return [[n]];
  return Array.from({ length: n + 1 }, (_, first) =>
    grid(criteria - 1, n - first).map(rest => [first, ...rest]),
  ).flat();
}

/** The first of the options, and how far it has to be from today's weights. */
function asked({ rows, weights }: { rows: number[][]; weights: number[] }) {
  const now = [...weightsOf(weights).values()];
  const scores = rows.map(row => score(row, now));
  const leader = scores.indexOf(Math.max(...scores));
  return { now, leader, leads: leadUnderWeights(cellsOf(rows), weightsOf(weights), `o${leader}`) };
}

/**
 * The least change after which an option ties with the leader, in closed form: shares are best moved from the criteria where
 * it loses most to the one where it gains most.
 */
function leastTie(gains: readonly number[], now: readonly number[]): number {
  const most = Math.max(...gains);
  let behind = -score(gains, now);
  if (behind <= 0) return 0;
  let moved = 0;
  for (const c of gains.map((_, c) => c).sort((a, b) => gains[a]! - gains[b]!)) {
    const here = most > gains[c]! ? Math.min(now[c]!, behind / (most - gains[c]!)) : 0;
    moved += here;
    behind -= here * (most - gains[c]!);
  }
  return behind > 1e-9 ? Number.POSITIVE_INFINITY : 2 * moved;
}

describe('whether an option leads under any weights', () => {
  it('is decided, and each answer holds: the weights put it first, or the mixture beats it on every criterion', () => {
    fc.assert(
      fc.property(decision, one => {
        const { rows } = one;
        const { now, leads } = asked(one);
        expect(leads).toHaveLength(rows.length - 1);
        for (const { option, weights, change, never } of leads) {
          const own = rows[Number(option.slice(1))]!;
          if (never) {
            expect(never.mixture.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
            own.forEach((x, c) => {
              const mixed = never.mixture.reduce(
                (sum, { option, share }) => sum + share * rows[Number(option.slice(1))]![c]!,
                0,
              );
              expect(mixed - x).toBeGreaterThanOrEqual(never.by - 1e-9);
            });
            expect(never.by).toBeGreaterThan(0);
          } else {
            const found = Object.values(weights!);
            expect(found.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
            expect(found.every(w => w >= 0)).toBe(true);
            expect(Math.max(...rows.map(row => score(row, found)))).toBeLessThanOrEqual(
              score(own, found) + 1e-6,
            );
            expect(found.reduce((sum, w, c) => sum + Math.abs(w - now[c]!), 0)).toBeCloseTo(change!, 6);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees with trying every weighting of a fine grid: none puts first what never leads, none is nearer', () => {
    fc.assert(
      fc.property(decision, one => {
        const { rows } = one;
        const { now, leads } = asked(one);
        for (const weights of grid(now.length, now.length === 4 ? 12 : 40)) {
          const shares = weights.map(w => w / weights.reduce((a, b) => a + b, 0));
          const scores = rows.map(row => score(row, shares));
          const top = Math.max(...scores);
          const far = shares.reduce((sum, w, c) => sum + Math.abs(w - now[c]!), 0);
          for (const { option, change } of leads) {
            if (scores[Number(option.slice(1))]! < top - 1e-9) continue;
            expect([option, change !== null && change <= far + 1e-6]).toEqual([option, true]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has as its least change that after which some option ties with the leader, in closed form', () => {
    fc.assert(
      fc.property(decision, one => {
        const { rows } = one;
        const { now, leader, leads } = asked(one);
        const ties = rows.flatMap((row, o) =>
          o === leader
            ? []
            : [
                leastTie(
                  row.map((x, c) => x - rows[leader]![c]!),
                  now,
                ),
              ],
        );
        const least = leads[0]!.change ?? Number.POSITIVE_INFINITY;
        if (least === Number.POSITIVE_INFINITY) expect(Math.min(...ties)).toBe(Number.POSITIVE_INFINITY);
        else expect(least).toBeCloseTo(Math.min(...ties), 6);
      }),
      { numRuns: 3000 },
    );
  });

  it('does not change when weights are scaled, or an option is added that another beats everywhere', () => {
    fc.assert(
      fc.property(decision, one => {
        const { rows, weights } = one;
        const { leader, leads } = asked(one);
        const scaled = leadUnderWeights(cellsOf(rows), weightsOf(weights.map(w => 7 * w)), `o${leader}`);
        expect(scaled.map(({ option, never }) => [option, never === null])).toEqual(
          leads.map(({ option, never }) => [option, never === null]),
        );
        const worse = [...rows, rows[leader]!.map(x => x - 1)];
        const more = leadUnderWeights(cellsOf(worse), weightsOf(weights), `o${leader}`);
        expect(more.find(({ option }) => option === `o${rows.length}`)!.never).not.toBeNull();
        for (const { option, change } of leads) {
          const other = more.find(one => one.option === option)!.change;
          if (change === null) expect(other).toBeNull();
          else expect(other).toBeCloseTo(change, 6);
        }
      }),
      { numRuns: 500 },
    );
  });
});
