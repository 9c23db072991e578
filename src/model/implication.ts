import { type Condition, not } from './condition.js';

/** Whether some possible situation meets a condition; undefined where that would take too long to find out. */
export type Possible = (condition: Condition) => boolean | undefined;

/** Whether a second condition holds wherever a first does; undefined where that is not found out. */
export function implies(first: Condition, second: Condition, possible: Possible): boolean | undefined {
  const against = possible({ kind: 'all', of: [first, not(second)] });
  return against === undefined ? undefined : !against;
}

/** Whether two conditions hold in the same situations; undefined where that is not found out. */
export function areAlike(a: Condition, b: Condition, possible: Possible): boolean | undefined {
  const there = implies(a, b, possible);
  if (there === false) return false;
  const back = implies(b, a, possible);
  return back === false ? false : there && back;
}
