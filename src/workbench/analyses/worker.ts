import { appraise, flips, information, type RuleSet, robustness, type Watching } from '../../index.js';
import type { FromWorker, Results, Task, ToWorker } from './protocol.js';

/** Where the worker hears the page, and answers it. */
export interface Line {
  hear(listener: (message: ToWorker) => void): void;
  tell(message: FromWorker): void;
}

/** Runs one list of analyses at a time: a new one, or a stop, ends the one before. */
export function serveAnalyses({ hear, tell }: Line): void {
  let known: RuleSet | undefined;
  let current = new AbortController();
  hear(message => {
    if (message.do === 'know') {
      known = message.ruleSet;
      return;
    }
    current.abort();
    current = new AbortController();
    if (message.do === 'run' && known) void run(known, message, current.signal, tell);
  });
}

async function run(
  ruleSet: RuleSet,
  { run, scenario, tasks }: Extract<ToWorker, { do: 'run' }>,
  signal: AbortSignal,
  tell: Line['tell'],
): Promise<void> {
  const appraisal = await appraise(ruleSet, scenario);
  for (const task of tasks) {
    if (signal.aborted) return;
    tell({ run, task, share: 0 });
    const watching: Watching = { signal, onProgress: share => tell({ run, task, share }) };
    try {
      const result = await analysed(task, [ruleSet, scenario, appraisal, watching]);
      if (!signal.aborted) tell({ run, task, result });
    } catch (error) {
      if (!signal.aborted)
        tell({ run, task, failed: error instanceof Error ? error.message : String(error) });
    }
  }
}

function analysed(task: Task, all: Parameters<typeof flips> & [...unknown[]]): Promise<Results[Task]> {
  const [ruleSet, scenario, appraisal, watching] = all;
  if (task === 'information') return information(ruleSet, scenario, appraisal, watching);
  if (task === 'robustness') return robustness(ruleSet, scenario, appraisal, watching);
  const to = task === 'flips' ? {} : { to: task.slice('flips-to:'.length) };
  return flips(ruleSet, scenario, appraisal, { ...watching, ...to });
}
