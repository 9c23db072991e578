import { nearestTo } from '../diagnostics/suggest.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';

/** Why one cannot ask what puts this option first; undefined where one can. */
export function targetProblem(ruleSet: RuleSet, scenario: Scenario, to: string): string | undefined {
  if (!ruleSet.options.has(to)) {
    const near = nearestTo(to, ruleSet.options.keys());
    return `unknown option \`${to}\`${near === undefined ? '' : `: did you mean \`${near}\`?`}`;
  }
  return scenario.leaveOut.has(to) ? `\`${to}\` is left out of consideration by the scenario` : undefined;
}
