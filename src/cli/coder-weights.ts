import { nearestTo } from '../diagnostics/suggest.js';
import { EXIT, Stop } from './io.js';

/** The weight of each coder from `a=2,b=1`; one who is not named has 1. Stops where that cannot be read. */
export function coderWeights(text: string | undefined, coders: readonly string[]): (coder: string) => number {
  const weights = new Map<string, number>();
  for (const part of text === undefined ? [] : text.split(',')) {
    const [, coder, number] = /^\s*(.+)=([0-9]*\.?[0-9]+)\s*$/.exec(part) ?? [];
    if (coder === undefined)
      throw new Stop(EXIT.usage, `\`--coder-weights ${part}\` is not a coder, \`=\` and a number from 0`);
    if (!coders.includes(coder)) {
      const near = nearestTo(coder, coders);
      const help =
        near === undefined ? `they are ${[...new Set(coders)].join(', ')}` : `did you mean \`${near}\`?`;
      throw new Stop(EXIT.usage, `unknown coder \`${coder}\`: ${help}`);
    }
    if (weights.has(coder)) throw new Stop(EXIT.usage, `\`${coder}\` has two weights: keep one of them`);
    weights.set(coder, Number(number));
  }
  return coder => weights.get(coder) ?? 1;
}
