/** Lines that one text has and another puts in their place, from a line on, counted from 1. */
export interface LineDiff {
  line: number;
  removed: string[];
  added: string[];
}

/** Where two texts differ, as one stretch of lines: enough for one small change. */
export function lineDiff(before: string, after: string): LineDiff {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return {
    line: start + 1,
    removed: a.slice(start, a.length - end),
    added: b.slice(start, b.length - end),
  };
}
