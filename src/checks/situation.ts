import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { factsOf, partsOfFact } from '../model/derivation.js';
import { bestEstimate, possibleSteps } from '../model/reading.js';
import type { Impossible, RuleSet } from '../model/rule-set.js';
import type { Readings, Scenario, StatedFact, Statement } from '../model/scenario.js';
import { isSingle, membersOf } from '../model/steps.js';

/** The impossible combinations that a scenario makes: whichever values its facts have, or at their best estimates. */
export interface MadeImpossible {
  impossible: readonly Impossible[];
  atBest: readonly Impossible[];
}

/** What a scenario says of derived facts agrees with their parts, and it makes no impossible situation (4.4). */
export function checkSituation(
  ruleSet: RuleSet,
  scenario: Scenario,
  readings: Readings,
  { impossible, atBest }: MadeImpossible,
): Diagnostic[] {
  const stated = [...scenario.facts.values()].filter(({ fact }) => ruleSet.facts.get(fact)!.derive);
  return [
    ...stated.flatMap(one => derivedFindings(one, ruleSet, readings)),
    ...impossible.map(one => impossibleFinding('scenario/impossible', one, ruleSet, scenario)),
    ...atBest
      .filter(one => !impossible.includes(one))
      .map(one => impossibleFinding('scenario/impossible-estimate', one, ruleSet, scenario)),
  ];
}

function derivedFindings(
  { fact: id, statement, place }: StatedFact,
  ruleSet: RuleSet,
  readings: Readings,
): Diagnostic[] {
  if (statement.kind !== 'value') return [];
  const fact = ruleSet.facts.get(id)!;
  const can = readings.possible.get(id)!;
  const words = membersOf(fact.steps, can).map(step => ('value' in step ? `\`${step.value}\`` : ''));
  const help = `from its parts it can be ${words.join(' or ')}`;
  const said = `\`${statement.value}\``;
  if ((possibleSteps(fact, statement) & can) === 0n) {
    return [diagnostic('scenario/derived-contradiction', `\`${id}\` cannot be ${said}`, place, help)];
  }
  return isSingle(can)
    ? []
    : [diagnostic('scenario/derived-open', `\`${id}\` need not be ${said}`, place, help)];
}

/** At the first of the facts that the combination reads and the scenario states, all of them named with their values. */
function impossibleFinding(
  code: 'scenario/impossible' | 'scenario/impossible-estimate',
  { id, because, when }: Impossible,
  ruleSet: RuleSet,
  scenario: Scenario,
): Diagnostic {
  const read = new Set(factsOf(when).flatMap(fact => partsOfFact(fact, ruleSet.facts)));
  const stated = [...scenario.facts.values()]
    .flatMap(({ fact, statement, place }) =>
      place && statement.kind !== 'unknown' && read.has(fact) ? [{ fact, statement, place }] : [],
    )
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  const values = stated.map(({ fact, statement }) => `\`${fact}\` is ${said(statement)}`).join(', ');
  const message =
    code === 'scenario/impossible'
      ? `these facts cannot occur together: ${because}`
      : `the best estimates of these facts cannot occur together: ${because}`;
  return diagnostic(code, message, stated[0]?.place, `${values} (\`${id}\` in the rule set)`);
}

/** What a statement says, as its best estimate where it has one. */
function said(statement: Statement): string {
  const estimate = bestEstimate(statement);
  if (estimate !== undefined) return `\`${estimate}\``;
  return statement.kind === 'between' ? `from ${statement.low} to ${statement.high}` : 'open';
}
