/** Two values of one thing, as they are ordered among those of others. */
export type Paired = readonly [x: number, y: number];

/**
 * Kendall's tau-b, a rank correlation from -1 to 1 with ties:
 *
 *     tau = (P - Q) / sqrt((P + Q + T) (P + Q + U))
 *
 * with P the pairs that both orders put alike, Q those that they put the other way round, T the pairs level in x alone and U
 * those in y alone; a pair that is level in both counts nowhere. Kendall, M. G. (1945), The treatment of ties in ranking
 * problems, Biometrika 33 (recalled); the formula as in the documentation of `scipy.stats.kendalltau` (read). Undefined where
 * x or y has only one value. Takes time with the square of the number of items.
 */
export function tauB(items: readonly Paired[]): number | undefined {
  let [alike, opposite, levelInX, levelInY] = [0, 0, 0, 0];
  items.forEach(([x, y], i) => {
    for (const [otherX, otherY] of items.slice(i + 1)) {
      const [dx, dy] = [Math.sign(x - otherX), Math.sign(y - otherY)];
      if (dx === 0 && dy !== 0) levelInX += 1;
      else if (dy === 0 && dx !== 0) levelInY += 1;
      else if (dx !== 0 && dx === dy) alike += 1;
      else if (dx !== 0) opposite += 1;
    }
  });
  const known = alike + opposite;
  const scale = Math.sqrt((known + levelInX) * (known + levelInY));
  return scale === 0 ? undefined : (alike - opposite) / scale;
}
