import fc from 'fast-check';
import { appraise } from '../appraise.js';
import type { Appraisal } from '../model/appraisal.js';
import { canonicalJson } from '../model/canonical.js';
import { by } from '../model/order.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { statedFacts } from './possible.js';
import { type AppraisalProperty, type Appraiser, complain, firstOf } from './property.js';
import { reorderedRuleSet, reorderedScenario } from './reordered.js';
import { scenarioArbitrary, scenarioFileArbitrary, scenarioOfFile } from './scenarios.js';

/**
 * Nothing that an appraisal says depends on the order of rules, effects, parts of conditions, facts, options, criteria or
 * keys (docs/meaning.md, 4.6). The ranking must come in the same order; of other lists it is enough that they hold the same.
 */
export function orderDoesNotMatter(
  ruleSet: RuleSet,
  appraiser: Appraiser = appraise,
): AppraisalProperty<[Scenario, number]> {
  const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });
  return fc.asyncProperty(scenarioArbitrary(ruleSet), seed, async (scenario, seed) => {
    const one = await appraiser(ruleSet, scenario);
    const other = await appraiser(reorderedRuleSet(ruleSet, seed), reorderedScenario(scenario, seed));
    complain(
      firstOf(Object.keys(one) as (keyof Appraisal)[], part => {
        const [a, b] = [one, other].map(result => canonicalJson(inNoOrder(result[part], part === 'ranking')));
        return a === b ? undefined : `\`${part}\` is another where all is in another order (4.6)`;
      }),
    );
  });
}

/** The same data with every list in one fixed order, whatever its own; the outermost only if it is no ranking. */
function inNoOrder(data: unknown, isRanking = false): unknown {
  if (Array.isArray(data)) {
    const items = data.map(item => inNoOrder(item));
    return isRanking ? items : items.sort(by(canonicalJson));
  }
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, inNoOrder(value)]));
}

/** The same inputs give the same bytes, whatever else was appraised in between (docs/meaning.md, 4.8). */
export function sameInputsSameBytes(
  ruleSet: RuleSet,
  appraiser: Appraiser = appraise,
): AppraisalProperty<[Scenario, Scenario]> {
  const scenario = scenarioArbitrary(ruleSet);
  return fc.asyncProperty(scenario, scenario, async (one, other) => {
    const first = JSON.stringify(await appraiser(ruleSet, one));
    await appraiser(ruleSet, other);
    const again = JSON.stringify(await appraiser(ruleSet, structuredClone(one)));
    complain(first === again ? undefined : 'the same scenario gives other bytes the second time (4.8)');
  });
}

/** A scenario, and the same with one fact unknown. */
export interface MadeUnknown {
  scenario: Scenario;
  fact: string;
  unknown: Scenario;
}

/**
 * Making a fact unknown never narrows what is possible: every option that was ranked still is, its low is no higher and
 * its high no lower (docs/meaning.md, 4.4).
 */
export function unknownNeverNarrows(
  ruleSet: RuleSet,
  appraiser: Appraiser = appraise,
): AppraisalProperty<[MadeUnknown]> {
  return fc.asyncProperty(madeUnknown(ruleSet), async ({ scenario, fact, unknown }) => {
    const { ranking: before } = await appraiser(ruleSet, scenario);
    const { ranking: after } = await appraiser(ruleSet, unknown);
    complain(
      firstOf(before, ({ option, low, high }) => {
        const now = after.find(one => one.option === option);
        if (now && now.low <= low && now.high >= high) return undefined;
        const range = now ? `from ${now.low} to ${now.high}` : 'gone';
        return `with \`${fact}\` unknown \`${option}\` is ${range}, and was from ${low} to ${high} (4.4)`;
      }),
    );
  });
}

function madeUnknown(ruleSet: RuleSet): fc.Arbitrary<MadeUnknown> {
  const fact = fc.constantFrom(...statedFacts(ruleSet).map(({ id }) => id));
  return fc.tuple(scenarioFileArbitrary(ruleSet), fact).map(([file, fact]) => ({
    scenario: scenarioOfFile(ruleSet, file),
    fact,
    unknown: scenarioOfFile(ruleSet, { ...file, facts: { ...file.facts, [fact]: 'unknown' } }),
  }));
}
