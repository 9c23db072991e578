import fc from 'fast-check';
import { expect, it } from 'vitest';
import { appraise } from '../../../src/appraise.js';
import { loadScenario } from '../../../src/load.js';
import type { Appraisal } from '../../../src/model/appraisal.js';
import { withRules } from '../../support/appraising.js';
import { oracle } from '../../support/oracle.js';
import { rulesArbitrary, saidArbitrary } from '../../support/random.js';
import { scenarioData, textOf } from '../../support/written.js';

/** What of a result the oracle speaks of too. */
const told = ({ ranking, excluded, leftOut, undetermined, notFired, dominance }: Appraisal) => ({
  ranking: ranking.map(({ option, rank, tied, score, low, high, mayLead, ...rest }) => ({
    ...{ option, rank, tied, score, low, high, mayLead },
    cells: Object.values(rest.cells),
    openGates: rest.openGates.map(({ rule }) => rule),
    contributions: rest.contributions
      .map(({ rule, criterion, points, certain }) => `${rule} ${criterion} ${points} ${certain}`)
      .sort(),
  })),
  excluded: excluded.map(({ option, certain }) => ({ option, certain })),
  leftOut: leftOut.map(({ option }) => option),
  undetermined: undetermined.map(({ rule, facts }) => ({ rule, facts })),
  notFired: notFired.map(({ rule }) => rule),
  dominance,
});

it('4 an appraisal says what an evaluator written from section 4 alone says', async () => {
  await fc.assert(
    fc.asyncProperty(rulesArbitrary, saidArbitrary, async (rules, said) => {
      const ruleSet = withRules(rules);
      const { scenario, diagnostics } = await loadScenario(textOf('s.yaml', scenarioData(said)), ruleSet);
      const wanted = oracle(rules, said);
      if ('error' in wanted) expect(diagnostics.map(({ code }) => code)).toContain(wanted.error);
      else expect(told(await appraise(ruleSet, scenario!))).toEqual(wanted);
    }),
    { numRuns: 500 },
  );
});
