import { type Condition, not, partsOf } from './condition.js';
import type { Possible } from './implication.js';

/** A part of an `all` or an `any` that can be left out: no possible situation hangs on it. */
export interface Needless {
  part: Condition;
  /** Where it stands: keys and places from the condition down. */
  path: readonly (string | number)[];
  /** In what it stands: there it changes nothing that it is true, or false. */
  kind: 'all' | 'any';
  /** What holds wherever it could matter, though it never does. */
  where: readonly Condition[];
}

/**
 * Parts of a condition that can all be left out at once, and how many could not be decided. A part of an `all` matters where
 * all its other parts hold and nothing around masks it, a part of an `any` where none of the others does. Of two parts that
 * say the same the later one is needless. What a named condition stands for is one part. `given` is what holds anyway; of a
 * condition that always or never holds under it, everything is needless.
 */
export function needlessParts(
  condition: Condition,
  possible: Possible,
  given: readonly Condition[] = [],
): { needless: Needless[]; undecided: number } {
  const found: { needless: Needless[]; undecided: number } = { needless: [], undecided: 0 };
  walk(condition, given, [], possible, found);
  return found;
}

function walk(
  condition: Condition,
  given: readonly Condition[],
  path: Needless['path'],
  possible: Possible,
  found: { needless: Needless[]; undecided: number },
): void {
  if (condition.kind === 'leaf' || condition.kind === 'named') return;
  const { kind } = condition;
  if (kind === 'not') {
    walk(condition.of, given, [...path, 'not'], possible, found);
    return;
  }
  let kept = partsOf(condition).map((part, at) => ({ part, path: [...path, kind, at] }));
  const beside = (one: (typeof kept)[number]) => [
    ...given,
    ...kept.flatMap(other => (other === one ? [] : [kind === 'all' ? other.part : not(other.part)])),
  ];
  for (const one of [...kept].reverse()) {
    if (kept.length === 1) break;
    const where = beside(one);
    const turned = kind === 'all' ? not(one.part) : one.part;
    const matters = possible({ kind: 'all', of: [...where, turned] });
    if (matters === undefined) found.undecided += 1;
    if (matters !== false) continue;
    found.needless.push({ ...one, kind, where });
    kept = kept.filter(other => other !== one);
  }
  for (const one of kept) walk(one.part, beside(one), one.path, possible, found);
}
