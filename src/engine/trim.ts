import type { Program, ProgramNode } from './program.js';

/** A program with nothing in it that its rules, its impossible conditions and some other nodes do not need. */
export interface Trimmed {
  program: Program;
  /** The other nodes by their new places, in the order in which they were given. */
  nodes: readonly number[];
}

/** Takes out of a program what its rules, its impossible conditions and these nodes do not read; stated facts stay first. */
export function trim(program: Program, others: readonly number[]): Trimmed {
  const { rules, impossible, nodes, facts } = program;
  const keptNodes = new Set([...rules.map(({ node }) => node), ...impossible, ...others]);
  const keptFacts = new Set<number>();
  for (const index of keptNodes) {
    const node = nodes[index]!;
    if (node.kind !== 'leaf') for (const part of [node.of].flat()) keptNodes.add(part);
    else if (!keptFacts.has(node.fact)) {
      keptFacts.add(node.fact);
      for (const { node: of } of facts[node.fact]!.derive ?? []) if (of !== null) keptNodes.add(of);
    }
  }
  const nodeOrder = [...keptNodes].sort((a, b) => a - b);
  const factOrder = [...keptFacts].sort((a, b) => a - b);
  const nodeAt = new Map(nodeOrder.map((old, i) => [old, i]));
  const factAt = new Map(factOrder.map((old, i) => [old, i]));
  const moved = (node: ProgramNode): ProgramNode => {
    if (node.kind === 'leaf') return { ...node, fact: factAt.get(node.fact)! };
    if (node.kind === 'not') return { kind: 'not', of: nodeAt.get(node.of)! };
    return { kind: node.kind, of: node.of.map(part => nodeAt.get(part)!) };
  };
  return {
    program: {
      ...program,
      nodes: nodeOrder.map(old => moved(nodes[old]!)),
      facts: factOrder.map(old => {
        const { derive, ...fact } = facts[old]!;
        if (!derive) return fact;
        const entries = derive.map(({ step, node }) => ({
          step,
          node: node === null ? null : nodeAt.get(node)!,
        }));
        return { ...fact, derive: entries };
      }),
      rules: rules.map(rule => ({ ...rule, node: nodeAt.get(rule.node)! })),
      impossible: impossible.map(node => nodeAt.get(node)!),
    },
    nodes: others.map(node => nodeAt.get(node)!),
  };
}
