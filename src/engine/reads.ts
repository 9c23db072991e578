import type { Program } from './program.js';

/** Kept with each program: every bound asks for it. */
const READS = new WeakMap<Program, ReadonlySet<number>[]>();

/** For each node of a program the stated facts that decide it, derived facts by their parts, as a set of places. */
export function factsRead(program: Program): readonly ReadonlySet<number>[] {
  const read = READS.get(program) ?? readBy(program);
  READS.set(program, read);
  return read;
}

function readBy({ nodes, facts }: Program): ReadonlySet<number>[] {
  const known = new Map<number, ReadonlySet<number>>();
  const ofNode = (index: number): ReadonlySet<number> => {
    const found = known.get(index);
    if (found) return found;
    const node = nodes[index]!;
    const parts = node.kind === 'leaf' ? [ofFact(node.fact)] : [node.of].flat().map(ofNode);
    const read = new Set(parts.flatMap(part => [...part]));
    known.set(index, read);
    return read;
  };
  const ofFact = (fact: number): ReadonlySet<number> => {
    const { derive } = facts[fact]!;
    if (!derive) return new Set([fact]);
    return new Set(derive.flatMap(({ node }) => (node === null ? [] : [...ofNode(node)])));
  };
  return nodes.map((_, index) => ofNode(index));
}
