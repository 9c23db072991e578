import pLimit from 'p-limit';
import { Refused } from './problem.js';

/** How much a server takes on. */
export interface Limits {
  /** Bytes of one body. */
  body: number;
  /** Milliseconds that one request may be worked on. */
  time: number;
  /** How many are worked on at once, and how many may wait for that. */
  atOnce: number;
  waiting: number;
}

/** Far above what honest use needs. */
export const LIMITS: Limits = { body: 1024 * 1024, time: 30_000, atOnce: 4, waiting: 1000 };

/**
 * Lets through so much work at once, keeps so much waiting, and refuses what is more or takes too long. Once the server is
 * stopping, what has begun is finished and what still waits is refused.
 */
export function gate({ time, atOnce, waiting }: Limits, stopping: AbortSignal) {
  const limit = pLimit(atOnce);
  return async <T>(left: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    if (limit.pendingCount >= waiting) throw new Refused('busy', `${waiting} requests are waiting already`);
    return limit(async () => {
      // Work may be promises all through: without a pause nothing is read or answered until the last of it is done.
      await pause();
      // Nobody waits for this any more.
      left.throwIfAborted();
      if (stopping.aborted) throw new Refused('busy', 'the server is stopping');
      const late = AbortSignal.timeout(time);
      try {
        return await work(AbortSignal.any([left, late]));
      } catch (error) {
        if (error === late.reason) throw new Refused('out-of-time', `it took more than ${time / 1000} s`);
        throw error;
      }
    });
  };
}

function pause(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
