import { byId } from '../model/order.js';
import type { Effect, Rule, RuleSet } from '../model/rule-set.js';
import { cellDiffers, standingDiffers } from './cell-goals.js';
import type { Goal } from './goals.js';
import { huntsOf } from './hunts.js';
import type { Joint } from './joint.js';
import { leaderDiffers } from './leader-goal.js';
import type { Needing } from './search.js';
import type { TwoSided } from './side-goals.js';
import { onSide, SIDES, type Side, withoutSide } from './sides.js';

/** The options of either side, by their own ids, in order. */
export function optionsOf({ ruleSet }: Joint): string[] {
  return [...new Set([...ruleSet.options.keys()].map(withoutSide))].sort(byId);
}

/** Searches for a situation in which a cell or a gate is not the same on both sides: one for each that some rule changes. */
export function differenceHunts(joint: Joint): Needing[] {
  const { ruleSet } = joint;
  return optionsOf(joint).flatMap(option => {
    const own = SIDES.map(side => onSide(side, option));
    const isOnOneSide = own.some(id => !ruleSet.options.has(id));
    const huntFor = (
      isMeant: (effect: Effect) => boolean,
      goal: (two: Pick<TwoSided, 'program'>) => Goal,
    ) => {
      const rules = withEffects(ruleSet, effect => own.includes(effect.option) && isMeant(effect));
      const isOpen = isOnOneSide || rules.some(rule => !isEven(rule));
      return isOpen ? huntIn({ ...ruleSet, rules }, own, goal) : [];
    };
    const standing = huntFor(
      ({ kind }) => kind === 'gate',
      ({ program }) => standingDiffers(program, option),
    );
    if (isOnOneSide) return standing;
    const cells = [...ruleSet.criteria.keys()].flatMap(criterion =>
      huntFor(
        effect => effect.kind === 'points' && effect.criterion === criterion,
        ({ program }) => cellDiffers(program, option, criterion),
      ),
    );
    return [...standing, ...cells];
  });
}

/** Searches for a situation in which the leader is not the same on both sides, judged by one perspective. */
export function leaderHunts(joint: Joint, perspective: string): Needing[] {
  const { ruleSet } = joint;
  const sharesOn = (side: Side) => [...ruleSet.perspectives.get(onSide(side, perspective))!.weights.values()];
  const weights = { a: sharesOn('a'), b: sharesOn('b') };
  const uneven = new Set(ruleSet.rules.filter(rule => !isEvenEverywhere(rule)).map(({ id }) => id));
  const options = optionsOf(joint);
  const shares = weights.a.map((share, i) => Math.max(share, weights.b[i]!));
  const goal = ({ program }: Pick<TwoSided, 'program'>) => leaderDiffers({ program, weights }, options);
  return huntIn(ruleSet, [...ruleSet.options.keys()], goal, shares).map(hunt => ({
    ...hunt,
    bearing: hunt.bearing.map(({ node, weight }, rule) => ({
      node,
      weight: weight + (uneven.has(hunt.program.rules[rule]!.id) ? CHANGED : 0),
    })),
  }));
}

/** How much more it matters whether a rule holds that is not the same on both sides: without any nothing differs. */
const CHANGED = 1000;

function huntIn(
  ruleSet: RuleSet,
  options: readonly string[],
  goal: (two: Pick<TwoSided, 'program'>) => Goal,
  weights: readonly number[] | null = null,
): Needing[] {
  const way = { options, isWeighed: false, goal };
  return huntsOf(ruleSet, { by: [] }, way, { perspective: null, weights }).map(hunt => ({
    ...hunt,
    needs: () => [],
  }));
}

/** The rules that have some effects, with these alone. */
function withEffects(ruleSet: RuleSet, isKept: (effect: Effect) => boolean): Rule[] {
  return ruleSet.rules.flatMap(rule => {
    const effects = rule.effects.filter(isKept);
    return effects.length > 0 ? [{ ...rule, effects }] : [];
  });
}

/** Whether a rule, all of whose effects are on one cell or one gate, does the same on both sides. */
function isEven({ effects }: Rule): boolean {
  const [a, b] = SIDES.map(side =>
    effects.reduce((sum, effect) => {
      if (!effect.option.startsWith(onSide(side, ''))) return sum;
      return sum + (effect.kind === 'points' ? effect.points : 1);
    }, 0),
  );
  return a === b;
}

/** Whether a rule does the same on both sides, to every option. */
function isEvenEverywhere({ effects }: Rule): boolean {
  const [a, b] = SIDES.map(side =>
    effects
      .filter(({ option }) => option.startsWith(onSide(side, '')))
      .map(effect => JSON.stringify({ ...effect, option: withoutSide(effect.option) }))
      .sort(byId)
      .join(),
  );
  return a === b;
}
