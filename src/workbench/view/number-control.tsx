import { useState } from 'preact/hooks';
import type { Fact } from '../../index.js';
import { type Form, tidy, withBounds } from '../state/statement.js';

/** A number, an interval with a likely number in it, or nothing known. */
export function NumberControl({
  fact,
  form,
  change,
  settle,
}: {
  fact: Fact;
  form: Form;
  change: (form: Form, gesture?: string) => void;
  settle: () => void;
}) {
  if (fact.domain.kind !== 'number') return null;
  const { low, high, unit } = fact.domain;
  const step = stepOf(low, high);
  const shared = { fact, settle, min: low, max: high, step };
  const set = (value: number, gesture?: string) =>
    change({ kind: 'value', value: inside(value, low, high), sure: 'certain' }, gesture);
  return (
    <div class="numbers">
      {form.kind === 'between' ? (
        <>
          <Line
            {...shared}
            label="lowest"
            value={form.low}
            set={(x, g) => change(withBounds(form, { low: x }, fact), g)}
          />
          <Line
            {...shared}
            label="likely"
            value={form.likely}
            set={(x, g) => change(withBounds(form, { likely: x }, fact), g)}
            clear={() => change(withBounds(form, { likely: null }, fact))}
          />
          <Line
            {...shared}
            label="highest"
            value={form.high}
            set={(x, g) => change(withBounds(form, { high: x }, fact), g)}
          />
        </>
      ) : (
        <Line
          {...shared}
          label="value"
          value={form.kind === 'value' ? Number(form.value) : undefined}
          set={set}
        />
      )}
      <p class="hint">
        From {low} to {high}
        {unit === undefined ? '' : `, ${unit}`}
      </p>
      {[...fact.anchors].map(([at, meaning]) => (
        <p key={at} class="anchor">
          <b>{at}</b>: {meaning}
        </p>
      ))}
    </div>
  );
}

interface LineProps {
  fact: Fact;
  label: string;
  value: number | undefined;
  set: (value: number, gesture?: string) => void;
  clear?: () => void;
  settle: () => void;
  min: number;
  max: number;
  step: number;
}

/** One number, to be dragged or typed; empty where there is none. */
function Line({ fact, label, value, set, clear, settle, min, max, step }: LineProps) {
  // What is being typed stays as it is, whatever else on the page is drawn anew meanwhile.
  const [draft, setDraft] = useState<string | null>(null);
  const name = `${fact.title}: ${label}`;
  const typed = (text: string) => {
    if (text === '') clear?.();
    else if (Number.isFinite(Number(text))) set(Number(text));
  };
  return (
    <div class="line">
      <span class="label">{label}</span>
      <input
        type="range"
        aria-label={name}
        {...{ min, max, step }}
        value={value ?? (min + max) / 2}
        class={value === undefined ? 'unset' : ''}
        onInput={({ currentTarget }) => set(Number(currentTarget.value), `${fact.id} ${label}`)}
        onChange={settle}
      />
      <input
        type="number"
        aria-label={`${name}, as a number`}
        {...{ min, max, step: 'any' }}
        value={draft ?? value ?? ''}
        placeholder="none"
        onInput={({ currentTarget }) => setDraft(currentTarget.value)}
        onChange={({ currentTarget }) => {
          setDraft(null);
          typed(currentTarget.value);
        }}
        onBlur={() => setDraft(null)}
      />
    </div>
  );
}

/** A hundredth of the range, as a power of ten or so. */
function stepOf(low: number, high: number): number {
  return tidy(10 ** Math.floor(Math.log10((high - low) / 50)));
}

function inside(x: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, tidy(x)));
}
