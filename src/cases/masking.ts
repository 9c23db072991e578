import type { Traced } from '../engine/evaluate-conditions.js';
import type { Truth } from '../engine/truth.js';
import { type Condition, type Leaf, not } from '../model/condition.js';

/** What one comparison came to in a situation, and whether the outcome of the whole condition hung on it. */
export interface Decision {
  truth: Truth;
  decides: boolean;
}

/**
 * The comparisons of a trace from left to right, each with whether it decides: its outcome turned round, and no other, the
 * outcome of the whole turns round too (masking MC/DC: docs/rule-testing.md). In an `all` only a part decides beside which
 * all others are true, in an `any` one beside which all are false; so what is unknown decides nothing, nor lets another.
 */
export function decisions(traced: Traced, reached = true): Decision[] {
  const { condition, truth, parts } = traced;
  if (condition.kind === 'leaf') return [{ truth, decides: reached && truth !== 'unknown' }];
  const neutral = NEUTRAL[condition.kind];
  const masking = neutral === undefined ? [] : parts.filter(part => part.truth !== neutral);
  return parts.flatMap(part => {
    const isAlone = masking.length === 0 || (masking.length === 1 && masking[0] === part);
    return decisions(part, reached && isAlone);
  });
}

/** What the other parts of a condition must be for one of them to decide it. */
const NEUTRAL: Record<Exclude<Condition['kind'], 'leaf'>, Truth | undefined> = {
  all: 'true',
  any: 'false',
  not: undefined,
  named: undefined,
};

/** A comparison of a condition, the nearest named condition that it stands in, and what must hold for it to decide. */
export interface Place {
  leaf: Leaf;
  named: string | undefined;
  /** Made when it is asked for: of a long list each comparison has all the others. */
  unmasked: () => readonly Condition[];
}

/** The comparisons of a condition from left to right, one that stands there twice as two. */
export function leavesOf(
  condition: Condition,
  named?: string,
  unmasked: Place['unmasked'] = () => [],
): Place[] {
  if (condition.kind === 'leaf') return [{ leaf: condition, named, unmasked }];
  if (condition.kind === 'named') return leavesOf(condition.of, condition.name, unmasked);
  if (condition.kind === 'not') return leavesOf(condition.of, named, unmasked);
  const { kind, of } = condition;
  return of.flatMap((part, i) =>
    leavesOf(part, named, () => [
      ...unmasked(),
      ...of.filter((_, other) => other !== i).map(other => (kind === 'all' ? other : not(other))),
    ]),
  );
}
