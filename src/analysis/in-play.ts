import type { Program } from '../engine/program.js';
import type { Fact } from '../model/fact.js';

/**
 * For each stated fact of a program, in its order, its steps in groups that no condition in play tells apart: runs of
 * neighbouring steps, or for unordered values whatever sets. A fact in one group does not matter to the question.
 */
export function groupsInPlay(
  program: Program,
  facts: ReadonlyMap<string, Fact>,
  roots: readonly number[],
): number[][][] {
  return groupsOfAll(program, facts, roots).filter((_, fact) => !program.facts[fact]!.derive);
}

/** The same for every fact of the program, derived ones too. */
export function groupsOfAll(
  program: Program,
  facts: ReadonlyMap<string, Fact>,
  roots: readonly number[],
): number[][][] {
  const signatures = signaturesOf(program, roots);
  return program.facts.map(({ id, steps }, fact) => {
    const all = Array.from({ length: steps }, (_, step) => step);
    const told = signatures.get(fact);
    if (!told) return [all];
    const kind = facts.get(id)!.domain.kind;
    return kind === 'values' ? sameAnywhere(all, told) : sameInARow(all, told);
  });
}

type Signature = (step: number) => string;

/** What the conditions that hang on the roots say of each step, by fact; facts that none of them reads are missing. */
function signaturesOf({ nodes, facts }: Program, roots: readonly number[]): Map<number, Signature> {
  const seen = new Set(roots);
  const leaves = new Map<number, ReadonlySet<number>[]>();
  for (const index of seen) {
    const node = nodes[index]!;
    if (node.kind === 'leaf') {
      leaves.set(node.fact, [...(leaves.get(node.fact) ?? []), new Set(node.steps)]);
      for (const entry of facts[node.fact]!.derive ?? []) if (entry.node !== null) seen.add(entry.node);
    } else for (const part of [node.of].flat()) seen.add(part);
  }
  return new Map(
    [...leaves].map(([fact, sets]) => [fact, step => sets.map(set => Number(set.has(step))).join('')]),
  );
}

function sameInARow(steps: readonly number[], told: Signature): number[][] {
  const groups: number[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last && told(last[0]!) === told(step)) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

function sameAnywhere(steps: readonly number[], told: Signature): number[][] {
  const groups = new Map<string, number[]>();
  for (const step of steps) groups.set(told(step), [...(groups.get(told(step)) ?? []), step]);
  return [...groups.values()];
}
