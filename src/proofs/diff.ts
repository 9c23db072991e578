import type { Watching } from '../analysis/pace.js';
import { ruleSetChanges } from '../analysis/rule-set-changes.js';
import { possibilities } from '../cases/possible.js';
import type { Condition } from '../model/condition.js';
import { byId } from '../model/order.js';
import type { RuleSet } from '../model/rule-set.js';
import type {
  DiffedScenario,
  DiffSide,
  LeaderExample,
  LeaderVerdict,
  RuleSetDiff,
  SearchReach,
} from '../model/rule-set-diff.js';
import type { SourceText } from '../source/source-file.js';
import { PROGRAM } from '../version.js';
import { cellExample, leaderExample } from './diff-examples.js';
import { diffScenario } from './diff-scenarios.js';
import { differenceHunts, leaderHunts } from './difference-hunts.js';
import { isLess } from './groups.js';
import { type Joint, joint } from './joint.js';
import { situationOf } from './joint-situation.js';
import { onSide, type Side, withoutSide } from './sides.js';
import { type Smallest, smallest } from './smallest.js';

/** What two rule sets are to be compared by. */
export interface DiffOptions {
  /** Scenarios to be appraised by both. */
  scenarios?: readonly SourceText[];
  /** Judge scenarios by this perspective rather than by their own, and look for other leaders by no other. */
  perspective?: string;
  /** Ends a search, one for cells and gates and one for each perspective: what it asks stays undecided. */
  limit?: () => AbortSignal;
  /** Where each rule set came from, and the command that repeats this. */
  from?: Readonly<Record<Side, string>>;
  command?: string;
  /** Told now and then what share of the searches is done, from 0 to 1. */
  onProgress?: Watching['onProgress'];
}

/**
 * What a change of rules does: what was added, removed and changed; how the ranks of scenarios moved, and which rules moved
 * them; and over all situations that are possible in both whether any cell, gate or leader can differ, with the smallest
 * situation in which it does or a proof that there is none. What is shown was evaluated by the traced engine. Throws a
 * RangeError for a perspective that one of the two does not have.
 */
export async function diffRuleSets(a: RuleSet, b: RuleSet, options: DiffOptions = {}): Promise<RuleSetDiff> {
  const { perspective, scenarios = [], from, command, limit, onProgress } = options;
  const sides = { a, b };
  if (perspective !== undefined && !(a.perspectives.has(perspective) && b.perspectives.has(perspective)))
    throw new RangeError(`\`${perspective}\` is no perspective of both`);
  const changes = ruleSetChanges(a, b);
  const diffed: DiffedScenario[] = [];
  for (const source of scenarios) diffed.push(await diffScenario(source, sides, changes, perspective));
  const both = joint(a, b);
  const situations = situationsOf(both);
  const perspectives = [...b.perspectives.keys()]
    .filter(id => a.perspectives.has(id) && (perspective ?? id) === id)
    .sort(byId);
  const cells = await smallest(differenceHunts(both), limit?.());
  onProgress?.(1 / (1 + perspectives.length));
  const isSame = cells.isComplete && !cells.best;
  const leaders: { verdict: LeaderVerdict; found: Smallest }[] = [];
  for (const id of perspectives) {
    leaders.push(await leaderBy(id, both, sides, isSame, limit?.()));
    onProgress?.((1 + leaders.length) / (1 + perspectives.length));
  }
  return {
    format: 'diff/1',
    program: { ...PROGRAM },
    a: sideOf(a, from?.a),
    b: sideOf(b, from?.b),
    command: command ?? null,
    changes,
    scenarios: diffed,
    situations,
    equivalent: cells.best ? false : cells.isComplete && situations !== 'none' ? true : 'undecided',
    search: reachOf(cells),
    difference: cells.best ? await cellExample(sides, situationOf(both, sides, cells)) : null,
    leaders: leaders.map(({ verdict }) => verdict),
    example: nearest(leaders),
    together: [...both.together].flatMap(([fact, how]) => (how === 'same' ? [] : [{ fact, how }])),
  };
}

/** Whether the two have the same situations, some that both have, or none. */
function situationsOf({ ruleSet, together }: Joint): RuleSetDiff['situations'] {
  const anything: Condition = { kind: 'all', of: [] };
  if (possibilities(ruleSet)(anything) === false) return 'none';
  const isFree = (how: string) => how === 'same' || how === 'only-a' || how === 'only-b';
  const isAlike = ruleSet.impossible.every(({ id }) => withoutSide(id) === id);
  return isAlike && [...together.values()].every(isFree) ? 'same' : 'shared';
}

function sideOf({ id, version, title, hash }: RuleSet, from: string | undefined): DiffSide {
  return { id, version, title, hash, from: from ?? null };
}

function reachOf({ regions, covered, within }: Smallest): SearchReach {
  return { regions, covered, within };
}

/** Whether the leader can differ by one perspective. Where all cells, gates and weights are the same it cannot. */
async function leaderBy(
  id: string,
  both: Joint,
  sides: Readonly<Record<Side, RuleSet>>,
  isSame: boolean,
  signal: AbortSignal | undefined,
): Promise<{ verdict: LeaderVerdict; found: Smallest }> {
  const weights = (side: Side) =>
    [...both.ruleSet.perspectives.get(onSide(side, id))!.weights.values()].join();
  const isDecided = isSame && weights('a') === weights('b');
  const found = await smallest(isDecided ? [] : leaderHunts(both, id), signal);
  const example = found.best ? await leaderExample(sides, situationOf(both, sides, found), id) : null;
  const { title } = sides.b.perspectives.get(id)!;
  const verdict = example ? 'differs' : found.isComplete ? 'same' : 'undecided';
  return { verdict: { perspective: id, title, verdict, search: reachOf(found), example }, found };
}

/** The smallest situation that any perspective gave, the first of these. */
function nearest(leaders: readonly { verdict: LeaderVerdict; found: Smallest }[]): LeaderExample | null {
  const having = leaders.flatMap(({ verdict: { example }, found: { best } }) =>
    example && best ? [{ example, cost: best.found.cost }] : [],
  );
  const [first, ...others] = having;
  if (!first) return null;
  return others.reduce((x, y) => (isLess(y.cost, x.cost) ? y : x), first).example;
}
