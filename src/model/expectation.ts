import type { AuthoredCase, AuthoredExpectation } from '../schema/generated/author-types.js';
import type { Pointer } from '../source/source-file.js';

/** What one case expects by one perspective: null for that of the case, or of its scenario. */
export interface Expected {
  perspective: string | null;
  expectation: AuthoredExpectation;
  /** Where it stands in the case. */
  at: Pointer;
}

/** All that a case expects. */
export function expectedOf(one: AuthoredCase): Expected[] {
  const own = one.expect ? [{ perspective: null, expectation: one.expect, at: ['expect'] }] : [];
  const others = Object.entries(one['expect-by'] ?? {}).map(([perspective, expectation]) => ({
    ...{ perspective, expectation, at: ['expect-by', perspective] },
  }));
  return [...own, ...others];
}

/** An option or rule that an expectation names, and where in it. */
export interface Named {
  kind: 'option' | 'rule';
  id: string;
  at: Pointer;
  /** Whether it is the key there, not the value. */
  isKey: boolean;
}

type Finds = (value: never) => Omit<Named, 'kind'>[];

const one: Finds = (id: string) => [{ id, at: [], isKey: false }];
const list: Finds = (ids: readonly string[]) => ids.map((id, i) => ({ id, at: [i], isKey: false }));
const keys: Finds = (map: object) => Object.keys(map).map(id => ({ id, at: [id], isKey: true }));
const pairs: Finds = (map: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(map).flatMap(([id, others]) => [
    { id, at: [id], isKey: true },
    ...others.map((other, i) => ({ id: other, at: [id, i], isKey: false })),
  ]);
const top: Finds = ({ options }: { options: readonly string[] }) =>
  options.map((id, i) => ({ id, at: ['options', i], isKey: false }));

/** For each kind of expectation what ids it holds. */
const HOLDS: { [K in keyof Required<AuthoredExpectation>]: { kind: Named['kind']; finds: Finds } } = {
  first: { kind: 'option', finds: one },
  'in-top': { kind: 'option', finds: top },
  excluded: { kind: 'option', finds: list },
  'not-excluded': { kind: 'option', finds: list },
  'ranked-above': { kind: 'option', finds: pairs },
  'ranked-below': { kind: 'option', finds: pairs },
  'beats-baseline': { kind: 'option', finds: list },
  'score-at-least': { kind: 'option', finds: keys },
  'score-at-most': { kind: 'option', finds: keys },
  fires: { kind: 'rule', finds: list },
  'does-not-fire': { kind: 'rule', finds: list },
  undetermined: { kind: 'rule', finds: list },
};

/** Every option and rule that an expectation names. */
export function namedIn(expectation: AuthoredExpectation): Named[] {
  return Object.entries(expectation).flatMap(([key, value]) => {
    const { kind, finds } = HOLDS[key as keyof typeof HOLDS];
    return finds(value as never).map(({ at, ...named }) => ({ kind, ...named, at: [key, ...at] }));
  });
}
