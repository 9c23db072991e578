import type { Program } from '../engine/program.js';
import { factsRead } from '../engine/reads.js';

/** What a condition can do from one view to the other: nothing, only begin to hold, only cease to, or either. */
export type Turn = 'same' | 'on' | 'off' | 'either';

/** For each node what it can do when one stated fact goes from one step to another, read off its comparisons. */
export function turnsOf(program: Program, fact: number, from: number, to: number): Turn[] {
  const reads = factsRead(program);
  const turns: Turn[] = [];
  program.nodes.forEach((node, index) => {
    if (!reads[index]!.has(fact)) turns.push('same');
    // Of a derived fact it would take its entries, in order, to tell.
    else if (node.kind === 'leaf')
      turns.push(node.fact === fact ? turn(node.steps.includes(from), node.steps.includes(to)) : 'either');
    else if (node.kind === 'not') turns.push(REVERSED[turns[node.of]!]);
    else turns.push(together(node.of.map(part => turns[part]!)));
  });
  return turns;
}

const REVERSED: Record<Turn, Turn> = { same: 'same', on: 'off', off: 'on', either: 'either' };

function turn(before: boolean, after: boolean): Turn {
  if (before === after) return 'same';
  return after ? 'on' : 'off';
}

function together(parts: readonly Turn[]): Turn {
  const [first, ...others] = new Set(parts.filter(part => part !== 'same'));
  if (first === undefined) return 'same';
  return others.length > 0 ? 'either' : first;
}
