import { watch } from 'node:fs';

/** Changes of the files below some folders. */
export interface Changes {
  /** Ends when files have changed since the last call and then rested, for editors write one in several steps. */
  next(): Promise<void>;
  /** Stops looking; no call ends any more. */
  stop(): void;
}

/** Watches some folders from now on. A change between two calls is not missed. */
export function changesBelow(folders: readonly string[]): Changes {
  let hasChanged = false;
  let wake: () => void = () => undefined;
  const watchers = folders.map(folder =>
    watch(folder, { recursive: true }, () => {
      hasChanged = true;
      wake();
    }),
  );
  return {
    async next() {
      if (!hasChanged)
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      await new Promise(resolve => setTimeout(resolve, 100));
      hasChanged = false;
    },
    stop() {
      for (const watcher of watchers) watcher.close();
    },
  };
}
