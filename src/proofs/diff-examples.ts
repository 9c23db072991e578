import { compare } from '../analysis/compare.js';
import { appraise } from '../appraise.js';
import { evaluate, impossibleIn } from '../engine/evaluate.js';
import { decisionMatrix } from '../engine/matrix.js';
import { settle } from '../engine/settle.js';
import { byId } from '../model/order.js';
import { scenarioFrom } from '../model/resolve-scenario.js';
import type { RuleSet } from '../model/rule-set.js';
import type { CellExample, JointSituation, LeaderExample } from '../model/rule-set-diff.js';
import type { Scenario } from '../model/scenario.js';
import { SIDES, type Side } from './sides.js';

type Sides = Readonly<Record<Side, RuleSet>>;

/** A found situation as a scenario of one side. */
export function scenarioOn(
  side: Side,
  { [side]: ruleSet }: Sides,
  { facts }: JointSituation,
  perspective: string,
): Scenario {
  const about = { id: 'situation', title: 'A situation', 'rule-set': ruleSet.id, 'as-of': '2000-01-01' };
  return scenarioFrom({ ...about, perspective, facts: { ...facts[side] } }, ruleSet);
}

/** A situation in which the leader differs, appraised by both. That they say otherwise would be a bug. */
export async function leaderExample(
  sides: Sides,
  situation: JointSituation,
  perspective: string,
): Promise<LeaderExample> {
  const [a, b] = await Promise.all(
    SIDES.map(async side => {
      const scenario = scenarioOn(side, sides, situation, perspective);
      const impossible = await impossibleIn(sides[side], await settle(sides[side], scenario));
      if (impossible.length > 0) throw new Error('the situation found is impossible when it is traced');
      return appraise(sides[side], scenario);
    }),
  );
  const comparison = compare(a!, b!);
  if (comparison.a.leader === comparison.b.leader)
    throw new Error('in the situation found both leaders are the same when it is traced');
  return { ...situation, perspective, comparison };
}

/** A situation in which cells or gates differ, with all that do. That none does would be a bug. */
export async function cellExample(sides: Sides, situation: JointSituation): Promise<CellExample> {
  const [a, b] = (await Promise.all(
    SIDES.map(side => tracedSide(sides[side], scenarioOn(side, sides, situation, firstOf(sides[side])))),
  )) as [TracedSide, TracedSide];
  const options = [...new Set([...sides.a.options.keys(), ...sides.b.options.keys()])].sort(byId);
  const criteria = [...new Set([...sides.a.criteria.keys(), ...sides.b.criteria.keys()])].sort(byId);
  const gates = options
    .map(option => ({ option, a: a.isOut(option), b: b.isOut(option) }))
    .filter(one => (one.a ?? true) !== (one.b ?? true));
  const cells = options
    .filter(option => a.isOut(option) !== null && b.isOut(option) !== null)
    .flatMap(option =>
      criteria.map(criterion => ({
        option,
        criterion,
        ...{ a: a.cell(option, criterion), b: b.cell(option, criterion) },
      })),
    )
    .filter(one => one.a !== one.b);
  if (gates.length + cells.length === 0)
    throw new Error('in the situation found all cells are the same when it is traced');
  return { ...situation, cells, gates };
}

/** Any perspective will do where weights do not matter. */
function firstOf({ perspectives }: RuleSet): string {
  return [...perspectives.keys()][0]!;
}

interface TracedSide {
  /** Null where there is no such option. */
  isOut(option: string): boolean | null;
  cell(option: string, criterion: string): number;
}

async function tracedSide(ruleSet: RuleSet, scenario: Scenario): Promise<TracedSide> {
  const readings = await settle(ruleSet, scenario);
  const outcomes = await evaluate(ruleSet, readings);
  const matrix = decisionMatrix(ruleSet, outcomes);
  const fired = outcomes.filter(({ trace }) => trace.truth === 'true').flatMap(({ rule }) => rule.effects);
  return {
    isOut: option =>
      ruleSet.options.has(option)
        ? fired.some(effect => effect.kind === 'gate' && effect.option === option)
        : null,
    cell: (option, criterion) => matrix.get(option)?.get(criterion)?.value ?? 0,
  };
}
