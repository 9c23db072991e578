import type { RuleOutcome } from '../engine/evaluate.js';
import type { ListedEffect, ListedRule } from '../model/appraisal.js';
import { factsOf } from '../model/derivation.js';
import type { Effect } from '../model/rule-set.js';
import { fillReason } from './reason.js';
import type { SeenFacts } from './seen.js';
import { toTrace } from './trace.js';

/** A rule as a result lists it: its reason filled in, what its condition read, and where it stands. */
export function listedRule({ rule, trace }: RuleOutcome, seen: SeenFacts): ListedRule {
  const saw = (fact: string) => seen.get(fact)!.point;
  return {
    rule: rule.id,
    title: rule.title,
    reason: fillReason(rule.because, seen),
    sources: [...rule.sources],
    evidence: rule.evidence,
    effects: rule.effects.map(listedEffect),
    reads: factsOf(rule.when).map(fact => ({ fact, saw: saw(fact) })),
    trace: toTrace(trace, saw),
    at: { file: rule.place.file, line: rule.place.line },
  };
}

function listedEffect(effect: Effect): ListedEffect {
  const { option } = effect;
  return effect.kind === 'gate'
    ? { option, exclude: true }
    : { option, criterion: effect.criterion, points: effect.points };
}
