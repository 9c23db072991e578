import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file in a temporary folder of its own. */
export async function temporaryFile(name: string): Promise<{ path: string; drop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'demarche-table-'));
  return { path: join(folder, name), drop: () => rm(folder, { recursive: true, force: true }) };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What is to be removed should the process be told to stop. */
const left = new Set<() => Promise<void>>();

/** Has something removed if the process is told to stop before what this gives is called. */
export function removedOnStop(drop: () => Promise<void>): () => void {
  if (left.size === 0) for (const signal of SIGNALS) process.on(signal, stop);
  left.add(drop);
  return () => {
    if (left.delete(drop) && left.size === 0)
      for (const signal of SIGNALS) process.removeListener(signal, stop);
  };
}

function stop(signal: NodeJS.Signals): void {
  void Promise.allSettled([...left].map(drop => drop())).then(() => {
    for (const one of SIGNALS) process.removeAllListeners(one);
    process.kill(process.pid, signal); // As nobody listens any more, it ends the process.
  });
}

/**
 * Does some work, and removes what it left behind if it fails or is told to stop: `drop` after the work too, which by then
 * finds nothing where a file was put in its place.
 */
export async function whileRemoving<T>(drop: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  const settled = removedOnStop(drop);
  try {
    return await work();
  } finally {
    settled();
    await drop();
  }
}
