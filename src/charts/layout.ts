import type { TopLevelSpec } from 'vega-lite';
import type { Palette } from './palette.js';
import { clipped, textWidth } from './text-width.js';

/** Size of the text in charts, and how high a row is, in pixels. */
export const TEXT = 12;
export const ROW = 24;
const MOST = 20;

/** A specification without data that is looked up anywhere, colours or sizes of its own. */
export type Spec = Record<string, unknown>;

/** Labels down the side, cut to what there is room for, each with its place, so that equal ones stay apart. */
export function sideLabels(labels: readonly string[]): { texts: string[]; room: number } {
  const texts = labels.map(label => clipped(label, MOST));
  return { texts, room: Math.ceil(Math.max(4, ...texts.map(textWidth)) * TEXT) + 14 };
}

/** Where a chart has its margins. */
export interface Frame {
  width: number;
  height: number;
  padding: { left: number; right: number; top: number; bottom: number };
}

/** A whole chart: its layers in a frame of fixed size, for nothing can be measured. */
export function framed(layer: readonly Spec[], frame: Frame, palette: Palette): TopLevelSpec {
  return {
    ...frame,
    autosize: { type: 'none' },
    background: null,
    config: {
      view: { stroke: null },
      font: 'system-ui, sans-serif',
      text: { fontSize: TEXT, fill: palette.ink, color: palette.ink },
      axis: {
        ...{ labelFontSize: TEXT, labelColor: palette.ink, labelLimit: 0, labelOverlap: false },
        ...{ titleFontSize: TEXT, titleColor: palette.quiet, titleFontWeight: 'normal' },
        ...{ domain: false, ticks: false, gridColor: palette.line, tickColor: palette.line },
      },
      legend: { labelFontSize: TEXT, labelColor: palette.ink, labelLimit: 0 },
    },
    layer,
  } as unknown as TopLevelSpec;
}

/** A chart of as many rows, all its layers drawn from the same values. */
export function ofRows(
  values: readonly object[],
  layer: readonly Spec[],
  { width, padding }: Omit<Frame, 'height'>,
  palette: Palette,
): TopLevelSpec {
  const drawn = layer.map(one => ({ data: { values }, ...one }));
  return framed(drawn, { width, height: ROW * values.length, padding }, palette);
}

/** The axis that names the rows, a gap before what is drawn: rows are told apart by their place, and shown by their text. */
export function rowAxis(texts: readonly string[], gap = 8): Spec {
  return {
    field: 'row',
    type: 'ordinal',
    sort: null,
    scale: { domain: texts.map((_, i) => i), paddingInner: 0.3, paddingOuter: 0.15 },
    axis: { title: null, labelPadding: gap, labelExpr: `${JSON.stringify(texts)}[datum.value]` },
  };
}

/** An axis of points around 0. */
export function pointsAxis([low, high]: readonly [number, number], palette: Palette): Spec {
  return {
    type: 'quantitative',
    scale: { domain: [low, high], nice: false, zero: true },
    axis: {
      ...{ title: 'points', orient: 'top', tickCount: 5, format: '+d', labelPadding: 4 },
      labelExpr: "datum.value == 0 ? '0' : datum.label",
      gridColor: { condition: { test: 'datum.value == 0', value: palette.quiet }, value: palette.line },
    },
  };
}

/** The least and the greatest of these numbers and 0, a little further out. */
export function around(numbers: readonly number[]): [number, number] {
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const more = Math.max(0.5, 0.03 * (high - low));
  return [low - more, high + more];
}
