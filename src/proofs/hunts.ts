import { blockEvaluator } from '../engine/block.js';
import { focusOn } from '../engine/focus.js';
import { indices, type Program, programOf, programWith } from '../engine/program.js';
import { factsRead } from '../engine/reads.js';
import { trim } from '../engine/trim.js';
import { normalise } from '../mcda/weights.js';
import type { Condition } from '../model/condition.js';
import type { Fact, Value } from '../model/fact.js';
import type { Property } from '../model/property.js';
import type { RuleSet } from '../model/rule-set.js';
import { allSteps, stepOf } from '../model/steps.js';
import { type Groups, groupsOf } from './groups.js';
import type { Hunt, Source } from './hunt.js';
import { type Turn, turnsOf } from './turns.js';
import type { Way } from './violations.js';

/** By which weights a situation is judged: those of a perspective, one criterion alone, or none because they do not matter. */
export interface Lens {
  perspective: string | null;
  /** By criterion, in order of id; null where they do not matter, or the goal finds its own. */
  weights: readonly number[] | null;
}

/** A search, and by what it is judged. */
export interface LensedHunt extends Hunt {
  lens: Lens;
  /** The fact that was moved, and to which value. */
  moved?: { fact: string; to: Value };
}

/** Of which situations is asked, and by what they are judged. */
export type Asking = Pick<Property, 'when' | 'by'>;

/** The weights under which a way has to be looked for. A claim for any weights holds if it does for each criterion alone. */
export function lensesOf(ruleSet: RuleSet, { by }: Asking, way: Way): Lens[] {
  const criteria = [...ruleSet.criteria.keys()];
  if (!way.isWeighed) return [{ perspective: null, weights: null }];
  if (by === 'any-weights')
    return criteria.map((_, c) => ({ perspective: null, weights: criteria.map((_, d) => Number(c === d)) }));
  return by.map(id => ({
    perspective: id,
    weights: [...normalise(ruleSet.perspectives.get(id)!.weights).values()],
  }));
}

/** The searches that decide one way under one lens, with only the rules and facts that matter to it. */
export function huntsOf(ruleSet: RuleSet, asking: Asking, way: Way, lens: Lens): LensedHunt[] {
  const { program, given, groups, reads } = playOf(ruleSet, asking, way);
  const { moves } = way;
  const weights = lens.weights ?? program.criteria.map(() => 1);
  const placeOf = (id: string) => groups.findIndex(({ fact }) => fact === id);
  const changed = moves
    ? ('fact' in moves ? [moves.fact] : moves.swapping.flat()).map(placeOf).filter(at => at >= 0)
    : [];
  const bearing = program.rules.map(({ node, adds, gates }) => ({
    node,
    weight:
      gates.length * 100 +
      adds.reduce((sum, { cell, points }) => sum + weights[cell % weights.length]! * Math.abs(points), 0),
  }));
  const readsChanged = (node: number) => changed.some(fact => reads[node]!.has(fact));
  const goalWhere = (turns: (node: number) => Turn) =>
    way.goal({ program, weights, turnOf: rule => turns(program.rules[rule]!.node) });
  const base = { program, given, bearing, lens };
  const own: Source[] = groups.map((_, fact) => ({ fact }));
  if (!moves || 'swapping' in moves) {
    const goal = goalWhere(node => (readsChanged(node) ? 'either' : 'same'));
    const swapped = own.map((source, fact) => {
      const partner = moves && partnerOf(fact, moves.swapping, groups);
      return partner === undefined ? source : { fact: partner };
    });
    const views = moves ? [own, swapped] : [own];
    return inChunks(groups).map(groups => ({ ...base, goal, groups, views }));
  }
  const at = changed[0];
  if (at === undefined) return [];
  return pairsOf(groups[at]!, moves.isDirected).flatMap(([from, to]) => {
    const kept = groups.map((one, fact) => (fact === at ? part(one, [from]) : one));
    const { steps, values } = groups[at]!;
    const step = steps[to]!;
    const turns = turnsOf(program, at, steps[from]!, step);
    const goal = goalWhere(node => turns[node]!);
    const after = own.map((source, fact) => (fact === at ? { step } : source));
    const moved = { fact: moves.fact, to: values[to]! };
    return inChunks(kept).map(groups => ({ ...base, goal, groups, views: [own, after], moved }));
  });
}

/** The rules and facts that matter to one way, whatever the weights. */
interface Play {
  program: Program;
  given: readonly number[];
  groups: readonly Groups[];
  reads: readonly ReadonlySet<number>[];
}

/** Kept with each way: every lens asks for it. */
const PLAYS = new WeakMap<Way, Play>();

function playOf(ruleSet: RuleSet, { when }: Asking, way: Way): Play {
  const known = PLAYS.get(way);
  if (known) return known;
  const { moves, options } = way;
  const traded = moves && 'swapping' in moves ? moves.swapping.flat() : [];
  // What always holds of a fact keeps it in play.
  const others = [...(when ? [when] : []), ...traded.map(id => anyValue(ruleSet.facts.get(id)!))];
  const whole =
    others.length === 0 ? { program: programOf(ruleSet), nodes: [] } : programWith(ruleSet, others);
  const focused = focusOn(whole.program, new Set([...options, ruleSet.baseline]));
  const impossible = impossibleInPlay(focused, whole.nodes, ruleSet);
  const { program, nodes: given } = trim({ ...focused, impossible }, whole.nodes);
  const roots = [...program.rules.map(({ node }) => node), ...given];
  const groups = groupsOf(program, ruleSet.facts, roots, new Set(traded));
  const play: Play = { program, given, groups, reads: factsRead(program) };
  PLAYS.set(way, play);
  return play;
}

function anyValue({ id, steps }: Fact): Condition {
  return { kind: 'leaf', fact: id, operator: 'in', value: [], steps: allSteps(steps) };
}

/** Impossible conditions that can matter: all of them, should the neutral values of all other facts make one of them hold. */
function impossibleInPlay(
  program: Program,
  others: readonly number[],
  { facts }: RuleSet,
): readonly number[] {
  const columns = program.facts.flatMap(({ id, derive }) => {
    const { steps, neutral } = facts.get(id)!;
    return derive ? [] : [Uint16Array.of(indices(stepOf(steps, neutral))[0]!)];
  });
  const { must } = blockEvaluator(program)(columns, 0, 1);
  const isPossible = program.impossible.every(node => (must[node]![0]! & 1) === 0);
  return isPossible ? coupled(program, others) : program.impossible;
}

/** Impossible conditions that share facts with what is asked, or with others that do. */
function coupled(program: Program, others: readonly number[]): number[] {
  const reads = factsRead(program);
  const seen = new Set(
    [...program.rules.map(({ node }) => node), ...others].flatMap(node => [...reads[node]!]),
  );
  let left = [...program.impossible];
  const kept: number[] = [];
  while (true) {
    const next = left.filter(node => [...reads[node]!].some(fact => seen.has(fact)));
    if (next.length === 0) return kept;
    kept.push(...next);
    left = left.filter(node => !next.includes(node));
    for (const node of next) for (const fact of reads[node]!) seen.add(fact);
  }
}

/** The fact with which one trades its values, if it does. */
function partnerOf(
  fact: number,
  swapping: readonly (readonly [string, string])[],
  groups: readonly Groups[],
): number | undefined {
  const id = groups[fact]!.fact;
  const pair = swapping.find(one => one.includes(id));
  if (!pair) return undefined;
  const partner = groups.findIndex(({ fact }) => fact === (pair[0] === id ? pair[1] : pair[0]));
  return partner < 0 ? undefined : partner;
}

/** Every two groups: from the lower to the higher, or where that does not matter from the one nearer to neutral. */
function pairsOf({ steps, distances }: Groups, isDirected: boolean): [number, number][] {
  const pairs = steps.flatMap((_, from) =>
    steps.slice(from + 1).map((_, i): [number, number] => [from, from + 1 + i]),
  );
  return pairs.map(([low, high]) =>
    !isDirected && distances[high]! < distances[low]! ? [high, low] : [low, high],
  );
}

/** Only some groups of a fact. */
function part(groups: Groups, kept: readonly number[]): Groups {
  const { fact, steps, values, distances, order } = groups;
  const at = new Map(kept.map((group, i) => [group, i]));
  const inside = order.flatMap(group => at.get(group) ?? []);
  return {
    fact,
    steps: kept.map(group => steps[group]!),
    values: kept.map(group => values[group]!),
    distances: kept.map(group => distances[group]!),
    order: inside,
    cheapest: bits => inside.find(group => (bits >>> group) & 1)!,
  };
}

/** How many groups of a fact fit the bits of a number. */
const MOST = 30;

/** Facts with more groups than that are searched a part at a time. */
function inChunks(groups: readonly Groups[]): (readonly Groups[])[] {
  const large = groups.findIndex(({ steps }) => steps.length > MOST);
  if (large < 0) return [groups];
  const { order } = groups[large]!;
  const parts = Array.from({ length: Math.ceil(order.length / MOST) }, (_, i) =>
    [...order.slice(i * MOST, (i + 1) * MOST)].sort((a, b) => a - b),
  );
  return parts.flatMap(kept => inChunks(groups.map((one, fact) => (fact === large ? part(one, kept) : one))));
}
