import { paceOf } from '../analysis/pace.js';
import type { RuleSet } from '../model/rule-set.js';
import { hunt, type Limit, type Progress } from './hunt.js';
import { type Asking, huntsOf, type LensedHunt, lensesOf } from './hunts.js';
import type { Way } from './violations.js';

/** A search, and smaller ones without any of whose finds it would find nothing. */
export type Needing = LensedHunt & { needs: () => readonly LensedHunt[] };

/** All that has to be searched for situations that go any of some ways. */
export function searchesOf(ruleSet: RuleSet, asking: Asking, ways: readonly Way[]): Needing[] {
  return ways.flatMap(way =>
    lensesOf(ruleSet, asking, way).flatMap(lens =>
      huntsOf(ruleSet, asking, way, lens).map(hunt => ({
        ...hunt,
        needs: () =>
          (way.needs ?? []).flatMap(need => {
            const own = huntsOf(ruleSet, asking, need, lens);
            return own.length === 1 ? own : [];
          }),
      })),
    ),
  );
}

/** How many lots of boxes a smaller search may take: what it does not settle is left to the larger one. */
const LOTS = 400;

/** What came of some searches: the cheapest situation that any found, if it is complete the cheapest there is. */
export interface Searched {
  best?: { hunt: LensedHunt; found: NonNullable<Progress['found']> };
  regions: number;
  covered: number;
  isComplete: boolean;
}

/** How many lots of boxes a search gets before the next has its turn, for what one takes long to find another may soon. */
const TURN = 40;

/** Runs some searches by turns, each for what is smaller than what any has found, or than the limit; or for anything at all. */
export async function search(
  hunts: readonly Needing[],
  isEnough: boolean,
  signal: AbortSignal | undefined,
  limit: Limit = {},
): Promise<Searched> {
  const sizes = hunts.map(({ groups }) => groups.reduce((product, { steps }) => product * steps.length, 1));
  const all = sizes.reduce((a, b) => a + b, 0);
  const result: Searched = { regions: Math.max(1, all), covered: 1, isComplete: true };
  const shares = hunts.map(() => 0);
  const pace = paceOf(signal ? { signal } : {}, 1);
  try {
    let open = hunts.map((one, at) => ({ at, steps: hunt(one, limit) }));
    for (let round = 0; open.length > 0; round += 1) {
      const left: typeof open = [];
      for (const turn of open) {
        // What is soon found needs no smaller searches to tell whether it can be.
        if (round === 1 && (await isHopeless(hunts[turn.at]!, pace))) {
          shares[turn.at] = 1;
          continue;
        }
        const { isDone, share, found } = await take(turn.steps, pace);
        shares[turn.at] = share;
        if (found) result.best = { hunt: hunts[turn.at]!, found };
        if (found && isEnough) return result;
        if (!isDone) left.push(turn);
      }
      open = left;
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
    result.isComplete = false;
    result.covered = shares.reduce((sum, share, i) => sum + (share * sizes[i]!) / all, 0);
  }
  return result;
}

/** One turn of a search: how far it is, and what it found in that turn, which is smaller than all before. */
async function take(steps: ReturnType<typeof hunt>, pace: ReturnType<typeof paceOf>) {
  let last: Progress = { covered: 0 };
  let found: Progress['found'];
  for (let lots = 0; lots < TURN; lots += 1) {
    const { done, value } = steps.next();
    if (done) return { isDone: true, share: 1, found };
    last = value;
    found = value.found ?? found;
    const pause = pace(0);
    if (pause) await pause;
  }
  return { isDone: false, share: last.covered, found };
}

/** Whether some smaller search, which has to find something, proves that there is nothing. */
async function isHopeless({ needs }: Needing, pace: ReturnType<typeof paceOf>): Promise<boolean> {
  for (const need of needs()) {
    let isOpen = false;
    const steps = hunt(need, {});
    for (let lots = 0; lots < LOTS && !isOpen; lots += 1) {
      const { done, value } = steps.next();
      if (done) return true;
      isOpen = value.found !== undefined;
      const pause = pace(0);
      if (pause) await pause;
    }
  }
  return false;
}
