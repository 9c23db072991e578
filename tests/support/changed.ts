import fc from 'fast-check';
import type { RuleSet } from '../../src/model/rule-set.js';
import { ruleSetOf } from './appraising.js';
import { rulesArbitrary } from './random.js';
import { type Rules, ruleSetData, textsOf } from './written.js';

type Facts = Record<string, Record<string, unknown>>;

/** Changes of the codebook after which the same rules are still sound. */
const CODEBOOKS: ((facts: Facts) => void)[] = [
  () => undefined,
  () => undefined,
  facts => {
    facts.level = { ...facts.level, levels: ['none', 'low', 'middling', 'high'], neutral: 'low' };
    Object.assign(facts.level.anchors as object, { middling: 'so' });
  },
  facts => {
    facts.colour = { ...facts.colour, values: ['black', 'blue', 'green', 'red'] };
    Object.assign(facts.colour.anchors as object, { black: 'so' });
  },
  facts => {
    facts.share = { ...facts.share, range: [0, 0.9], neutral: 0.4 };
  },
  facts => {
    // What was stated is derived now.
    facts.yes = {
      ...facts.yes,
      derive: [{ value: true, when: { fact: 'colour', operator: 'equal', value: 'red' } }, { value: false }],
    };
  },
];

/** A rule set with these rules and a changed codebook. */
export function changedRuleSet(rules: Partial<Rules>, codebook: number): RuleSet {
  const data = ruleSetData(rules);
  CODEBOOKS[codebook]!((data['facts.yaml'] as { facts: Facts }).facts);
  return ruleSetOf(textsOf(data));
}

const codebookArbitrary = fc.integer({ min: 0, max: CODEBOOKS.length - 1 });

/** How the second of two rule sets comes from the first: any change at all, or of weights alone, so that each cell stays. */
const changeArbitrary = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kept: fc.integer({ min: 0, max: 3 }),
      keys: fc.subarray(['named', 'impossible', 'derived', 'twice', 'weights'] as const),
      codebooks: fc.tuple(codebookArbitrary, codebookArbitrary),
    }),
  },
  {
    weight: 1,
    arbitrary: codebookArbitrary.map(codebook => ({
      kept: 0,
      keys: ['weights'] as const,
      codebooks: [codebook, codebook] as const,
    })),
  },
);

/** Two rule sets: the second the first with something changed, or another altogether. */
export const pairArbitrary: fc.Arbitrary<[RuleSet, RuleSet]> = fc
  .tuple(rulesArbitrary, rulesArbitrary, changeArbitrary)
  .map(([first, other, { kept, keys, codebooks }]) => {
    const rules = first.rules!.map((rule, i) => (i < kept && other.rules![i]) || rule);
    const changed = Object.fromEntries(keys.map(key => [key, other[key]]));
    return [
      changedRuleSet(first, codebooks[0]),
      changedRuleSet({ ...first, rules, ...changed }, codebooks[1]),
    ];
  });
