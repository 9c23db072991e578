import { BLOCK } from '../engine/block.js';
import { programOf } from '../engine/program.js';
import type { Condition } from '../model/condition.js';
import type { RuleSet } from '../model/rule-set.js';
import { regionBlocks, regionSpace } from './regions.js';

/** How many blocks of regions one question may look at: some 200,000 regions. */
const MOST_BLOCKS = 100;

/**
 * Whether a condition holds in some region of the facts that it reads, whatever `impossible` says. Undefined where these are
 * too many, or the purse is empty: it pays for each part of a program over each block.
 */
export function someRegion(
  ruleSet: RuleSet,
  condition: Condition,
  purse: { parts: number },
): boolean | undefined {
  if (purse.parts <= 0) return undefined;
  const asked = { ...ruleSet.rules[0]!, when: condition, effects: [] };
  const program = programOf({ ...ruleSet, rules: [asked], impossible: [] });
  const { node } = program.rules[0]!;
  const anything = program.facts
    .filter(({ derive }) => !derive)
    .map(({ id, steps }) => ({ fact: id, masses: Array<number>(steps).fill(1) }));
  const space = regionSpace(program, ruleSet.facts, anything, [node]);
  const blocks = Math.ceil(space.count / BLOCK);
  purse.parts -= Math.max(1, Math.min(blocks, MOST_BLOCKS)) * (program.nodes.length + program.facts.length);
  if (blocks > MOST_BLOCKS) return undefined;
  for (const { truths, rows } of regionBlocks(program, space)) {
    const holds = truths.must[node]!;
    for (let row = 0; row < rows; row += 1) if ((holds[row >> 5]! >>> (row & 31)) & 1) return true;
  }
  return false;
}
