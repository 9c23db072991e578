/**
 * How many letters must be put in, left out, replaced, or swapped with their neighbour to make one text of the other:
 * the restricted Damerau-Levenshtein distance, also called optimal string alignment.
 */
export function distanceWithSwaps(a: string, b: string): number {
  // Row i holds the distances from the first i letters of one text to the first 0, 1, … letters of the other.
  let beforeLast = new Uint16Array(b.length + 1);
  let last = new Uint16Array(b.length + 1);
  let row = Uint16Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    [beforeLast, last, row] = [last, row, beforeLast];
    row[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let least = last[j - 1]! + (same ? 0 : 1);
      if (last[j]! + 1 < least) least = last[j]! + 1;
      if (row[j - 1]! + 1 < least) least = row[j - 1]! + 1;
      const isSwap =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwap && beforeLast[j - 2]! + 1 < least) least = beforeLast[j - 2]! + 1;
      row[j] = least;
    }
  }
  return row[b.length]!;
}
