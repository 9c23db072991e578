import type { Session, View } from '../session.js';
import { atWork } from '../session.js';
import { onSliders, perspectiveOf, statedWeights } from '../state/weights.js';
import { situationOf } from '../state/work.js';
import { percent } from './words.js';

const OWN = '';

/** By whose priorities the options are judged: a perspective of the rule set, or weights of one's own. */
export function Weights({ session, view }: { session: Session; view: View }) {
  const { ruleSet, dispatch, settle } = session;
  const situation = situationOf(view.work);
  const perspective = perspectiveOf(situation, view.original);
  const stated = statedWeights(situation, view.original, ruleSet);
  const sliders = situation.weights ? stated : onSliders(stated);
  const shares = atWork(view).appraisal?.weights ?? {};
  const changed = situation.weights !== undefined || situation.perspective !== undefined;
  const named = perspective === undefined ? undefined : ruleSet.perspectives.get(perspective);
  const most = Math.max(100, ...Object.values(sliders));
  return (
    <section aria-labelledby="weights-title" class="weights">
      <h2 id="weights-title">
        Priorities {changed && <span class="tag mark">changed</span>}
        {changed && (
          <button type="button" onClick={() => dispatch({ do: 'reset-weights' })}>
            Reset<span class="sr"> priorities</span>
          </button>
        )}
      </h2>
      <label class="stack">
        <span>Judged by</span>
        <select
          value={perspective ?? OWN}
          onChange={({ currentTarget: { value } }) =>
            value !== OWN && dispatch({ do: 'judge-by', perspective: value, original: view.original })
          }
        >
          {perspective === undefined && <option value={OWN}>weights of its own</option>}
          {[...ruleSet.perspectives.values()].map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {named && <p class="hint">Because {named.because}.</p>}
      <details class="sliders">
        <summary>Weights of the criteria</summary>
        {[...ruleSet.criteria.values()].map(({ id, title, description }) => (
          <div key={id} class="line" title={description}>
            <span class="label" id={`weight-${id}`}>
              {title}
            </span>
            <input
              type="range"
              min={0}
              max={most}
              step={1}
              value={sliders[id] ?? 0}
              aria-labelledby={`weight-${id}`}
              aria-valuetext={`${percent(shares[id] ?? 0)} of all`}
              onInput={({ currentTarget }) =>
                dispatch(
                  { do: 'weigh', weights: { ...sliders, [id]: Number(currentTarget.value) } },
                  `weigh ${id}`,
                )
              }
              onChange={settle}
            />
            <span class="figure">{percent(shares[id] ?? 0)}</span>
          </div>
        ))}
      </details>
    </section>
  );
}
