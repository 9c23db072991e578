import fc from 'fast-check';
import { appraise } from '../appraise.js';
import type { Appraisal, RankedOption } from '../model/appraisal.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { scenarioArbitrary } from './scenarios.js';

/** What a property is held to: `appraise`, or something around it. */
export type Appraiser = (ruleSet: RuleSet, scenario: Scenario) => Promise<Appraisal> | Appraisal;

/** A property of every scenario of a rule set, to be given to `fc.assert`; and of any other values that it draws. */
export type AppraisalProperty<Drawn extends [unknown, ...unknown[]] = [Scenario]> =
  fc.IAsyncPropertyWithHooks<Drawn>;

/** Holds every appraisal of a random scenario to a check, which says what is wrong, or nothing. */
export function everyAppraisal(
  ruleSet: RuleSet,
  appraiser: Appraiser = appraise,
  check: (result: Appraisal) => string | undefined,
): AppraisalProperty {
  return fc.asyncProperty(scenarioArbitrary(ruleSet), async scenario => {
    complain(check(await appraiser(ruleSet, scenario)));
  });
}

/** Holds every option that is ranked to a check. */
export function everyRanked(
  ruleSet: RuleSet,
  appraiser: Appraiser | undefined,
  check: (option: RankedOption) => string | undefined,
): AppraisalProperty {
  return everyAppraisal(ruleSet, appraiser, ({ ranking }) => firstOf(ranking, check));
}

/** What a check finds wrong with the first for which it finds something. */
export function firstOf<T>(list: readonly T[], check: (one: T) => string | undefined): string | undefined {
  for (const one of list) {
    const wrong = check(one);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** Fails with what a check found wrong. */
export function complain(wrong: string | undefined): void {
  if (wrong !== undefined) throw new Error(wrong);
}
