import type { Claim, Measure, Property, Standing } from '../model/property.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Goal, Ground } from './goals.js';
import * as goals from './goals.js';

/** One way in which a claim can be violated (or, for `reachable`, borne out): a goal to look for, and what it is about. */
export interface Way {
  /** The options whose rules bear on it. */
  options: readonly string[];
  goal(ground: Ground): Goal;
  /** Whether weights matter to it. */
  isWeighed: boolean;
  /** The fact that is moved from the first view to the second, or facts that trade their values. */
  moves?: { fact: string; isDirected: boolean } | { swapping: readonly (readonly [string, string])[] };
  /** Ways about fewer options, each of which would have to be open for this one to be: of one that is not, nothing is left. */
  needs?: readonly Way[];
}

/** The ways in which a claim can be violated; a situation that goes any of them refutes it. */
export function waysOf({ claim, by }: Pick<Property, 'claim' | 'by'>, ruleSet: RuleSet): Way[] {
  const everyone = [...ruleSet.options.keys()];
  const anyWeights = by === 'any-weights';
  const place = ({ program }: Ground, id: string) => program.options.indexOf(id);
  const about = ({ option, ...standing }: Standing) =>
    standing.is === 'in-top' ? everyone : [option, ...(standing.is === 'above' ? [standing.other] : [])];
  switch (claim.kind) {
    case 'always': {
      const { standing } = claim;
      const { option } = standing;
      // To be first is to have none above: a pair at a time, each with the facts of its own.
      if (standing.is === 'in-top' && standing.count === 1)
        return everyone
          .filter(other => other !== option)
          .map(other => ({
            options: [option, other],
            isWeighed: true,
            goal: ground => goals.isAbove(ground, place(ground, other), place(ground, option), true),
          }));
      return [
        {
          options: about(standing),
          isWeighed: standing.is !== 'excluded',
          goal: ground => goals.stands(ground, standing, false),
        },
      ];
    }
    case 'never': {
      const { standing } = claim;
      const underAny = anyWeights && standing.is === 'in-top';
      return [
        {
          options: about(standing),
          isWeighed: standing.is !== 'excluded' && !underAny,
          needs:
            standing.is === 'in-top' && standing.count === 1 && !underAny
              ? pairs(ruleSet, standing.option, false)
              : [],
          goal: ground =>
            underAny
              ? goals.leadsUnderSomeWeights(ground, place(ground, standing.option), false)
              : goals.stands(ground, standing, true),
        },
      ];
    }
    case 'implies': {
      const { given, follows } = claim;
      return [
        {
          options: [...new Set([...about(given), ...about(follows)])],
          isWeighed: given.is !== 'excluded' || follows.is !== 'excluded',
          goal: ground =>
            goals.all([goals.stands(ground, given, true), goals.stands(ground, follows, false)]),
        },
      ];
    }
    case 'monotone':
      return [moving(claim, [claim.never])];
    case 'invariant':
      return [moving(claim, ['falls', 'rises'])];
    case 'bounded':
      return [
        {
          options: [claim.option],
          isWeighed: false,
          goal: ground => goals.isBeyond(ground, claim.option, claim.criterion, claim.from, claim.to),
        },
      ];
    case 'symmetric': {
      const [a, b] = claim.options;
      return [
        {
          options: [a, b],
          isWeighed: true,
          moves: { swapping: claim.swapping },
          goal: ground => goals.differ(ground, place(ground, a), place(ground, b)),
        },
      ];
    }
    case 'reachable':
      return [
        {
          options: everyone,
          isWeighed: !anyWeights,
          needs: anyWeights ? pairsByOne(ruleSet, claim.option) : pairs(ruleSet, claim.option, true),
          goal: ground =>
            anyWeights
              ? goals.leadsUnderSomeWeights(ground, place(ground, claim.option), true)
              : goals.leads(ground, place(ground, claim.option)),
        },
      ];
  }
}

/** That an option stands above each other in turn, or is not below it. */
function pairs(ruleSet: RuleSet, option: string, isStrict: boolean): Way[] {
  return [...ruleSet.options.keys()]
    .filter(other => other !== option)
    .map(other => ({
      options: [option, other],
      isWeighed: true,
      goal: ground => {
        const [own, others] = [option, other].map(id => ground.program.options.indexOf(id)) as [
          number,
          number,
        ];
        return isStrict
          ? goals.isAbove(ground, own, others, true)
          : goals.all([goals.isOut(ground, own, false), goals.isAbove(ground, others, own, false)]);
      },
    }));
}

/** That an option stands above each other in turn by some criterion alone: without that it does so under no weights. */
function pairsByOne(ruleSet: RuleSet, option: string): Way[] {
  return [...ruleSet.options.keys()]
    .filter(other => other !== option)
    .map(other => ({
      options: [option, other],
      isWeighed: false,
      goal: ({ program, turnOf }) => {
        const [own, others] = [option, other].map(id => program.options.indexOf(id)) as [number, number];
        const alone = program.criteria.map((_, c) => program.criteria.map((_, d) => Number(c === d)));
        const above = alone.map(weights => goals.isAbove({ program, weights, turnOf }, own, others, true));
        return goals.some(above);
      },
    }));
}

function moving(
  { fact, option, of }: Extract<Claim, { kind: 'monotone' | 'invariant' }>,
  hows: readonly ('falls' | 'rises')[],
): Way {
  return {
    options: [option, ...(of.kind === 'against' ? [of.option] : [])],
    isWeighed: weighs(of),
    moves: { fact, isDirected: hows.length === 1 },
    goal: ground =>
      goals.some(hows.map(how => goals.moves(ground, ground.program.options.indexOf(option), of, how))),
  };
}

function weighs({ kind }: Measure): boolean {
  return kind !== 'cell';
}
