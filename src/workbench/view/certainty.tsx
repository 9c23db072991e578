import type { Session } from '../session.js';
import { Awaited } from './progress.js';
import { percent, signed } from './words.js';
import { noSituations } from './worth-knowing.js';

/** How an option fares over all that the scenario holds possible. */
export function Certainty({ session, option }: { session: Session; option: string }) {
  const { standing } = session;
  const told = standing.results.robustness;
  const one = told && 'options' in told ? told.options.find(one => one.option === option) : undefined;
  return (
    <section aria-label="How sure">
      <h3>How sure</h3>
      {!told && <Awaited standing={standing} task="robustness" />}
      {told && !('options' in told) && <p class="hint">{noSituations(told)}</p>}
      {told && 'options' in told && one && (
        <p>
          It comes first in <b>{percent(one.acceptability[0]!)}</b> of the situations held possible
          {one.excluded > 0 && `, and is excluded in ${percent(one.excluded)}`}. Nine times in ten its score
          is within {signed(one.quantiles.p5)} to {signed(one.quantiles.p95)}.{' '}
          <span class="hint">
            Facts are taken as independent.{' '}
            {told.exact ? 'Exact.' : `From ${told.draws?.toLocaleString('en')} draws, seed ${told.seed}.`}
          </span>
        </p>
      )}
    </section>
  );
}
