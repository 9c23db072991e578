import type { Session } from '../session.js';
import { Awaited } from './progress.js';
import { percent } from './words.js';

/** The facts that are most worth finding out, and what could be found that would change the choice. */
export function WorthKnowing({ session, goTo }: { session: Session; goTo: (fact: string) => void }) {
  const { standing } = session;
  const told = standing.results.information;
  return (
    <section class="worth" aria-label="Worth finding out">
      <h3>Worth finding out</h3>
      {!told && <Awaited standing={standing} task="information" />}
      {told && !('facts' in told) && <p class="hint">{noSituations(told)}</p>}
      {told && 'facts' in told && <Worth {...{ told, goTo }} />}
    </section>
  );
}

function Worth({
  told,
  goTo,
}: {
  told: Extract<NonNullable<Session['standing']['results']['information']>, { facts: unknown }>;
  goTo: (fact: string) => void;
}) {
  const worth = told.facts.filter(({ value }) => value > 1e-9).slice(0, 5);
  if (worth.length === 0)
    return <p class="hint">To know any single fact for certain would not change the choice.</p>;
  return (
    <ol class="plain">
      {worth.map(({ fact, title, value, answers }) => {
        const turning = answers.filter(({ leader }) => leader !== told.expectedLeader);
        return (
          <li key={fact}>
            <button type="button" class="link" onClick={() => goTo(fact)}>
              {title}
            </button>{' '}
            <span class="figure">{value < 0.005 ? '<0.01' : value.toFixed(2)} points</span>
            {turning.slice(0, 2).map(({ is, probability, leader }) => (
              <span class="saw" key={is}>
                {' '}
                {is} ({percent(probability)}): one would choose {told.options[leader]?.title}
              </span>
            ))}
          </li>
        );
      })}
    </ol>
  );
}

/** Why there is no answer about situations. */
export function noSituations(told: object): string {
  if ('withoutPrior' in told)
    return `There is no saying: nothing is believed of ${(told.withoutPrior as string[]).join(', ')}. Give an interval.`;
  return 'There is no saying: no situation that this allows is possible.';
}
