import fc from 'fast-check';

/** The same thing, which fast-check prints as the file that it stands for, so that a counterexample can be kept and run. */
export function shownAs<T extends object>(thing: T, file: unknown): T {
  return Object.defineProperty(thing, fc.toStringMethod, { value: () => JSON.stringify(file) });
}
