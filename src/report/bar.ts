import type { RankedOption } from '../model/appraisal.js';
import { padEnd } from './layout.js';
import { whole } from './numbers.js';

/** A bar for each option on one labelled axis with its 0 marked. */
export interface Axis {
  header: string;
  bar: (option: Pick<RankedOption, 'score' | 'low' | 'high'>) => string;
}

/** An axis for these options, with `half` columns on either side of the 0. */
export function axis(options: readonly RankedOption[], half: number): Axis {
  const farthest = Math.max(...options.flatMap(({ score, low, high }) => [score, low, high].map(Math.abs)));
  const extent = EXTENTS.find(size => size >= farthest) ?? 100;
  const columns = (x: number) => Math.round((x / extent) * half);
  return {
    header: `${padEnd(whole(-extent), half)}0${whole(extent).padStart(half)}`,
    bar: ({ score, low, high }) => {
      const right = side(columns(score), columns(low), columns(high), half);
      const left = side(columns(-score), columns(-high), columns(-low), half);
      return `${[...left].reverse().join('')}│${right}`;
    },
  };
}

/** What the glyphs of a bar mean, where any option has a range. */
export const LEGEND = '█ score  ▓ what of it is not certain  ░ what else it could be';

const EXTENTS = [10, 20, 30, 40, 50, 60, 80, 100];

/** One side of the 0, outwards: the score up to what is sure, the rest of the score, the rest of the range. */
function side(score: number, near: number, far: number, half: number): string {
  const glyph = (column: number) => {
    if (column < score) return column < near ? '█' : '▓';
    return column < far && column >= near ? '░' : ' ';
  };
  return Array.from({ length: half }, (_, column) => glyph(column)).join('');
}
