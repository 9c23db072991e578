import type { RuleOutcome } from '../engine/evaluate.js';
import type { Traced } from '../engine/evaluate-conditions.js';
import type { Truth } from '../engine/truth.js';
import type { Condition, Leaf } from '../model/condition.js';
import { partsOf } from '../model/condition.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Coverage, CoveredRule, Seen } from '../model/test-result.js';

/**
 * Which rules the situations of some cases made fire and not fire, and which of their comparisons came out true and false.
 * What a case leaves open covers nothing. Comparisons inside named conditions count for each rule that uses them.
 */
export function coverageOf(ruleSet: RuleSet, situations: readonly (readonly RuleOutcome[])[]): Coverage {
  const rules = ruleSet.rules.map((rule, r): CoveredRule => {
    const traces = situations.map(outcomes => outcomes[r]!.trace);
    const leaves = leavesOf(rule.when);
    const truths = traces.map(leafTruths);
    return {
      rule: rule.id,
      at: { file: rule.place.file, line: rule.place.line },
      ...counted(traces.map(({ truth }) => truth)),
      comparisons: leaves.map(({ fact, operator, value }, i) => ({
        ...{ fact, operator, value: Array.isArray(value) ? [...value] : (value as never) },
        ...counted(truths.map(of => of[i]!)),
      })),
    };
  });
  const obligations = rules.flatMap(rule => [rule, ...rule.comparisons]).flatMap(({ yes, no }) => [yes, no]);
  const met = obligations.filter(times => times > 0).length;
  return { situations: situations.length, obligations: obligations.length, met, rules };
}

function counted(truths: readonly Truth[]): Seen {
  const of = (wanted: Truth) => truths.filter(truth => truth === wanted).length;
  return { yes: of('true'), no: of('false') };
}

function leavesOf(condition: Condition): Leaf[] {
  return condition.kind === 'leaf' ? [condition] : partsOf(condition).flatMap(leavesOf);
}

/** The truths of all comparisons, in the order of `leavesOf`. */
function leafTruths({ condition, truth, parts }: Traced): Truth[] {
  return condition.kind === 'leaf' ? [truth] : parts.flatMap(leafTruths);
}
