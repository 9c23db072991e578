import { evaluate, impossibleIn } from '../engine/evaluate.js';
import { decisionMatrix } from '../engine/matrix.js';
import { settle } from '../engine/settle.js';
import { weightedSum } from '../mcda/weighted-sum.js';
import type { Weights } from '../mcda/weights.js';
import type { Value } from '../model/fact.js';
import type { Claim, Measure, Standing } from '../model/property.js';
import { scenarioFrom } from '../model/resolve-scenario.js';
import type { RuleSet } from '../model/rule-set.js';

/** How one situation comes out when it is evaluated through the traced engine, under some weights. */
export interface Traced {
  isPossible: boolean;
  /** The rules that fire. */
  fires: ReadonlySet<string>;
  /** The score of an option; minus infinity where a gate excludes it. */
  level(option: string): number;
  /** The points of a cell before any clamp. */
  points(option: string, criterion: string): number;
  options: readonly string[];
}

/** Evaluates a situation, given as a value for each stated fact. */
export async function traced(
  ruleSet: RuleSet,
  situation: ReadonlyMap<string, Value>,
  weights: Weights,
): Promise<Traced> {
  const perspective = [...ruleSet.perspectives.keys()][0]!;
  const about = { id: 'situation', title: 'A situation', 'rule-set': ruleSet.id, 'as-of': '2000-01-01' };
  const scenario = scenarioFrom({ ...about, perspective, facts: Object.fromEntries(situation) }, ruleSet);
  const readings = await settle(ruleSet, scenario);
  const outcomes = await evaluate(ruleSet, readings);
  const matrix = decisionMatrix(ruleSet, outcomes);
  const fired = outcomes.filter(({ trace }) => trace.truth === 'true').map(({ rule }) => rule);
  const effects = fired.flatMap(rule => rule.effects);
  const out = new Set(effects.flatMap(effect => (effect.kind === 'gate' ? [effect.option] : [])));
  return {
    isPossible: (await impossibleIn(ruleSet, readings)).length === 0,
    fires: new Set(fired.map(({ id }) => id)),
    level: option =>
      out.has(option)
        ? Number.NEGATIVE_INFINITY
        : weightedSum(weights, criterion => matrix.get(option)!.get(criterion)!.value),
    points: (option, criterion) =>
      effects.reduce(
        (sum, effect) =>
          effect.kind === 'points' && effect.option === option && effect.criterion === criterion
            ? sum + effect.points
            : sum,
        0,
      ),
    options: [...ruleSet.options.keys()],
  };
}

/** Whether an option stands as is said. */
export function standsIn(at: Traced, standing: Standing, baseline: string): boolean {
  const own = at.level(standing.option);
  switch (standing.is) {
    case 'excluded':
      return own === Number.NEGATIVE_INFINITY;
    case 'above-baseline':
      return own > at.level(baseline);
    case 'above':
      return own > at.level(standing.other);
    case 'in-top':
      return (
        own > Number.NEGATIVE_INFINITY &&
        at.options.filter(other => at.level(other) > own).length < standing.count
      );
  }
}

/**
 * Whether a situation violates a claim, `after` being the same with a fact moved or facts traded; of `reachable`, whether it
 * bears it out. A second reading of what claims mean, beside the one that proofs work with.
 */
export function goesAgainst(claim: Claim, at: Traced, after: Traced | undefined, baseline: string): boolean {
  switch (claim.kind) {
    case 'always':
      return !standsIn(at, claim.standing, baseline);
    case 'never':
      return standsIn(at, claim.standing, baseline);
    case 'implies':
      return standsIn(at, claim.given, baseline) && !standsIn(at, claim.follows, baseline);
    case 'monotone': {
      const [before, then] = [measured(claim.of, claim.option, at), measured(claim.of, claim.option, after!)];
      return claim.never === 'falls' ? then < before : then > before;
    }
    case 'invariant':
      return measured(claim.of, claim.option, at) !== measured(claim.of, claim.option, after!);
    case 'bounded': {
      const points = at.points(claim.option, claim.criterion);
      return points < claim.from || points > claim.to;
    }
    case 'symmetric':
      return at.level(claim.options[0]) !== after!.level(claim.options[1]);
    case 'reachable':
      return at.options.every(other => other === claim.option || at.level(claim.option) > at.level(other));
  }
}

function measured(of: Measure, option: string, at: Traced): number {
  switch (of.kind) {
    case 'score':
      return at.level(option);
    case 'cell':
      return Math.max(-100, Math.min(100, at.points(option, of.criterion)));
    case 'against':
      return sign(at.level(option), at.level(of.option));
  }
}

function sign(a: number, b: number): number {
  return a === b ? 0 : a > b ? 1 : -1;
}
