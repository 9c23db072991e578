import { flips } from '../../src/analysis/flips.js';
import { information } from '../../src/analysis/information.js';
import { report } from '../../src/analysis/report.js';
import { robustness } from '../../src/analysis/robustness.js';
import { appraise } from '../../src/appraise.js';
import { readRuleSet, readText } from '../../src/files/index.js';
import { loadScenario } from '../../src/load.js';
import type { Report } from '../../src/model/report.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import type { Scenario } from '../../src/model/scenario.js';

/** All that a report says of one situation. */
export async function partOf(ruleSet: RuleSet, scenario: Scenario, most = { maxFacts: 2, replicates: 2 }) {
  const appraisal = await appraise(ruleSet, scenario);
  const perspectives = await Promise.all(
    [...ruleSet.perspectives.keys()].map(perspective => appraise(ruleSet, scenario, { perspective })),
  );
  const over = { seed: 1, replicates: most.replicates };
  const sure = await robustness(ruleSet, scenario, appraisal, over);
  const worth = await information(ruleSet, scenario, appraisal, over);
  return {
    ...{ ruleSet, scenario, appraisal, perspectives },
    flips: await flips(ruleSet, scenario, appraisal, { maxFacts: most.maxFacts, most: 10 }),
    robustness: 'format' in sure ? sure : null,
    information: 'format' in worth ? worth : null,
    unanswered: 'nothing says how likely a value is',
  };
}

/** A report on shipped scenarios. */
export async function shippedReport(...paths: string[]): Promise<Report> {
  const parts = await Promise.all(
    paths.map(async path => {
      const { source } = await readText(path);
      const folder = path.includes('union/') ? 'rules/backsliding-in-a-union' : 'rules/patron-backed-regimes';
      const { ruleSet } = await readRuleSet(folder);
      const { scenario } = await loadScenario(source!, ruleSet!);
      return partOf(ruleSet!, scenario!);
    }),
  );
  return report(parts, { command: `demarche report ${paths.join(' ')}` });
}
