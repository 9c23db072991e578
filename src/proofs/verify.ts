import { paceOf, type Watching } from '../analysis/pace.js';
import { byId } from '../model/order.js';
import type { Property } from '../model/property.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Verification, VerifiedProperty } from '../model/verification.js';
import { PROGRAM } from '../version.js';
import { exampleOf } from './example.js';
import { hunt, type Limit, type Progress } from './hunt.js';
import { huntsOf, type LensedHunt, lensesOf } from './hunts.js';
import { waysOf } from './violations.js';

/** How properties are to be decided. */
export interface VerifyOptions {
  /** Ends the search for a property: it stays undecided, or its counterexample is not known to be the smallest. */
  limit?: (property: Property) => AbortSignal;
  /** Only these properties. Left out: all. */
  wanted?: (property: Property) => boolean;
  /** Told now and then what share of the properties is decided, from 0 to 1. */
  onProgress?: Watching['onProgress'];
}

/**
 * Decides each property of a rule set for every possible situation: proved, refuted with the smallest counterexample (the
 * fewest facts that differ from their neutral values, then the fewest steps, then ids), or undecided where its time is up.
 * That every option can lead is expected unless a property says otherwise. What is shown was evaluated once more by the
 * traced engine.
 */
export async function verify(ruleSet: RuleSet, options: VerifyOptions = {}): Promise<Verification> {
  const { id, version, title, hash } = ruleSet;
  const asked = expectedOf(ruleSet).filter(one => options.wanted?.(one) ?? true);
  const verified: VerifiedProperty[] = [];
  for (const [i, property] of asked.entries()) {
    verified.push(await decide(ruleSet, property, options.limit?.(property)));
    options.onProgress?.((i + 1) / asked.length);
  }
  const titles = (map: ReadonlyMap<string, { title: string }>) =>
    Object.fromEntries([...map].map(([key, { title }]) => [key, { title }]));
  return {
    format: 'verify/1',
    program: { ...PROGRAM },
    ruleSet: { id, version, title, hash },
    properties: verified,
    facts: titles(ruleSet.facts),
    options: titles(ruleSet.options),
  };
}

/** The stated properties, and for each option of which none says so that it can lead. */
export function expectedOf(ruleSet: RuleSet): Property[] {
  const said = new Set(
    ruleSet.properties.flatMap(({ claim, when }) =>
      claim.kind === 'reachable' && when === undefined ? [claim.option] : [],
    ),
  );
  const expected = [...ruleSet.options.values()]
    .filter(({ id }) => !said.has(id))
    .map(
      ({ id, title }): Property => ({
        id: freeId(`reachable-${id}`, ruleSet),
        title: `${title} can lead`,
        because: 'an option that never leads need not be ranked',
        by: [...ruleSet.perspectives.keys()].sort(byId),
        claim: { kind: 'reachable', option: id },
      }),
    );
  return [...ruleSet.properties, ...expected];
}

/** The id, or one like it where the author has given it to another property. */
function freeId(id: string, ruleSet: RuleSet): string {
  return ruleSet.properties.some(one => one.id === id) ? freeId(`${id}-too`, ruleSet) : id;
}

async function decide(
  ruleSet: RuleSet,
  property: Property,
  signal: AbortSignal | undefined,
): Promise<VerifiedProperty> {
  const hunts = waysOf(property, ruleSet).flatMap(way =>
    lensesOf(ruleSet, property, way).flatMap(lens =>
      huntsOf(ruleSet, property, way, lens).map(hunt => ({
        ...hunt,
        needs: () =>
          (way.needs ?? []).flatMap(need => {
            const own = huntsOf(ruleSet, property, need, lens);
            return own.length === 1 ? own : [];
          }),
      })),
    ),
  );
  const isReach = property.claim.kind === 'reachable';
  const searched = await search(hunts, isReach, signal);
  const { best, regions, covered, isComplete } = searched;
  const shown =
    best && (await exampleOf(ruleSet, property, best.hunt, best.found.at, isComplete && !isReach));
  // Weights that only tie may not survive rounding: then nothing is shown, and nothing is claimed.
  const isShown = shown !== undefined;
  const verdict = verdictOf(isReach, isShown, isComplete && (isShown || best === undefined));
  return {
    id: property.id,
    title: property.title,
    because: property.because,
    kind: property.claim.kind,
    at: property.place ? { file: property.place.file, line: property.place.line } : null,
    verdict,
    exception: property.exception ?? null,
    asExpected: verdict === (property.exception === undefined ? 'proved' : 'refuted'),
    regions,
    covered,
    counterexample: isReach ? null : (shown ?? null),
    example: isReach ? (shown ?? null) : null,
  };
}

function verdictOf(isReach: boolean, isFound: boolean, isComplete: boolean): VerifiedProperty['verdict'] {
  if (isFound) return isReach ? 'proved' : 'refuted';
  if (!isComplete) return 'undecided';
  return isReach ? 'refuted' : 'proved';
}

/** A search, and smaller ones without any of whose finds it would find nothing. */
type Needing = LensedHunt & { needs: () => readonly LensedHunt[] };

/** How many lots of boxes a smaller search may take: what it does not settle is left to the larger one. */
const LOTS = 400;

interface Searched {
  best?: { hunt: LensedHunt; found: NonNullable<Progress['found']> };
  regions: number;
  covered: number;
  isComplete: boolean;
}

/** How many lots of boxes a search gets before the next has its turn, for what one takes long to find another may soon. */
const TURN = 40;

/** Runs some searches by turns, each for what is smaller than what any has found; or for anything at all. */
async function search(
  hunts: readonly Needing[],
  isEnough: boolean,
  signal: AbortSignal | undefined,
): Promise<Searched> {
  const sizes = hunts.map(({ groups }) => groups.reduce((product, { steps }) => product * steps.length, 1));
  const all = sizes.reduce((a, b) => a + b, 0);
  const result: Searched = { regions: Math.max(1, all), covered: 1, isComplete: true };
  const shares = hunts.map(() => 0);
  const pace = paceOf(signal ? { signal } : {}, 1);
  const limit: Limit = {};
  try {
    let open: { at: number; steps: ReturnType<typeof hunt> }[] = [];
    for (const [at, one] of hunts.entries()) {
      if (await isHopeless(one, pace)) shares[at] = 1;
      else open.push({ at, steps: hunt(one, limit) });
    }
    while (open.length > 0) {
      const left: typeof open = [];
      for (const turn of open) {
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
