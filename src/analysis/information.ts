import { focusOn } from '../engine/focus.js';
import { type Program, programOf } from '../engine/program.js';
import type { Appraisal } from '../model/appraisal.js';
import type { Fact } from '../model/fact.js';
import type { FactValue, Information, PairValue } from '../model/information.js';
import { byId } from '../model/order.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { contenders } from './contenders.js';
import { emptyGivens, type Givens, givensAdder, type Subject, subjectOf } from './givens.js';
import { asScore, probability, ratio, total } from './means.js';
import {
  assumedIn,
  type NoSituations,
  nothingPossible,
  overSituations,
  type SituationOptions,
} from './over-situations.js';
import { sayGroup } from './say-group.js';

/** What may be asked beside how situations are gone through. */
export interface InformationOptions extends SituationOptions {
  /** Whether to tell what any two facts are worth together. */
  pairs?: boolean;
}

/**
 * What it is worth to know each fact that is not certain: the expected value of partial perfect information, which is the
 * expected score of the option that is best given the fact, less that of the option that is best without it (Howard 1966,
 * IEEE Transactions on Systems Science and Cybernetics 2(1); recalled). An excluded option counts as 0. Only options that
 * could lead somewhere matter, so only their rules do. An estimate from draws leans upwards a little where options are
 * close, for the best is chosen by the same draws.
 */
export async function information(
  ruleSet: RuleSet,
  scenario: Scenario,
  appraisal: Appraisal,
  options: InformationOptions = {},
): Promise<Information | NoSituations> {
  const told = await informed(ruleSet, scenario, appraisal, options);
  return 'information' in told ? told.information : (told as NoSituations);
}

/** The same, with how likely each option that could lead is to come first; or nothing, where only what is exact will do. */
export async function informed(
  ruleSet: RuleSet,
  scenario: Scenario,
  appraisal: Appraisal,
  options: InformationOptions & { onlyExact?: boolean },
): Promise<
  { information: Information; firsts: ReadonlyMap<string, number> } | NoSituations | { tooMany: number }
> {
  const program = focusOn(programOf(ruleSet), contenders(appraisal));
  const over = overSituations(program, ruleSet, scenario, appraisal, options);
  if (!('scored' in over)) return over;
  if (options.onlyExact && !over.visited.exact) return { tooMany: over.visited.regions };
  const { visited, space } = over;
  const { replicates, ...how } = visited;
  const open = space.axes.flatMap(({ steps }, at) => (steps.length > 1 ? [at] : []));
  const singles = open.map(at => subjectOf(space.axes, [at]));
  const doubles = options.pairs
    ? open.flatMap((a, i) => open.slice(i + 1).map(b => subjectOf(space.axes, [a, b])))
    : [];
  const subjects = [...singles, ...doubles];
  const candidates = program.options.flatMap((id, o) => (scenario.leaveOut.has(id) ? [] : [o]));
  const givens = Array.from({ length: replicates }, () => emptyGivens(program, subjects));
  const add = givensAdder(subjects, candidates);
  for await (const block of over.scored()) add(givens[block.replicate]!, block);
  const masses = givens.map(({ mass }) => mass);
  if (total(masses) === 0) return nothingPossible(visited);

  const choice: Choice = { program, candidates, givens, masses, leader: 0 };
  choice.leader = best(choice, ({ scores }) => scores, program.options.indexOf(appraisal.ranking[0]!.option));
  const { leader } = choice;
  const expected = ratio(
    givens.map(({ scores }) => scores[leader]!),
    masses,
  );
  const all = ratio(
    givens.map(({ best, scores }) => best - scores[leader]!),
    masses,
  );
  const told: Information = {
    format: 'information/1',
    manifest: appraisal.manifest,
    perspective: appraisal.perspective,
    ...how,
    assumed: assumedIn(over),
    leader: appraisal.ranking[0]!.option,
    expectedLeader: program.options[leader]!,
    expected: asScore(expected.value),
    expectedError: expected.error,
    total: Math.max(0, all.value),
    totalError: all.error,
    facts: singles
      .map((subject, i) =>
        factValue(choice, i, ruleSet.facts.get(space.axes[subject.axes[0]!]!.fact)!, scenario, subject),
      )
      .sort((a, b) => b.value - a.value || b.changesLeader - a.changesLeader || byId(a.fact, b.fact)),
    pairs: options.pairs
      ? doubles
          .map((subject, i): PairValue => {
            const { answers: _, ...worth } = worthOf(choice, singles.length + i, subject);
            return { facts: subject.axes.map(at => space.axes[at]!.fact) as [string, string], ...worth };
          })
          .sort((a, b) => b.value - a.value || byId(a.facts.join(' '), b.facts.join(' ')))
      : null,
    options: appraisal.options,
  };
  const firsts = candidates.map(o => {
    const { value } = probability(
      givens.map(({ firsts }) => firsts[o]!),
      masses,
    );
    return [program.options[o]!, value] as const;
  });
  return { information: told, firsts: new Map(firsts) };
}

/** Between what one chooses, what is known of it, and what one would choose knowing no more. */
interface Choice {
  program: Program;
  candidates: readonly number[];
  givens: readonly Givens[];
  masses: readonly number[];
  leader: number;
}

function factValue(choice: Choice, i: number, fact: Fact, scenario: Scenario, subject: Subject): FactValue {
  const { answers, ...worth } = worthOf(choice, i, subject);
  return {
    fact: fact.id,
    title: fact.title,
    ...worth,
    answers: answers
      .map((answer, group) => ({ is: sayGroup(fact, scenario, subject.groups[group]!), ...answer }))
      .filter(({ probability }) => probability > 0),
  };
}

/** What a subject is worth, and for each group of it how likely it is and what one would choose then. */
function worthOf(choice: Choice, i: number, { size }: Subject) {
  const { givens, masses, leader, program } = choice;
  const groups = Array.from({ length: size }, (_, group) => group);
  const n = program.options.length;
  const given = ({ subjects }: Givens, group: number) =>
    subjects[i]!.scores.subarray(group * n, (group + 1) * n);
  const chosen = groups.map(group => best(choice, one => given(one, group), leader));
  const gained = givens.map(one =>
    groups.reduce((sum, group) => {
      const scores = given(one, group);
      return sum + scores[chosen[group]!]! - scores[leader]!;
    }, 0),
  );
  const likely = (among: readonly number[]) =>
    probability(
      givens.map(({ subjects }) => total(among.map(group => subjects[i]!.masses[group]!))),
      masses,
    );
  const changes = likely(groups.filter(group => chosen[group] !== leader));
  const { value, error } = ratio(gained, masses);
  return {
    value: Math.max(0, value),
    exact: error === null,
    standardError: error,
    changesLeader: changes.value,
    changesLeaderError: changes.error,
    answers: groups.map(group => {
      const { value, error } = likely([group]);
      return { probability: value, probabilityError: error, leader: program.options[chosen[group]!]! };
    }),
  };
}

/**
 * The option with the highest sum over all replicates: at a tie the one preferred, unless it may be excluded, then doing
 * nothing, which never is, then the first by id.
 */
function best(
  { givens, candidates, program }: Choice,
  scoresOf: (given: Givens) => Float64Array,
  preferred = -1,
): number {
  const sums = givens.map(scoresOf).reduce((a, b) => a.map((x, o) => x + b[o]!));
  const top = Math.max(...candidates.map(o => sums[o]!));
  const level = candidates.filter(o => top - sums[o]! <= 1e-9 * Math.max(1, Math.abs(top)));
  const mayBeOut = givens.some(({ excluded }) => (excluded[preferred] ?? 0) > 0);
  const order = mayBeOut ? [program.baseline, preferred] : [preferred, program.baseline];
  return order.find(o => level.includes(o)) ?? level[0]!;
}
