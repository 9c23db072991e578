import type { TopLevelSpec } from 'vega-lite';
import type { BarsChart, RankingChart } from './chart.js';
import { around, ofRows, pointsAxis, ROW, rowAxis, type Spec, sideLabels } from './layout.js';
import type { Palette } from './palette.js';
import { points } from './points.js';

const WIDTH = 430;
const PADDING = { right: 12, top: 40, bottom: 6 };
/** Room for a number between a name and its bar, so that a narrow screen shows it before it is scrolled. */
const NUMBER = 54;

/** For each option a bar for and a bar against it, its score as a diamond and as a number, and a line over all it may be. */
export function rankingSpec({ rows }: RankingChart, palette: Palette): TopLevelSpec {
  const { texts, room } = sideLabels(rows.map(({ label }) => label));
  const values = rows.map((row, i) => ({ ...row, row: i, zero: 0, said: points(row.score) }));
  const y = rowAxis(texts, NUMBER);
  const x = pointsAxis(
    around(rows.flatMap(({ pro, contra, low, high }) => [pro, contra, low, high])),
    palette,
  );
  const bar = (field: string, mark: Spec): Spec => ({
    mark: { type: 'bar', height: ROW * 0.62, ...mark },
    encoding: { y, x: { ...x, field }, x2: { field: 'zero' } },
  });
  const layer = [
    bar('pro', { color: palette.pro }),
    bar('contra', { color: palette.contra, stroke: palette.contraEdge, strokeWidth: 1 }),
    {
      mark: { type: 'rule', color: palette.ink, strokeWidth: 1.5 },
      encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' } },
    },
    {
      mark: {
        type: 'point',
        shape: 'diamond',
        size: 90,
        fill: palette.paper,
        stroke: palette.ink,
        opacity: 1,
      },
      encoding: { y, x: { ...x, field: 'score' } },
    },
    {
      mark: { type: 'text', align: 'right', fontWeight: 'bold' },
      encoding: { y, x: { value: -8 }, text: { field: 'said' } },
    },
  ];
  return ofRows(values, layer, { width: WIDTH, padding: { ...PADDING, left: room + NUMBER - 8 } }, palette);
}

/** A bar for each row, with its number before it. */
export function barsSpec({ rows }: BarsChart, palette: Palette): TopLevelSpec {
  const { texts, room } = sideLabels(rows.map(({ label }) => label));
  const values = rows.map((row, i) => ({ ...row, row: i, zero: 0, said: points(row.value) }));
  const y = rowAxis(texts, NUMBER);
  const x = pointsAxis(around(rows.map(({ value }) => value)), palette);
  const side = (test: string, mark: Spec): Spec => ({
    transform: [{ filter: test }],
    mark: { type: 'bar', height: ROW * 0.62, ...mark },
    encoding: { y, x: { ...x, field: 'value' }, x2: { field: 'zero' } },
  });
  const layer = [
    side('datum.value >= 0', { color: palette.pro }),
    side('datum.value < 0', { color: palette.contra, stroke: palette.contraEdge, strokeWidth: 1 }),
    {
      mark: { type: 'text', align: 'right' },
      encoding: { y, x: { value: -8 }, text: { field: 'said' } },
    },
  ];
  return ofRows(values, layer, { width: WIDTH, padding: { ...PADDING, left: room + NUMBER - 8 } }, palette);
}
