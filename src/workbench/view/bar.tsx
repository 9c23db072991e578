/** What a bar shows, in points. */
export interface Bar {
  score: number;
  low: number;
  high: number;
}

/** The ends of an axis that all bars fit on, the same on both sides of 0 where some are below it. */
export function axisOf(bars: readonly Bar[]): { from: number; to: number } {
  const low = Math.min(0, ...bars.map(({ low, score }) => Math.min(low, score)));
  const high = Math.max(0, ...bars.map(({ high, score }) => Math.max(high, score)));
  return { from: low < 0 ? -roundUp(-low) : 0, to: roundUp(Math.max(high, 1)) };
}

function roundUp(x: number): number {
  const step = x > 50 ? 20 : x > 20 ? 10 : 5;
  return Math.ceil(x / step) * step;
}

/** A score as a bar from 0, and under it the range that it can take as a line. The numbers stand beside it. */
export function ScoreBar({
  bar,
  axis,
  of,
  named,
}: {
  bar: Bar;
  axis: { from: number; to: number };
  of: 'a' | 'b';
  /** Whether to say of which situation it is. */
  named: boolean;
}) {
  const at = (x: number) => (100 * (x - axis.from)) / (axis.to - axis.from);
  const [left, right] = [Math.min(0, bar.score), Math.max(0, bar.score)].map(at) as [number, number];
  const [low, high] = [at(bar.low), at(bar.high)];
  return (
    <svg class={`bar ${of}`} aria-hidden="true" focusable="false">
      {named && (
        <text x="0" y="13">
          {of.toUpperCase()}
        </text>
      )}
      <line class="zero" x1={`${at(0)}%`} x2={`${at(0)}%`} y1="0" y2="100%" />
      <rect
        class={bar.score < 0 ? 'fill below' : 'fill'}
        x={`${left}%`}
        width={`${Math.max(0.4, right - left)}%`}
        y="3"
        height="9"
        rx="1"
      />
      <line class="range" x1={`${low}%`} x2={`${high}%`} y1="15" y2="15" />
      <line class="range" x1={`${low}%`} x2={`${low}%`} y1="12.5" y2="17.5" />
      <line class="range" x1={`${high}%`} x2={`${high}%`} y1="12.5" y2="17.5" />
    </svg>
  );
}
