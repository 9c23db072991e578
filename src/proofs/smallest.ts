import { type Needing, type Searched, search } from './search.js';

/** What came of looking for the smallest situation there is. */
export interface Smallest extends Searched {
  /** Among situations that differ from the neutral one in up to so many facts nothing was passed over. */
  within: number;
}

/** Up to how many facts away searches of their own are made, which may leave out all that is further. */
const NEAR = [2, 4, 6];

/**
 * Looks near the neutral situation first, then further away, and last everywhere: what is found first is the smallest, and a
 * search that may not go far has much closer bounds.
 */
export async function smallest(
  hunts: readonly Needing[],
  signal: AbortSignal | undefined,
): Promise<Smallest> {
  if (hunts.length === 0) return { regions: 1, covered: 1, isComplete: true, within: 0 };
  let within = 0;
  for (const facts of NEAR) {
    const searched = await search(hunts, false, signal, { cost: { facts: facts + 1, steps: 0, ids: [] } });
    if (!searched.isComplete) return { ...searched, covered: 0, within };
    within = facts;
    if (searched.best) return { ...searched, covered: 1, within };
  }
  return { ...(await search(hunts, false, signal)), within };
}
