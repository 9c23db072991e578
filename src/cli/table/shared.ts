import type { Frame, FrameColumn } from '../../table/frames.js';
import type { TableJudging } from '../../table/judging.js';
import type { Codes } from '../../table/row-scorer.js';

/** What a thread that scores rows is given: how to judge, and memory that it shares with the one that asks. */
export interface Shared {
  judging: TableJudging;
  wanted: { rules?: boolean };
  /** Three numbers: the turn that is asked for, the turn that is done, and how many rows there are in it. */
  signal: Int32Array;
  codes: Codes[];
  results: SharedArrayBuffer;
}

/** The places of the turns in the signal. */
export const ASKED = 0;
export const DONE = 1;
/** The turn that ends a thread. */
export const STOPPED = -1;

/** How many bytes the columns of a frame take, each from a multiple of 8 on. */
export function bytesOf(frame: Frame): number {
  return frame.reduce((sum, { values, valid }) => sum + padded(values) + padded(valid), 0);
}

/** A frame of the same columns that lies in shared memory. */
export function sharedFrame(frame: Frame, memory: SharedArrayBuffer): Frame {
  let at = 0;
  const place = <T extends FrameColumn['values']>(array: T): T => {
    const made = new (array.constructor as new (b: SharedArrayBuffer, at: number, length: number) => T)(
      memory,
      at,
      array.length,
    );
    made.set(array);
    at += padded(array);
    return made;
  };
  return frame.map(column => ({ ...column, values: place(column.values), valid: place(column.valid) }));
}

function padded({ byteLength }: ArrayBufferView): number {
  return Math.ceil(byteLength / 8) * 8;
}
