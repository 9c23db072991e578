import { judgeCase, type ReadyCase } from '../cases/judge-case.js';
import { prepare } from '../engine/evaluate-conditions.js';
import { expectedOf, namedIn } from '../model/expectation.js';
import type { RuleSet } from '../model/rule-set.js';
import { type Mutant, mutated } from './mutants.js';

/** The first of some cases that fails for a mutant; those that name one of its rules are tried first. */
export async function failingCase(
  ruleSet: RuleSet,
  mutant: Mutant,
  cases: readonly ReadyCase[],
): Promise<string | undefined> {
  const rules = [...mutant.changed.keys()];
  const naming = cases.filter(one => rulesNamed(one).some(id => rules.includes(id)));
  const ordered = [...naming, ...cases.filter(one => !naming.includes(one))];
  const changed = mutated(ruleSet, mutant);
  const evaluate = prepare([...mutant.changed.values()].map(({ when }) => when));
  for (const one of ordered) {
    const { readings, outcomes, scenario } = one.situation!;
    const [point, possible] = [await evaluate(readings.point), await evaluate(readings.possible)];
    const now = new Map(
      [...mutant.changed.values()].map((rule, i) => [
        rule.id,
        { rule, trace: point[i]!, possible: possible[i]!.truth },
      ]),
    );
    const situation = {
      scenario,
      readings,
      outcomes: outcomes.map(outcome => now.get(outcome.rule.id) ?? outcome),
    };
    if (judgeCase(changed, { ...one, situation }).some(({ passed }) => !passed)) return one.value.id;
  }
  return undefined;
}

const NAMED = new WeakMap<ReadyCase, string[]>();

function rulesNamed(one: ReadyCase): string[] {
  const known = NAMED.get(one);
  if (known) return known;
  const named = expectedOf(one.value)
    .flatMap(({ expectation }) => namedIn(expectation))
    .flatMap(({ kind, id }) => (kind === 'rule' ? [id] : []));
  NAMED.set(one, named);
  return named;
}
