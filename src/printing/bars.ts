/** A scale on which bars are drawn: cells to the left and right of 0, each worth so many points. */
export interface BarScale {
  half: number;
  each: number;
}

/** The smallest round scale on which every number has room. */
export function barScale(numbers: readonly number[], half = 10): BarScale {
  const largest = Math.max(1, ...numbers.map(Math.abs));
  const ends = [5, 10, 20, 30, 40, 50, 60, 80, 100];
  return { half, each: (ends.find(end => end >= largest) ?? 100) / half };
}

/** The heading of a column of bars: its ends and its 0. */
export function axis({ half, each }: BarScale): string {
  const end = String(Math.round(half * each));
  const left = `-${end}`;
  return `${left}${'0'.padStart(half + 1 - left.length)}${`+${end}`.padStart(half)}`;
}

/** A bar from 0 to the score, lighter as far as the range from low to high reaches. */
export function bar(score: number, low: number, high: number, { half, each }: BarScale): string {
  const cell = (i: number): string => {
    // Cell i covers the points from i * each to (i + 1) * each.
    const middle = (i + 0.5) * each;
    if (score >= 0 ? middle > 0 && middle <= score : middle < 0 && middle >= score) return '█';
    return middle >= low && middle <= high ? '░' : ' ';
  };
  const left = Array.from({ length: half }, (_, i) => cell(i - half)).join('');
  const right = Array.from({ length: half }, (_, i) => cell(i)).join('');
  return `${left}│${right}`;
}
