/** What was, what is, and what was undone. */
export interface History<T> {
  past: readonly T[];
  present: T;
  future: readonly T[];
  /** The gesture that made the present, while it goes on: a slider that is dragged is undone in one. */
  gesture: string | null;
}

/** How far back one can go. */
const MOST = 200;

/** A history in which nothing has happened. */
export function beginning<T>(present: T): History<T> {
  return { past: [], present, future: [], gesture: null };
}

/** Goes on to something else; nothing happens where it is the same. What was undone is gone then. */
export function goOn<T>(history: History<T>, next: T, gesture: string | null = null): History<T> {
  if (next === history.present) return history;
  const { past, present } = history;
  const same = gesture !== null && gesture === history.gesture;
  return { past: same ? past : [...past, present].slice(-MOST), present: next, future: [], gesture };
}

/** The end of a gesture. */
export function settled<T>(history: History<T>): History<T> {
  return history.gesture === null ? history : { ...history, gesture: null };
}

/** One step back, where there is one. */
export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  const { past, present, future } = history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future], gesture: null };
}

/** One step forward again, where one was undone. */
export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, gesture: null };
}
