import type { RuleSet, Scenario } from '../../index.js';
import type { FromWorker, Results, Task, ToWorker } from './protocol.js';

/** How the analyses of the present situation stand. */
export interface Standing {
  /** What they are about: the hash of a scenario. */
  of: string | null;
  results: Results;
  /** The one at work, and what share of it is done; null where none is. */
  running: { task: Task; share: number } | null;
  /** Those that are still to come, or would be if they had not been stopped. */
  waiting: readonly Task[];
  stopped: boolean;
  failed: string | null;
}

/** A worker, as far as it is needed. */
export interface Port {
  postMessage(message: ToWorker): void;
  onmessage: ((event: { data: FromWorker }) => void) | null;
}

/** Has analyses made, of one situation at a time. */
export interface Analyst {
  /** Sees to it that these analyses of a scenario are there, as soon as they can. */
  want(scenario: Scenario, tasks: readonly Task[]): void;
  /** Ends what is running, until something else is wanted or `resume` is called. */
  stop(): void;
  resume(): void;
}

/** Nothing is asked yet. */
export const IDLE: Standing = {
  of: null,
  results: {},
  running: null,
  waiting: [],
  stopped: false,
  failed: null,
};

/** An analyst that works through a port and tells how it gets on. What belongs to another situation is dropped. */
export function analystOf(port: Port, ruleSet: RuleSet, tell: (standing: Standing) => void): Analyst {
  let standing = IDLE;
  let asked: Scenario | undefined;
  let run = 0;
  port.postMessage({ do: 'know', ruleSet });
  const update = (change: Partial<Standing>) => {
    standing = { ...standing, ...change };
    tell(standing);
  };
  const start = (tasks: readonly Task[]) => {
    run += 1;
    const [first] = tasks;
    update({
      waiting: tasks,
      stopped: false,
      failed: null,
      running: first === undefined ? null : { task: first, share: 0 },
    });
    if (first !== undefined) port.postMessage({ do: 'run', run, scenario: asked!, tasks });
  };
  port.onmessage = ({ data }) => {
    if (data.run !== run || standing.stopped) return;
    const waiting = standing.waiting.filter(task => task !== data.task);
    if ('share' in data) return update({ running: { task: data.task, share: data.share } });
    const running = waiting[0] === undefined ? null : { task: waiting[0], share: 0 };
    if ('failed' in data) return update({ waiting, running, failed: data.failed });
    update({ waiting, running, results: { ...standing.results, [data.task]: data.result } });
  };
  return {
    want(scenario, tasks) {
      const isNew = scenario.hash !== standing.of;
      if (isNew) standing = { ...IDLE, of: scenario.hash };
      asked = scenario;
      const open = tasks.filter(task => !(task in standing.results));
      const isAtIt = open.every(task => standing.waiting.includes(task));
      if (!isNew && isAtIt) return;
      start(open);
    },
    stop() {
      if (!standing.running) return;
      run += 1;
      port.postMessage({ do: 'stop' });
      update({ running: null, stopped: true });
    },
    resume() {
      if (standing.stopped) start(standing.waiting);
    },
  };
}
