import type { TopLevelSpec } from 'vega-lite';
import type { BumpChart } from './chart.js';
import { fromBelow } from './heat-map.js';
import { framed, type Spec, sideLabels, TEXT } from './layout.js';
import type { Palette } from './palette.js';
import { clipped } from './text-width.js';

const COLUMN = 96;
const STEP = 22;
/** Lines that cross are told apart by their dashes as well. */
const DASHES = [
  [1, 0],
  [7, 3],
  [2, 2],
  [9, 3, 2, 3],
];

/** Ranks from column to column, joined by lines: those to follow are dark, and every line has its name at both ends. */
export function bumpSpec(chart: BumpChart, palette: Palette): TopLevelSpec {
  const { columns, rows } = chart;
  const { texts, room } = sideLabels(rows.map(({ label }) => label));
  const width = COLUMN * Math.max(1, columns.length - 1);
  const height = STEP * rows.length;
  const places = placesOf(chart);
  const strong = rows.flatMap(({ strong }, i) => (strong ? [i] : []));
  const shared = { x: columnAxis(columns, width), y: placeAxis(rows.length, height) };
  const line = (row: number): Spec => ({
    data: { values: places.filter(place => place.row === row) },
    mark: { type: 'line', ...lineLook(strong.indexOf(row), palette) },
    encoding: shared,
  });
  const ends = (column: number, mark: Spec): Spec => ({
    data: {
      values: places.filter(place => place.column === column).map(one => ({ ...one, said: texts[one.row] })),
    },
    mark: { type: 'text', baseline: 'middle', ...mark },
    encoding: { ...shared, text: { field: 'said' } },
  });
  const drawn = places.filter(({ place }) => place !== null);
  const layer = [
    ...rows.flatMap((row, i) => (row.strong ? [] : [line(i)])),
    ...strong.map(line),
    {
      data: { values: drawn },
      mark: {
        type: 'point',
        size: 250,
        fill: palette.paper,
        stroke: palette.quiet,
        strokeWidth: 1,
        opacity: 1,
      },
      encoding: shared,
    },
    {
      data: { values: drawn },
      mark: { type: 'text', baseline: 'middle', fontSize: TEXT - 1.5 },
      encoding: { ...shared, text: { field: 'rank' } },
    },
    ends(0, { align: 'right', dx: -14 }),
    ...(columns.length > 1 ? [ends(columns.length - 1, { align: 'left', dx: 14 })] : []),
  ];
  return framed(
    layer,
    { width, height, padding: { left: room + 8, right: room + 8, top: 50, bottom: 6 } },
    palette,
  );
}

interface Place {
  row: number;
  column: number;
  rank: number | null;
  place: number | null;
}

/** Where each row stands in each column: in order of rank, and of rows that are level one below the other. */
function placesOf({ columns, rows }: BumpChart): Place[] {
  return columns.flatMap((_, column) => {
    const ranked = rows
      .map(({ ranks }, row) => ({ row, rank: ranks[column] ?? null }))
      .sort((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9) || a.row - b.row);
    return ranked.map(({ row, rank }, i) => ({ row, column, rank, place: rank === null ? null : i + 1 }));
  });
}

function columnAxis(columns: readonly string[], width: number): Spec {
  const lines = fromBelow(columns.map(words => twoLines(words)));
  return {
    ...{ field: 'column', type: 'quantitative' },
    scale: { domain: [0, Math.max(1, columns.length - 1)], range: [0, width], nice: false, zero: false },
    axis: {
      ...{
        title: null,
        orient: 'top',
        grid: false,
        labelPadding: 16 + 13 * (lines[0]!.length - 1),
        values: columns.map((_, i) => i),
      },
      ...{
        labelFontSize: TEXT - 1,
        labelBaseline: 'bottom',
        labelAlign: 'center',
        labelBound: false,
        labelFlush: false,
      },
      labelExpr: `${JSON.stringify(lines)}[datum.value]`,
    },
  };
}

function placeAxis(rows: number, height: number): Spec {
  const scale = { domain: [0.5, rows + 0.5], range: [0, height], nice: false, zero: false };
  return { field: 'place', type: 'quantitative', scale, axis: null };
}

function lineLook(strong: number, { ink, line }: Palette): Spec {
  if (strong < 0) return { color: line, strokeWidth: 1.2 };
  return { color: ink, strokeWidth: 2, strokeDash: DASHES[strong % DASHES.length]! };
}

/** A title over a column, broken once about its middle. */
function twoLines(words: string): string[] {
  const text = clipped(words, 14);
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const middle = spaces.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0];
  return middle === undefined || text.length < 12 ? [text] : [text.slice(0, middle), text.slice(middle + 1)];
}
