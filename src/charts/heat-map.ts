import type { TopLevelSpec } from 'vega-lite';
import type { HeatMapChart } from './chart.js';
import { framed, ROW, rowAxis, sideLabels } from './layout.js';
import type { Palette } from './palette.js';
import { points } from './points.js';

const CELL = 62;
const LINE = 12;

/** The decision matrix: the more points, the darker; what is below 0 has an edge, and each cell says its number. */
export function heatMapSpec({ columns, rows }: HeatMapChart, palette: Palette): TopLevelSpec {
  const { texts, room } = sideLabels(rows.map(({ label }) => label));
  const values = rows.flatMap(({ values }, row) =>
    values.map((value, column) => ({ row, column, said: shortPoints(value), ...look(value, palette) })),
  );
  const lines = fromBelow(columns.map(words => words.split(' ')));
  const y = rowAxis(texts);
  const x = {
    field: 'column',
    type: 'ordinal',
    sort: null,
    scale: { domain: columns.map((_, i) => i) },
    axis: {
      ...{
        title: null,
        orient: 'top',
        labelAngle: 0,
        labelBaseline: 'bottom',
        labelPadding: 6 + LINE * (lines[0]!.length - 1),
      },
      ...{ labelFontSize: 10.5, labelLineHeight: LINE },
      labelExpr: `${JSON.stringify(lines)}[datum.value]`,
    },
  };
  const raw = (field: string) => ({ field, type: 'nominal', scale: null, legend: null });
  const layer = [
    {
      mark: { type: 'rect', strokeWidth: 1.2, width: CELL - 3, height: ROW - 3 },
      encoding: { y, x, fill: raw('fill'), stroke: raw('edge') },
    },
    { mark: { type: 'text' }, encoding: { y, x, text: { field: 'said' }, fill: raw('ink') } },
  ].map(one => ({ data: { values }, ...one }));
  const top = 12 + LINE * (lines[0]?.length ?? 1);
  return framed(
    layer,
    {
      width: CELL * columns.length,
      height: ROW * rows.length,
      padding: { left: room, right: 12, top, bottom: 4 },
    },
    palette,
  );
}

/** Headings of several lines that end at the same height: an axis lays them out from above. */
export function fromBelow(headings: readonly string[][]): string[][] {
  const most = Math.max(1, ...headings.map(lines => lines.length));
  return headings.map(lines => [...Array.from({ length: most - lines.length }, () => ' '), ...lines]);
}

/** How far from 0 a shade starts. */
const STRONG = 30;
const MIDDLE = 12;

function look(
  value: number,
  { shades, counterShades, onShade, ink, quiet, paper, line, contraEdge }: Palette,
) {
  const size = Math.abs(value);
  if (size === 0) return { fill: paper, edge: line, ink: quiet };
  const step = size >= STRONG ? 0 : size >= MIDDLE ? 1 : 2;
  const fill = value > 0 ? shades[[0, 2, 4][step]!]! : counterShades[step]!;
  return { fill, edge: value > 0 ? fill : contraEdge, ink: step === 0 ? onShade : ink };
}

/** Whole points where they are whole, for cells are narrow. */
function shortPoints(value: number): string {
  return value === 0 ? '0' : points(value).replace(/\.0$/, '');
}
