import { render } from 'preact';
import type { Port } from './analyses/analyst.js';
import type { FromWorker, ToWorker } from './analyses/protocol.js';
import { serveAnalyses } from './analyses/worker.js';
import { fromJson } from './data.js';
import { heldFile } from './held-file.js';
import { App } from './view/app.js';

/** The page and its worker are one script, which is in the file once: each does its own part of it. */
if (typeof document === 'undefined') {
  serveAnalyses({
    hear: listener => addEventListener('message', ({ data }: MessageEvent<ToWorker>) => listener(data)),
    tell: (message: FromWorker) => postMessage(message),
  });
} else {
  const script = document.currentScript?.textContent ?? '';
  const data = fromJson(document.getElementById('data')!.textContent!);
  const openWorker = (): Port => {
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    return new Worker(address) as Port;
  };
  const file = data.disk && heldFile(data.disk, location.pathname);
  render(<App host={{ data, openWorker, ...(file && { file }) }} />, document.getElementById('page')!);
}
