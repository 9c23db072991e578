import { parentPort, workerData } from 'node:worker_threads';
import { type Frame, fillFrame, newFrame } from '../../table/frames.js';
import { rowScorer } from '../../table/row-scorer.js';
import { ASKED, DONE, type Shared, STOPPED, sharedFrame } from './shared.js';

/*
 * Scores its share of the rows of each block: waits until it is asked, reads codes from the memory that it shares with the
 * thread that asks, and writes results there.
 */
const { judging, wanted, signal, codes, results } = workerData as Shared;
const score = rowScorer(judging);
const frame: Frame = sharedFrame(newFrame(judging, wanted), results);
parentPort!.postMessage('ready');

for (let turn = 1; ; turn += 1) {
  Atomics.wait(signal, ASKED, turn - 1);
  if (Atomics.load(signal, ASKED) === STOPPED) break;
  const rows = signal[2]!;
  if (rows > 0) fillFrame(frame, score(codes, 0, rows), judging, 0, rows);
  Atomics.store(signal, DONE, turn);
  Atomics.notify(signal, DONE);
}
