import type { TopLevelSpec } from 'vega-lite';
import type { SharesChart, SpansChart } from './chart.js';
import { framed, ofRows, ROW, rowAxis, type Spec, sideLabels } from './layout.js';
import type { Palette } from './palette.js';

const WIDTH = 430;

function shareAxis(): Spec {
  const axis = { title: null, orient: 'top', format: '.0%', tickCount: 5, labelPadding: 4 };
  return { type: 'quantitative', scale: { domain: [0, 1] }, axis };
}

/** How often each option takes each rank: a stack for each, the first rank the darkest. */
export function sharesSpec({ parts, rows }: SharesChart, palette: Palette): TopLevelSpec {
  const { texts, room } = sideLabels(rows.map(({ label }) => label));
  const values = rows.flatMap(({ shares }, row) => {
    let from = 0;
    return shares.flatMap((share, part) => {
      const one = { row, part: parts[part]!, from, to: from + share };
      from += share;
      return share > 0 ? [one] : [];
    });
  });
  const first = rows.map(({ shares }, row) => ({ row, said: percent(shares[0]!) }));
  const range = [...spread(palette.shades, parts.length - 1), palette.paper];
  const y = rowAxis(texts);
  const layer = [
    {
      data: { values },
      mark: { type: 'bar', height: ROW * 0.66, stroke: palette.quiet, strokeWidth: 0.6 },
      encoding: {
        y,
        x: { ...shareAxis(), field: 'from' },
        x2: { field: 'to' },
        color: {
          field: 'part',
          type: 'nominal',
          sort: null,
          scale: { domain: parts, range },
          legend: {
            ...{ title: null, orient: 'none', direction: 'horizontal', columns: parts.length },
            ...{ legendX: 0, legendY: -52, symbolType: 'square', symbolSize: 130, columnPadding: 4 },
            ...{ symbolStrokeColor: palette.quiet, symbolStrokeWidth: 0.6 },
          },
        },
      },
    },
    {
      data: { values: first },
      mark: { type: 'text', align: 'right', fontWeight: 'bold' },
      encoding: { y, x: { value: WIDTH + 52 }, text: { field: 'said' } },
    },
  ];
  return framed(
    layer,
    {
      width: WIDTH,
      height: ROW * rows.length,
      padding: { left: room, right: 62, top: 62, bottom: 6 },
    },
    palette,
  );
}

/** So many shades from the darkest on, as far from one another as they come, for few next to each other look alike. */
function spread(shades: readonly string[], count: number): string[] {
  const step = Math.min(3, (shades.length - 1) / Math.max(1, count - 1));
  return Array.from({ length: count }, (_, i) => shades[Math.floor(i * step)]!);
}

/** How far each weight can move: the whole way, the stretch on which nothing changes, and where it stands. */
export function spansSpec({ rows }: SpansChart, palette: Palette): TopLevelSpec {
  const { texts, room } = sideLabels(rows.map(({ label }) => label));
  const values = rows.map((row, i) => ({
    ...{ ...row, row: i, zero: 0, one: 1 },
    said: row.low === 0 && row.high === 1 ? 'any' : `${percent(row.low)}–${percent(row.high)}`,
  }));
  const y = rowAxis(texts);
  const bar = (from: string, to: string, mark: Spec): Spec => ({
    mark: { type: 'bar', ...mark },
    encoding: { y, x: { ...shareAxis(), field: from }, x2: { field: to } },
  });
  const layer = [
    bar('zero', 'one', { height: 3, color: palette.line }),
    bar('low', 'high', { height: ROW * 0.5, color: palette.pro }),
    {
      mark: { type: 'tick', thickness: 3, size: ROW * 0.8, color: palette.ink },
      encoding: { y, x: { ...shareAxis(), field: 'now' } },
    },
    {
      mark: { type: 'text', align: 'right' },
      encoding: { y, x: { value: WIDTH + 82 }, text: { field: 'said' } },
    },
  ];
  return ofRows(
    values,
    layer,
    { width: WIDTH, padding: { left: room, right: 92, top: 28, bottom: 6 } },
    palette,
  );
}

/** A share in hundredths; what is not 0 or 1 never looks like it. */
function percent(share: number): string {
  const whole = Math.round(100 * share);
  if (share > 0 && whole === 0) return '<1%';
  return share < 1 && whole === 100 ? '>99%' : `${whole}%`;
}
