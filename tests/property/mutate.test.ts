import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadRuleSet } from '../../src/load.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import { type Mutant, mutantsOf, mutated } from '../../src/mutation/mutants.js';
import { sameEverywhere } from '../../src/mutation/same-everywhere.js';
import { traced } from '../../src/proofs/traced.js';
import { editedText } from '../../src/source/edit.js';
import type { SourceText } from '../../src/source/source-file.js';
import { everySituation, type Situation } from '../support/every-situation.js';
import { rulesArbitrary } from '../support/random.js';
import { ruleSetData, textsOf } from '../support/written.js';

/** The cells of a situation, cut off at the ends of the scale, and who is excluded; nothing where it is impossible. */
async function outcome(ruleSet: RuleSet, situation: Situation): Promise<string> {
  const criteria = [...ruleSet.criteria.keys()];
  const at = await traced(ruleSet, situation, new Map(criteria.map(id => [id, 1])));
  if (!at.isPossible) return 'impossible';
  const rows = at.options.map(option => {
    const cells = criteria.map(id => Math.max(-100, Math.min(100, at.points(option, id))));
    return `${option} ${cells.join(' ')}${at.level(option) === Number.NEGATIVE_INFINITY ? ' excluded' : ''}`;
  });
  return rows.join('\n');
}

/** The rule set that its author would have after the change; undefined where the file would be refused, as points of 0 are. */
function rewritten(texts: readonly SourceText[], { mutation }: Mutant): RuleSet | undefined {
  const text = editedText(mutation.file, mutation.edit);
  expect(text, 'every change can be shown in place').toBeDefined();
  const changed = texts.map(one => (one.path === mutation.file.path ? { ...one, text: text! } : one));
  return loadRuleSet('random', changed).ruleSet;
}

it('a mutant is what its author would have written, and the same only where no possible situation comes out otherwise', async () => {
  const seen = { same: 0, different: 0, rewritten: 0 };
  await fc.assert(
    fc.asyncProperty(rulesArbitrary, fc.infiniteStream(fc.nat()), async (rules, numbers) => {
      const texts = textsOf(ruleSetData(rules));
      const { ruleSet: original, authored } = loadRuleSet('random', texts);
      const { ruleSet, mutants } = mutantsOf(authored!, original!);
      const situations = everySituation(ruleSet);
      const before = await Promise.all(situations.map(one => outcome(ruleSet, one)));
      for (let i = 0; i < 4; i += 1) {
        const mutant = mutants[numbers.next().value! % mutants.length]!;
        const changed = mutated(ruleSet, mutant);
        const after = await Promise.all(situations.map(one => outcome(changed, one)));
        const byHand = rewritten(texts, mutant);
        if (byHand) {
          seen.rewritten += 1;
          expect(await Promise.all(situations.map(one => outcome(byHand, one)))).toEqual(after);
        }
        const differing = situations.filter((_, at) => before[at] !== after[at]);
        const found = await sameEverywhere(ruleSet, changed, AbortSignal.timeout(60_000));
        expect([mutant.name, found.is]).toEqual([mutant.name, differing.length === 0 ? 'same' : 'different']);
        seen[found.is === 'same' ? 'same' : 'different'] += 1;
        if (found.is !== 'different') continue;
        const shown = new Map(Object.entries(found.facts));
        expect(await outcome(changed, shown)).not.toBe(await outcome(ruleSet, shown));
      }
    }),
    { numRuns: 40 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
}, 240_000);
