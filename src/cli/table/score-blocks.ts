import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { BLOCK } from '../../engine/block.js';
import { type Frame, fillFrame, newFrame } from '../../table/frames.js';
import type { TableJudging } from '../../table/judging.js';
import { type Codes, type RowScores, rowScorer } from '../../table/row-scorer.js';
import { ASKED, bytesOf, DONE, type Shared, STOPPED, sharedFrame } from './shared.js';

/** Scores the rows of a block, at most `BLOCK`; what it gives is overwritten by the next call. */
export interface BlockScoring {
  score(codes: readonly Codes[], rows: number): Frame;
  /** Ends its threads. */
  stop(): Promise<void>;
}

/**
 * Scoring in this thread and so many more. Each takes rows that follow on one another, so that the results are the same
 * however many there are. What watches sees the rows of this thread: all of them where it is alone. This thread waits for the others: the caller, a function inside a query, cannot.
 */
export async function blockScoring(
  judging: TableJudging,
  wanted: { rules?: boolean },
  threads: number,
  watch: (scored: RowScores, rows: number) => void = () => undefined,
): Promise<BlockScoring> {
  const frame = newFrame(judging, wanted);
  const own = rowScorer(judging);
  const others = await Promise.all(Array.from({ length: threads - 1 }, () => otherThread(judging, wanted)));
  let turn = 0;
  return {
    score(codes, rows) {
      const share = Math.ceil(rows / threads / 32) * 32;
      turn += 1;
      others.forEach((other, i) => {
        other.ask(turn, codes, (i + 1) * share, Math.max(0, Math.min(share, rows - (i + 1) * share)));
      });
      const mine = Math.min(share, rows);
      const scored = own(codes, 0, mine);
      watch(scored, mine);
      fillFrame(frame, scored, judging, 0, mine);
      others.forEach((other, i) => {
        other.take(turn, frame, (i + 1) * share, Math.max(0, Math.min(share, rows - (i + 1) * share)));
      });
      return frame;
    },
    async stop() {
      await Promise.all(others.map(other => other.stop()));
    },
  };
}

async function otherThread(judging: TableJudging, wanted: { rules?: boolean }) {
  const made = newFrame(judging, wanted);
  const results = new SharedArrayBuffer(bytesOf(made));
  const frame = sharedFrame(made, results);
  const signal = new Int32Array(new SharedArrayBuffer(12));
  const codes = judging.columns.map(() => new Uint16Array(new SharedArrayBuffer(2 * BLOCK)));
  const workerData: Shared = { judging, wanted, signal, codes, results };
  const worker = new Worker(workerFile(), { workerData });
  await once(worker, 'message'); // It is ready; an error rejects this.
  worker.unref();
  return {
    ask(turn: number, all: readonly Codes[], from: number, rows: number) {
      all.forEach((column, i) => {
        codes[i]!.set(column.subarray(from, from + rows));
      });
      signal[2] = rows;
      Atomics.store(signal, ASKED, turn);
      Atomics.notify(signal, ASKED);
    },
    take(turn: number, into: Frame, from: number, rows: number) {
      while (Atomics.load(signal, DONE) !== turn) {
        if (Atomics.wait(signal, DONE, turn - 1, PATIENCE) === 'timed-out')
          throw new Error('a thread does not answer');
      }
      into.forEach((column, i) => {
        column.values.set(frame[i]!.values.subarray(0, rows), from);
        column.valid.set(frame[i]!.valid.subarray(0, Math.ceil(rows / 32)), from >> 5);
      });
    },
    async stop() {
      Atomics.store(signal, ASKED, STOPPED);
      Atomics.notify(signal, ASKED);
      await worker.terminate();
    },
  };
}

/** For how long a thread may take over one block, in milliseconds: its start included. */
const PATIENCE = 60_000;

/** The built file: beside where this one was bundled to; of the sources, that of their build. */
function workerFile(): string {
  const here = import.meta.url;
  const path = here.includes('/src/cli/table/') ? '../../../dist/cli/table-worker.js' : './table-worker.js';
  return fileURLToPath(new URL(path, here));
}
