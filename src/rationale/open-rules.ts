import type { RuleOutcome } from '../engine/evaluate.js';
import type {
  ExcludedOption,
  ListedRule,
  NotFiredRule,
  OpenGate,
  Trace,
  UndeterminedRule,
} from '../model/appraisal.js';
import { partsOfFact } from '../model/derivation.js';
import { byId } from '../model/order.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Readings, StepSets } from '../model/scenario.js';
import { isSingle } from '../model/steps.js';
import { listedRule } from './listed-rule.js';
import type { SeenFacts } from './seen.js';
import { decisiveLeaves, leafTraces } from './trace.js';

/** The rules that the facts leave open, with the facts that would settle them. */
export function undeterminedRules(
  outcomes: readonly RuleOutcome[],
  ruleSet: RuleSet,
  readings: Readings,
  seen: SeenFacts,
): UndeterminedRule[] {
  return outcomes
    .filter(({ trace }) => trace.truth === 'unknown')
    .map(outcome => listedRule(outcome, seen))
    .map(listed => ({ ...listed, facts: settling(listed.trace, ruleSet, readings) }));
}

/** The rules that do not hold, with the comparisons that stopped them. */
export function notFiredRules(outcomes: readonly RuleOutcome[], seen: SeenFacts): NotFiredRule[] {
  return outcomes
    .filter(({ trace }) => trace.truth === 'false')
    .map(outcome => listedRule(outcome, seen))
    .map(listed => ({ ...listed, stoppedBy: decisiveLeaves(listed.trace) }));
}

/** What the gates exclude, by option; whether that is certain depends on the possible reading. */
export function excludedOptions(
  outcomes: readonly RuleOutcome[],
  ruleSet: RuleSet,
  seen: SeenFacts,
): Map<string, Omit<ExcludedOption, 'mayLead'>> {
  return gatesByOption(
    outcomes.filter(({ trace }) => trace.truth === 'true'),
    (option, gates) => {
      const listed = gates.map(gate => ({
        ...withoutEffects(gate, seen),
        certain: gate.possible === 'true',
      }));
      const title = ruleSet.options.get(option)!.title;
      return { option, title, certain: listed.some(({ certain }) => certain), gates: listed };
    },
  );
}

/** The gates that may still exclude an option, though they do not in the point reading. */
export function openGates(
  outcomes: readonly RuleOutcome[],
  ruleSet: RuleSet,
  readings: Readings,
  seen: SeenFacts,
): Map<string, OpenGate[]> {
  const open = outcomes.filter(({ trace, possible }) => trace.truth !== 'true' && possible !== 'false');
  return gatesByOption(open, (_, gates) =>
    gates
      .map(gate => withoutEffects(gate, seen))
      .map(listed => ({ ...listed, facts: settling(listed.trace, ruleSet, readings) })),
  );
}

function gatesByOption<T>(
  outcomes: readonly RuleOutcome[],
  make: (option: string, gates: RuleOutcome[]) => T,
): Map<string, T> {
  const gates = new Map<string, RuleOutcome[]>();
  for (const outcome of outcomes) {
    for (const effect of outcome.rule.effects) {
      if (effect.kind === 'gate') gates.set(effect.option, [...(gates.get(effect.option) ?? []), outcome]);
    }
  }
  return new Map([...gates].map(([option, own]) => [option, make(option, own)]));
}

function withoutEffects(outcome: RuleOutcome, seen: SeenFacts): Omit<ListedRule, 'effects'> {
  const { effects: _, ...rest } = listedRule(outcome, seen);
  return rest;
}

/** The facts that its unknown comparisons read; where only best estimates decide it, all that are not certain. */
function settling(trace: Trace, ruleSet: RuleSet, { point, possible }: Readings): string[] {
  const leaves = leafTraces(trace);
  const unknown = leaves.filter(({ truth }) => truth === 'unknown');
  const [read, sets] = unknown.length > 0 ? [unknown, point] : [leaves, possible];
  return unsettled(
    read.map(({ fact }) => fact),
    ruleSet,
    sets,
  );
}

/** The stated facts behind these that can still have more than one value. */
function unsettled(facts: readonly string[], ruleSet: RuleSet, sets: StepSets): string[] {
  const parts = new Set(facts.flatMap(fact => partsOfFact(fact, ruleSet.facts)));
  return [...parts].filter(fact => !isSingle(sets.get(fact)!)).sort(byId);
}
