import fc from 'fast-check';
import { type AppraiseOptions, appraise } from '../../src/appraise.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { loadRuleSet, loadScenario } from '../../src/load.js';
import type { Appraisal } from '../../src/model/appraisal.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import type { Scenario } from '../../src/model/scenario.js';
import type { SourceText } from '../../src/source/source-file.js';
import { rulesArbitrary, saidArbitrary } from './random.js';
import {
  type Rules,
  ruleSetData,
  type Said,
  scenarioData,
  textOf,
  textsOf,
  type Word,
  type WrittenRule,
} from './written.js';

const errors = (found: readonly Diagnostic[]) => found.filter(({ severity }) => severity === 'error');

/** The rule set of these texts, or a failure that shows what is wrong with it. */
export function ruleSetOf(texts: SourceText[]): RuleSet {
  const { ruleSet, diagnostics } = loadRuleSet('random', texts);
  if (!ruleSet) throw new Error(JSON.stringify(errors(diagnostics)));
  return ruleSet;
}

/** A rule set with these rules. */
export const withRules = (rules: Partial<Rules>): RuleSet => ruleSetOf(textsOf(ruleSetData(rules)));

/** A scenario of the rule set, or a failure that shows what is wrong with it. */
export async function scenarioOf(ruleSet: RuleSet, said: Said): Promise<Scenario> {
  const { scenario, diagnostics } = await loadScenario(textOf('s.yaml', scenarioData(said)), ruleSet);
  if (!scenario) throw new Error(JSON.stringify(errors(diagnostics)));
  return scenario;
}

/** The codes of the errors that a scenario has. */
export async function errorsOf(ruleSet: RuleSet, said: Said): Promise<string[]> {
  const { diagnostics } = await loadScenario(textOf('s.yaml', scenarioData(said)), ruleSet);
  return errors(diagnostics).map(({ code }) => code);
}

/** What comes of a scenario. */
export async function appraised(
  rules: RuleSet | Partial<Rules>,
  said: Said,
  options: AppraiseOptions = {},
): Promise<Appraisal> {
  const ruleSet = 'hash' in rules ? rules : withRules(rules);
  return appraise(ruleSet, await scenarioOf(ruleSet, said), options);
}

/** Holds a check to random rule sets and scenarios, passing over scenarios that have an error. */
export function forAll(
  check: (result: Appraisal, ruleSet: RuleSet, said: Said) => Promise<void> | void,
  numRuns = 100,
  rulesOf: (rules: Partial<Rules>) => Partial<Rules> = rules => rules,
): Promise<void> {
  return fc.assert(
    fc.asyncProperty(rulesArbitrary, saidArbitrary, async (rules, said) => {
      const ruleSet = withRules(rulesOf(rules));
      const { scenario } = await loadScenario(textOf('s.yaml', scenarioData(said)), ruleSet);
      fc.pre(scenario !== undefined);
      await check(await appraise(ruleSet, scenario!), ruleSet, said);
    }),
    { numRuns },
  );
}

/** A rule that holds where the boolean `yes` is true, with points for one option on one criterion. */
export const ifYes = (points: number, option = 'a', criterion = 'x'): WrittenRule => ({
  when: { fact: 'yes', operator: 'equal', value: true },
  then: [{ option, criterion, points }],
});

/** A rule that excludes an option where `yes` is as said. */
export const gateIf = (value: boolean, option = 'b'): WrittenRule => ({
  when: { fact: 'yes', operator: 'equal', value },
  then: [{ option, exclude: true }],
});

/** A rule with 30 points for `a` on `x` where one comparison holds. */
export const when = (fact: string, operator: string, value: Word): WrittenRule => ({
  when: { fact, operator, value },
  then: [{ option: 'a', criterion: 'x', points: 30 }],
});

/** A value for every fact. */
export const FACTS = { level: 'low', colour: 'red', yes: true, share: 0.3 };

/** What a result says of one option. */
export const of = ({ ranking }: Appraisal, option: string) => ranking.find(one => one.option === option)!;
