import type { SingleBar } from 'cli-progress';

/** From when on work is long, in milliseconds. */
const LONG = 1000;

/**
 * A function that is told what share of some work is done, from 0 to 1, and draws a bar once that has taken a second; at 1
 * the bar is gone. Where the stream is no terminal it does nothing.
 */
export function progressBar(stream: NodeJS.WriteStream): (share: number) => void {
  if (stream.isTTY !== true) return () => undefined;
  let since: number | undefined;
  let bar: SingleBar | undefined;
  return share => {
    since ??= performance.now();
    if (share >= 1) {
      bar?.stop();
      bar = undefined;
      since = undefined;
    } else if (bar) bar.update(share);
    else if (performance.now() - since > LONG) {
      since = Number.POSITIVE_INFINITY; // Once is enough.
      void import('cli-progress').then(({ default: { SingleBar } }) => {
        if (since !== Number.POSITIVE_INFINITY) return;
        bar = new SingleBar({
          stream,
          format: '{bar} {percentage} %',
          barsize: 40,
          clearOnComplete: true,
          hideCursor: true,
        });
        bar.start(1, share);
      });
    }
  };
}
