/** A character as a reader sees it (with its accents, or an emoji of several parts), and the columns it takes. */
export interface Cell {
  text: string;
  /** Where it starts, in UTF-16 code units. */
  start: number;
  width: number;
}

/** The characters of one line as a terminal shows them: 0, 1 or 2 columns each. */
export function cellsOf(line: string): Cell[] {
  return [...SEGMENTER.segment(line)].map(({ segment, index }) => ({
    text: segment,
    start: index,
    width: widthOf(segment),
  }));
}

/** How many columns some cells take together. */
export function totalWidth(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

function widthOf(segment: string): number {
  if (/^[\p{M}\p{Cf}]*$/u.test(segment)) return 0;
  return WIDE.test(segment) ? 2 : 1;
}

/** The scripts that Unicode's annex 11 calls wide or full-width, and emoji. */
const WIDE =
  /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\p{sc=Yi}\p{sc=Tangut}\u1100-\u115F\uA960-\uA97F\uAC00-\uD7A3\u3000-\u303E\u30FB\u30FC\u3130-\u33FF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6])(?<![\uFF61-\uFF9F])/u;
