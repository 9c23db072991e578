import type { Appraisal } from '../../index.js';
import { openWords } from '../../report/condition-words.js';
import type { Session } from '../session.js';

/** What is excluded or left out and why, and what the facts leave open. */
export function NotRanked({
  appraisal: { excluded, leftOut, undetermined },
  session,
  chosen,
  goTo,
}: {
  appraisal: Appraisal;
  session: Session;
  chosen: string | null;
  goTo: (fact: string) => void;
}) {
  const { ruleSet } = session;
  return (
    <>
      <h3>Excluded</h3>
      {excluded.length + leftOut.length === 0 && <p class="hint">Nothing is excluded.</p>}
      <ul class="plain">
        {excluded.map(({ option, title, gates, certain }) => (
          <li key={option}>
            <button
              type="button"
              class="link"
              aria-pressed={option === chosen}
              onClick={() => session.choose(option)}
            >
              {title}
            </button>
            : {gates.map(({ reason }) => reason).join('; ')}
            {!certain && <span class="tag mark">not certain</span>}
          </li>
        ))}
        {leftOut.map(({ option, title, reason }) => (
          <li key={option}>
            {title} is left out: {reason}
          </li>
        ))}
      </ul>
      <h3>Open</h3>
      {undetermined.length === 0 && <p class="hint">Every rule is decided by what is known.</p>}
      <ul class="plain">
        {undetermined.map(rule => (
          <li key={rule.rule}>
            {rule.title}, if {openWords(rule.trace)}{' '}
            {rule.facts.map(fact => (
              <button type="button" class="link" key={fact} onClick={() => goTo(fact)}>
                {ruleSet.facts.get(fact)?.title ?? fact}
              </button>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
