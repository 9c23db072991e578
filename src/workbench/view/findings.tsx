import { formatDiagnostics } from '../../diagnostics/code-frame.js';
import type { Diagnostic } from '../../index.js';
import type { Judged } from '../judge.js';

/** Why a situation cannot be judged: what is stated cannot occur together, or does not fit. */
export function Findings({ judged, goTo }: { judged: Judged; goTo: (fact: string) => void }) {
  const errors = judged.diagnostics.filter(({ severity }) => severity === 'error');
  const facts = Object.keys(judged.situation.facts);
  return (
    <div class="alert" role="alert">
      <p>
        <b>This situation cannot be judged.</b> The ranking below is that of before.
      </p>
      <ul>
        {errors.map(({ code, message, help }) => (
          <li key={code + message}>
            {message}
            {help !== undefined && <span class="hint"> {help}</span>}
          </li>
        ))}
      </ul>
      {facts.length > 0 && (
        <p>
          Undo, or look again at{' '}
          {facts.slice(-3).map((fact, i) => (
            <>
              {i > 0 && ', '}
              <button type="button" class="link" onClick={() => goTo(fact)}>
                {fact}
              </button>
            </>
          ))}
          .
        </p>
      )}
    </div>
  );
}

/** Findings as the command line prints them. */
export function Frames({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <pre class="frames" tabIndex={0}>
      {formatDiagnostics(diagnostics, { color: false })}
    </pre>
  );
}
