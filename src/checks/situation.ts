import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { possibleSteps } from '../model/reading.js';
import type { Impossible, RuleSet } from '../model/rule-set.js';
import type { Readings, Scenario } from '../model/scenario.js';
import { isSingle, membersOf } from '../model/steps.js';

/** What a scenario says of derived facts agrees with their parts, and it makes no impossible situation (4.4). */
export function checkSituation(
  ruleSet: RuleSet,
  scenario: Scenario,
  readings: Readings,
  impossible: readonly Impossible[],
): Diagnostic[] {
  const stated = [...scenario.facts.values()].filter(({ fact }) => ruleSet.facts.get(fact)!.derive);
  const derived = stated.flatMap(({ fact: id, statement, place }) => {
    const fact = ruleSet.facts.get(id)!;
    const can = readings.possible.get(id)!;
    if (statement.kind !== 'value') return [];
    const words = membersOf(fact.steps, can).map(step => ('value' in step ? `\`${step.value}\`` : ''));
    const help = `from its parts it can be ${words.join(' or ')}`;
    const said = `\`${statement.value}\``;
    if ((possibleSteps(fact, statement) & can) === 0n) {
      return [diagnostic('scenario/derived-contradiction', `\`${id}\` cannot be ${said}`, place, help)];
    }
    return isSingle(can)
      ? []
      : [diagnostic('scenario/derived-open', `\`${id}\` need not be ${said}`, place, help)];
  });
  const first = [...scenario.facts.values()].find(({ place }) => place)?.place;
  const broken = impossible.map(({ id, because }) =>
    diagnostic(
      'scenario/impossible',
      `these facts cannot occur together: ${because}`,
      first,
      `see \`${id}\` in the rule set`,
    ),
  );
  return [...derived, ...broken];
}
