import { columns } from './layout.js';
import { signed } from './rounding.js';

/** An option's place by one perspective; undefined where it is excluded or left out. */
export type Place = { rank: number; score: number } | undefined;

/** A row of the table: an option and its place by each perspective. */
export interface PlacedOption {
  title: string;
  places: readonly Place[];
}

/** What stands at the head of each column, and in the legend. */
export function letterOf(i: number): string {
  return String.fromCharCode(65 + i);
}

/** Rank and score of every option by every perspective, in so many columns of text. Ranks alone where scores have no room. */
export function perspectivesTable(rows: readonly PlacedOption[], many: number, width: number): string[] {
  const letters = Array.from({ length: many }, (_, i) => letterOf(i));
  const say = width >= 16 + 10 * many ? placeText : ({ rank }: NonNullable<Place>) => String(rank);
  const said = rows.map(({ title, places }) => [title, ...places.map(place => (place ? say(place) : '-'))]);
  const each = Math.max(4, ...said.flatMap(([, ...cells]) => cells.map(cell => cell.length)));
  return columns(
    [['option', ...letters], ...said],
    [
      { width: Math.max(12, width - (each + 1) * many) },
      ...letters.map(() => ({ align: 'right' as const, width: each })),
    ],
  );
}

/** `1* +12.3`: the rank, with a star where it leads, and the score. */
export function placeText({ rank, score }: NonNullable<Place>): string {
  return `${rank}${rank === 1 ? '*' : ''} ${signed(score).padStart(5)}`;
}
