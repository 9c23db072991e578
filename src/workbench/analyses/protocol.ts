import type { Flips, Information, NoSituations, Robustness, RuleSet, Scenario } from '../../index.js';

/** One analysis: of all flips, of those that put one option first, of what is worth finding out, of how sure it is. */
export type Task = 'flips' | `flips-to:${string}` | 'information' | 'robustness';

/** What comes of each. */
export interface Results {
  flips?: Flips;
  information?: Information | NoSituations;
  robustness?: Robustness | NoSituations;
  [to: `flips-to:${string}`]: Flips;
}

/** What the page tells its worker. Numbers of runs tell answers apart. */
export type ToWorker =
  | { do: 'know'; ruleSet: RuleSet }
  | { do: 'run'; run: number; scenario: Scenario; tasks: readonly Task[] }
  | { do: 'stop' };

/** What the worker tells the page. */
export type FromWorker =
  | { run: number; task: Task; share: number }
  | { run: number; task: Task; result: Results[Task] }
  | { run: number; task: Task; failed: string };
