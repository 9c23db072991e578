import type { RuleOutcome } from '../engine/evaluate.js';
import type { Truth } from '../engine/truth.js';
import { type Condition, not } from '../model/condition.js';
import type { Possible } from '../model/implication.js';
import type { Rule, RuleSet } from '../model/rule-set.js';
import type { Readings } from '../model/scenario.js';
import type { At, Coverage, CoveredComparison, CoveredRule, Decided, Seen } from '../model/test-result.js';
import { coveredFacts } from './covered-facts.js';
import { type Decision, decisions, leavesOf, type Place } from './masking.js';
import { possibilities } from './possible.js';

/** What every rule comes to in the situation of a case, and what its facts are read as. */
export interface SeenSituation {
  outcomes: readonly RuleOutcome[];
  readings: Pick<Readings, 'point'>;
}

/**
 * What the situations of some cases have shown of each rule, of each of its comparisons, and of each fact. What a case leaves
 * open shows nothing. Comparisons inside named conditions count for each rule that uses them. What was never shown is asked
 * after: what no possible situation meets is no obligation.
 */
export function coverageOf(
  ruleSet: RuleSet,
  situations: readonly SeenSituation[],
  possible: Possible = possibilities(ruleSet),
): Coverage {
  const rules = ruleSet.rules.map((rule, r) =>
    coveredRule(
      rule,
      ruleSet,
      situations.map(({ outcomes }) => outcomes[r]!),
      possible,
    ),
  );
  const parts = rules.flatMap(rule => [
    countsOf(rule, RULE),
    ...rule.comparisons.map(one => countsOf(one, LEAF)),
  ]);
  const sum = (of: keyof Counts) => parts.reduce((total, part) => total + part[of], 0);
  return {
    situations: situations.length,
    obligations: sum('all') - sum('impossible'),
    met: sum('met'),
    impossible: sum('impossible'),
    undecided: sum('undecided'),
    rules,
    facts: coveredFacts(
      ruleSet,
      situations.map(({ readings }) => readings.point),
      possible,
    ),
  };
}

const RULE = ['yes', 'no'] as const;
const LEAF = ['yes', 'no', 'decidesYes', 'decidesNo'] as const;

interface Counts {
  all: number;
  met: number;
  impossible: number;
  undecided: number;
}

function countsOf<K extends string>(
  one: Record<K, number> & { impossible: unknown[]; undecided: unknown[] },
  keys: readonly K[],
): Counts {
  const met = keys.filter(key => one[key] > 0).length;
  return { all: keys.length, met, impossible: one.impossible.length, undecided: one.undecided.length };
}

function coveredRule(
  rule: Rule,
  ruleSet: RuleSet,
  outcomes: readonly RuleOutcome[],
  possible: Possible,
): CoveredRule {
  const seen = counted(outcomes.map(({ trace }) => trace.truth));
  const asked = { yes: () => rule.when, no: () => not(rule.when) };
  const seenLeaves = outcomes.map(({ trace }) => decisions(trace));
  return {
    rule: rule.id,
    at: { file: rule.place.file, line: rule.place.line },
    ...seen,
    ...unmet(seen, asked, possible),
    comparisons: leavesOf(rule.when).map((place, i) =>
      coveredComparison(
        place,
        atOf(place, rule, ruleSet),
        seenLeaves.map(of => of[i]!),
        possible,
      ),
    ),
  };
}

function coveredComparison(
  { leaf, unmasked }: Place,
  at: At,
  seen: readonly Decision[],
  possible: Possible,
): CoveredComparison {
  const { fact, operator, value } = leaf;
  const deciding = counted(seen.filter(({ decides }) => decides).map(({ truth }) => truth));
  const counts: Decided = {
    ...counted(seen.map(({ truth }) => truth)),
    decidesYes: deciding.yes,
    decidesNo: deciding.no,
  };
  const asked = {
    yes: () => leaf,
    no: () => not(leaf),
    decidesYes: (): Condition => ({ kind: 'all', of: [leaf, ...unmasked()] }),
    decidesNo: (): Condition => ({ kind: 'all', of: [not(leaf), ...unmasked()] }),
  };
  const copy = Array.isArray(value) ? [...value] : (value as CoveredComparison['value']);
  return { fact, operator, value: copy, at, ...counts, ...unmet(counts, asked, possible) };
}

function counted(truths: readonly Truth[]): Seen {
  const of = (wanted: Truth) => truths.filter(truth => truth === wanted).length;
  return { yes: of('true'), no: of('false') };
}

/** Of what was never seen: what no possible situation meets, and where that could not be found out. */
function unmet<K extends string>(
  seen: Readonly<Record<K, number>>,
  asked: Readonly<Record<K, () => Condition>>,
  possible: Possible,
): { impossible: K[]; undecided: K[] } {
  const answers = (Object.keys(asked) as K[])
    .filter(key => seen[key] === 0)
    .map(key => ({ key, answer: possible(asked[key]()) }));
  const having = (wanted: boolean | undefined) =>
    answers.filter(({ answer }) => answer === wanted).map(({ key }) => key);
  return { impossible: having(false), undecided: having(undefined) };
}

/** The line of a comparison, in the file of the rule or of the named condition that it stands in. */
function atOf({ leaf, named }: Place, { place }: Rule, { conditions }: RuleSet): At {
  const around = (named === undefined ? undefined : conditions.get(named)?.place) ?? place;
  return { file: around.file, line: leaf.line ?? around.line };
}
