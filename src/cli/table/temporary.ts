import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file in a temporary folder of its own. */
export async function temporaryFile(name: string): Promise<{ path: string; drop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'demarche-table-'));
  return { path: join(folder, name), drop: () => rm(folder, { recursive: true, force: true }) };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does some work, and removes what it left behind if it fails or is told to stop: `drop` after the work too, which by then
 * finds nothing where a file was put in its place.
 */
export async function whileRemoving<T>(drop: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  const stop = (signal: NodeJS.Signals) => {
    void drop().finally(() => {
      for (const one of SIGNALS) process.removeAllListeners(one);
      process.kill(process.pid, signal); // As nobody listens any more, it ends the process.
    });
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    return await work();
  } finally {
    for (const signal of SIGNALS) process.removeListener(signal, stop);
    await drop();
  }
}
