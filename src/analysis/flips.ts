import { type Program, programOf } from '../engine/program.js';
import { statedReadings } from '../engine/settle.js';
import { leadUnderWeights } from '../mcda/lead-under-weights.js';
import { type Cells, weightStability } from '../mcda/weight-stability.js';
import type { Weights } from '../mcda/weights.js';
import type { Appraisal } from '../model/appraisal.js';
import type { Value } from '../model/fact.js';
import type { Flip, Flips } from '../model/flips.js';
import { byId, round9 } from '../model/order.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { beliefs } from './belief.js';
import { tiedForFirst } from './contenders.js';
import { flipAxes } from './flip-axes.js';
import type { Found } from './flip-judge.js';
import { searchFlips } from './flip-search.js';
import type { Watching } from './pace.js';
import { tracedRanking } from './traced-leader.js';

/** What may be asked of a search for flips. A signal that times out ends the search with what is found by then. */
export interface FlipOptions extends Watching {
  /** Only flips to this option. */
  to?: string;
  /** How many facts a flip may change at once; 3 unless it is said. */
  maxFacts?: number;
  /** How many situations to evaluate at most; twenty million unless it is said. */
  budget?: number;
  /** How many flips to give, the smallest first; 20 unless it is said. */
  most?: number;
}

/**
 * The smallest changes of facts after which another option leads strictly (any, where the lead is tied), and how far each
 * weight can move before one does. Facts are searched up to `maxFacts` at once with nothing missed, unless the result says
 * that the search was not complete. What is given was evaluated once more by the traced engine. `appraisal` is that of the
 * scenario.
 */
export async function flips(
  ruleSet: RuleSet,
  scenario: Scenario,
  appraisal: Appraisal,
  { to, maxFacts = 3, budget = 20_000_000, most = 20, ...watching }: FlipOptions = {},
): Promise<Flips> {
  const { ranking, manifest, perspective, margin, options, criteria } = appraisal;
  const readings = statedReadings(ruleSet, scenario);
  const leader = ranking[0]!.option;
  const program = programOf(ruleSet);
  const weights = new Map(Object.entries(appraisal.weights));
  const ranked = program.options.flatMap((id, o) => (scenario.leaveOut.has(id) ? [] : [o]));
  const { found, tried, provedUpTo } = await searchFlips({
    ...{ program, readings, weights, ranked, maxFacts, budget },
    axes: flipAxes(program, ruleSet, scenario, readings),
    wanted: wantedOf(program, ranked, appraisal, to),
    ...watching,
  });
  const seen = new Map(appraisal.facts.map(({ fact, point }) => [fact, point]));
  const sorted = found
    .map(one => flipOf(one, fact => seen.get(fact)!))
    .sort(smallestFirst)
    .slice(0, most);
  for (const flip of sorted) await confirm(flip, ruleSet, scenario, weights);
  const changed = new Set(sorted.flatMap(({ changes }) => changes.map(({ fact }) => fact)));
  return {
    format: 'flips/1',
    manifest,
    perspective,
    leader,
    tied: tiedForFirst(appraisal),
    margin,
    to: to ?? null,
    maxFacts,
    tried,
    total: found.length,
    flips: sorted,
    complete: provedUpTo === maxFacts,
    provedUpTo,
    assumed: beliefs(ruleSet, scenario).known.flatMap(({ fact, assumed }) =>
      assumed && changed.has(fact) ? [{ fact, how: assumed }] : [],
    ),
    weightsNow: appraisal.weights,
    weights: weightStability(cellsOf(appraisal), weights, leader),
    leads: leadUnderWeights(cellsOf(appraisal), weights, leader),
    options,
    criteria,
  };
}

/** The options that are wanted strictly first, each with a leader of today that it has to overtake. */
function wantedOf(
  program: Program,
  ranked: readonly number[],
  { ranking }: Appraisal,
  to: string | undefined,
): { option: number; rival: number }[] {
  const leaders = ranking
    .filter(({ rank }) => rank === 1)
    .map(({ option }) => program.options.indexOf(option));
  return ranked
    .filter(option => to === undefined || program.options[option] === to)
    .flatMap(option => {
      const rival = leaders.find(leader => leader !== option);
      return rival === undefined ? [] : [{ option, rival }];
    });
}

/** Today's cells of the ranked options, in order of id. */
function cellsOf({ ranking }: Appraisal): Cells {
  const rows = ranking.map(({ option, cells }) => {
    const values = Object.entries(cells).map(([id, { value }]) => [id, value] as const);
    return [option, new Map(values)] as const;
  });
  return new Map(rows.sort(([a], [b]) => byId(a, b)));
}

/** Evaluates a flip by the traced engine. That it says otherwise would be a bug. */
async function confirm(flip: Flip, ruleSet: RuleSet, scenario: Scenario, weights: Weights): Promise<void> {
  const changed = withValues(ruleSet, scenario, new Map(flip.changes.map(({ fact, to }) => [fact, to])));
  const [first, second] = await tracedRanking(ruleSet, changed, weights);
  if (first!.option !== flip.leader || (second && second.rank === 1)) {
    throw new Error(`a flip to ${flip.leader} leads to ${first!.option} when it is traced`);
  }
}

function flipOf(
  { move, leader, margin }: Found,
  seen: (fact: string) => Flip['changes'][number]['from'],
): Flip {
  const chances = move.map(({ target }) => target.probability);
  return {
    changes: move.map(({ axis: { fact }, target }) => ({
      fact: fact.id,
      title: fact.title,
      from: seen(fact.id),
      to: target.value,
    })),
    leader,
    margin: margin === null ? null : round9(margin),
    settles: move.every(({ target }) => target.settles),
    probability: chances.includes(null)
      ? null
      : round9(chances.reduce<number>((product, p) => product * p!, 1)),
    steps: move.reduce((sum, { target }) => sum + target.distance, 0),
  };
}

/** The order in which flips are told (see `Flips`). */
function smallestFirst(a: Flip, b: Flip): number {
  return (
    Number(b.settles) - Number(a.settles) ||
    a.changes.length - b.changes.length ||
    (b.probability ?? 0) - (a.probability ?? 0) ||
    a.steps - b.steps ||
    byId(idsOf(a), idsOf(b))
  );
}

function idsOf({ changes }: Flip): string {
  return changes.map(({ fact, to }) => `${fact}=${to}`).join(' ');
}

/** The scenario with some facts stated at a value for certain, and nothing stated of what is derived from others. */
export function withValues(
  ruleSet: RuleSet,
  scenario: Scenario,
  values: ReadonlyMap<string, Value>,
): Scenario {
  const kept = [...scenario.facts].filter(([id]) => !ruleSet.facts.get(id)?.derive);
  const facts = new Map(
    kept.map(([id, stated]) => {
      const value = values.get(id);
      return [
        id,
        value === undefined
          ? stated
          : { fact: id, statement: { kind: 'value' as const, value }, sources: [] },
      ];
    }),
  );
  return { ...scenario, facts, changes: [...values].map(([fact, value]) => ({ fact, value })) };
}
