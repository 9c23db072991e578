/** How a caller follows long work, and ends it. */
export interface Watching {
  /** Ends the work, which then throws the reason of the signal. */
  signal?: AbortSignal;
  /** Told now and then what share of the work is done, from 0 to 1. */
  onProgress?: (share: number) => void;
}

/** After how many calls other work is let in between: of blocks of rows, some 20 milliseconds. */
const EVERY = 16;

/**
 * A function to call, and await, after each part of some work of a known size, with how much is done. Work that nobody
 * watches is never interrupted.
 */
export function paceOf(
  { signal, onProgress }: Watching,
  total: number,
): (done: number) => Promise<void> | undefined {
  if (!signal && !onProgress) return () => undefined;
  let calls = 0;
  return done => {
    calls += 1;
    if (calls % EVERY !== 0) return undefined;
    onProgress?.(Math.min(1, done / total));
    return pause(signal);
  };
}

/** Lets the event loop turn once, without which no signal could ever be heard. */
async function pause(signal: AbortSignal | undefined): Promise<void> {
  await new Promise(resolve => setTimeout(resolve));
  signal?.throwIfAborted();
}
