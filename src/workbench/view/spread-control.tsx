import type { Fact } from '../../index.js';
import { type Form, withProbability } from '../state/statement.js';
import { sayValue } from './words.js';

/** A probability for each level; the others give way, so that they always sum to 1. */
export function SpreadControl({
  fact,
  form,
  change,
  settle,
}: {
  fact: Fact;
  form: Extract<Form, { kind: 'probabilities' }>;
  change: (form: Form, gesture?: string) => void;
  settle: () => void;
}) {
  const values = fact.domain.kind === 'number' ? [] : fact.domain.values.map(String);
  const all = Object.fromEntries(values.map(value => [value, form.probabilities[value] ?? 0]));
  const set = (value: string, share: number, gesture?: string) =>
    change({ kind: 'probabilities', probabilities: withProbability(all, value, share) }, gesture);
  return (
    <div class="numbers">
      {values.map(value => (
        <div key={value} class="line">
          <span class="label">{sayValue(value)}</span>
          <input
            type="range"
            aria-label={`${fact.title}: probability of ${sayValue(value)}`}
            min={0}
            max={100}
            step={1}
            value={Math.round(all[value]! * 100)}
            aria-valuetext={`${Math.round(all[value]! * 100)} per cent`}
            onInput={({ currentTarget }) =>
              set(value, Number(currentTarget.value) / 100, `${fact.id} p ${value}`)
            }
            onChange={settle}
          />
          <span class="figure">{Math.round(all[value]! * 100)}%</span>
          {fact.anchors.get(value) !== undefined && <p class="anchor">{fact.anchors.get(value)}</p>}
        </div>
      ))}
    </div>
  );
}
