import type { Standing } from '../analyses/analyst.js';
import type { Task } from '../analyses/protocol.js';
import type { Session } from '../session.js';

/** What each analysis looks for. */
function sayTask(task: Task): string {
  if (task === 'information') return 'Weighing what is worth finding out';
  return task === 'robustness'
    ? 'Trying what the scenario holds possible'
    : 'Looking for what would change the lead';
}

/** What is at work, how far it is, and a button to stop it; one to go on where it was stopped. */
export function Progress({ session: { standing, stop, resume } }: { session: Session }) {
  const { running, stopped, waiting, failed } = standing;
  if (failed !== null)
    return (
      <div class="progress" role="alert">
        An analysis failed: {failed}
      </div>
    );
  if (stopped && waiting.length > 0)
    return (
      <div class="progress">
        <span class="grow">Stopped before all was looked at.</span>
        <button type="button" onClick={resume}>
          Go on
        </button>
      </div>
    );
  if (!running)
    return (
      <div class="progress quiet">
        {standing.of !== null && isDone(standing) ? 'All analyses are done.' : ''}
      </div>
    );
  return (
    <div class="progress">
      <label class="grow">
        <span>{sayTask(running.task)}</span>
        <progress max={1} value={running.share} />
      </label>
      <button type="button" onClick={stop}>
        Stop
      </button>
    </div>
  );
}

function isDone({ results, waiting }: Standing): boolean {
  return waiting.length === 0 && 'flips' in results;
}

/** Where a result is not there yet. */
export function Awaited({ standing, task }: { standing: Standing; task: Task }) {
  if (standing.of === null) return <p class="hint">Waits for a situation that can be judged.</p>;
  const stopped = standing.stopped && standing.waiting.includes(task);
  return <p class="hint">{stopped ? 'Stopped.' : 'Working on it …'}</p>;
}
