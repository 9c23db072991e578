import { BLOCK, type RowBits, type Truths } from '../engine/block.js';
import type { Program } from '../engine/program.js';

/**
 * The rows in which a gate that must hold excludes each option, by option, or those in which one may. Overwritten by the
 * next call.
 */
export function blockGates(
  program: Program,
  side: 'must' | 'may' = 'must',
): (truths: Truths) => readonly RowBits[] {
  const gates = program.options.map((_, option) => program.rules.filter(rule => rule.gates.includes(option)));
  const excluded = program.options.map(() => new Uint32Array(BLOCK / 32));
  return truths => {
    excluded.forEach((out, option) => {
      out.fill(0);
      for (const { node } of gates[option]!)
        for (let w = 0; w < out.length; w += 1) out[w]! |= truths[side][node]![w]!;
    });
    return excluded;
  };
}
