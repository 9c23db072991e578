import { type Condition, not } from './condition.js';
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
  const tree = treeOf(condition, []);
  const needless: Needless[] = [];
  while (true) {
    // What is left out of one part may make another needless.
    const pass = needlessIn(tree, given, possible);
    needless.push(...pass.needless);
    if (pass.needless.length === 0) return { needless, undecided: pass.undecided };
  }
}

/** What is left of a condition: a comparison or name, or some parts. */
interface Tree {
  path: Needless['path'];
  whole: Condition;
  parts: Tree[];
}

function treeOf(whole: Condition, path: Needless['path']): Tree {
  if (whole.kind === 'leaf' || whole.kind === 'named') return { path, whole, parts: [] };
  if (whole.kind === 'not') return { path, whole, parts: [treeOf(whole.of, [...path, 'not'])] };
  return { path, whole, parts: whole.of.map((part, at) => treeOf(part, [...path, whole.kind, at])) };
}

function conditionOf({ whole, parts }: Tree): Condition {
  const of = parts.map(conditionOf);
  if (whole.kind === 'leaf' || whole.kind === 'named') return whole;
  return whole.kind === 'not' ? not(of[0]!) : { kind: whole.kind, of };
}

/** Takes out of a tree what is needless in it, the outer parts first, and gives what that was. */
function needlessIn(tree: Tree, given: readonly Condition[], possible: Possible) {
  const found: { needless: Needless[]; undecided: number } = { needless: [], undecided: 0 };
  const { kind } = tree.whole;
  const beside = (one: Tree) => {
    const others = tree.parts.filter(other => other !== one).map(conditionOf);
    return [...given, ...(kind === 'any' ? others.map(not) : others)];
  };
  for (const one of [...tree.parts].reverse()) {
    if (tree.parts.length === 1 || (kind !== 'all' && kind !== 'any')) break;
    const [part, where] = [conditionOf(one), beside(one)];
    const matters = possible({ kind: 'all', of: [...where, kind === 'all' ? not(part) : part] });
    if (matters === undefined) found.undecided += 1;
    if (matters !== false) continue;
    found.needless.push({ part, path: one.path, kind, where });
    tree.parts = tree.parts.filter(other => other !== one);
  }
  for (const one of tree.parts) {
    const inner = needlessIn(one, beside(one), possible);
    found.needless.push(...inner.needless);
    found.undecided += inner.undecided;
  }
  return found;
}
