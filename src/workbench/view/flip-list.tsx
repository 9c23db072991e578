import { useState } from 'preact/hooks';
import type { Flip, Flips } from '../../index.js';
import type { Session, Sound } from '../session.js';
import { factsOf, type WeightFlip, weightFlips } from './flip-words.js';
import { Awaited } from './progress.js';
import { percent, sayOf, signed } from './words.js';

/** How many are shown before one asks for more. */
const FEW = 4;

/** What would put another option first, and where the chosen one does not lead, what would put it first: each a button. */
export function FlipList({ session, judged, option }: { session: Session; judged: Sound; option: string }) {
  const { standing, ruleSet } = session;
  const leader = judged.appraisal.ranking[0]!.option;
  const isLeader = option === leader || judged.scenario.leaveOut.has(option);
  const title = ruleSet.options.get(option)!.title;
  return (
    <>
      {!isLeader && (
        <Section
          title={`What would put ${title} first`}
          none={`No change of up to three facts, nor of one weight, puts it first.`}
          flips={standing.results[`flips-to:${option}`]}
          task={`flips-to:${option}`}
          session={session}
        />
      )}
      <Section
        title="What would put another option first"
        none="No change of up to three facts, nor of one weight, puts another option first."
        flips={standing.results.flips}
        task="flips"
        session={session}
      />
    </>
  );
}

function Section({
  title,
  none,
  flips,
  task,
  session,
}: {
  title: string;
  none: string;
  flips: Flips | undefined;
  task: 'flips' | `flips-to:${string}`;
  session: Session;
}) {
  const [all, setAll] = useState(false);
  const weights = flips ? weightFlips(flips) : [];
  const facts = flips?.flips ?? [];
  const shown = all ? facts : facts.slice(0, FEW);
  const shownWeights = all ? weights : weights.slice(0, 3);
  const more = facts.length + weights.length - shown.length - shownWeights.length;
  return (
    <section class="flips" aria-label={title}>
      <h3>{title}</h3>
      {!flips && <Awaited standing={session.standing} task={task} />}
      {flips && facts.length + weights.length === 0 && (
        <p class="hint">{flips.complete ? none : 'Nothing was found so far; the search is not complete.'}</p>
      )}
      <ul>
        {shown.map(flip => (
          <li key={JSON.stringify(factsOf(flip))}>
            <FactFlip flip={flip} flips={flips!} session={session} />
          </li>
        ))}
        {shownWeights.map(flip => (
          <li key={`${flip.criterion} ${flip.side}`}>
            <WeightButton flip={flip} flips={flips!} session={session} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {more} more
        </button>
      )}
    </section>
  );
}

function FactFlip({ flip, flips, session }: { flip: Flip; flips: Flips; session: Session }) {
  const { ruleSet, view, dispatch } = session;
  const apply = () => view && dispatch({ do: 'apply', facts: factsOf(flip), original: view.original });
  const { probability, settles, margin, leader } = flip;
  return (
    <button type="button" class="flip" onClick={apply}>
      <span>
        If{' '}
        {flip.changes.map(({ fact, title, from, to }, i) => (
          <span key={fact}>
            {i > 0 && (i === flip.changes.length - 1 ? ' and ' : ', ')}
            <b>{title}</b> is <b>{sayOf(ruleSet.facts.get(fact), to)}</b>
            <span class="saw">
              {' '}
              ({from === 'unknown' ? 'now unknown' : `now ${sayOf(ruleSet.facts.get(fact), from)}`})
            </span>
          </span>
        ))}
      </span>
      <Then title={flips.options[leader]!.title} margin={margin} />
      {settles && probability !== null && (
        <span class="saw"> within what the scenario holds possible, {percent(probability)} likely</span>
      )}
      {!settles && <span class="saw"> outside of what the scenario holds possible</span>}
      <span class="do">Apply</span>
    </button>
  );
}

function WeightButton({ flip, flips, session }: { flip: WeightFlip; flips: Flips; session: Session }) {
  const { criterion, side, bound, now, leader, weights } = flip;
  return (
    <button type="button" class="flip" onClick={() => session.dispatch({ do: 'weigh', weights })}>
      <span>
        If <b>{flips.criteria[criterion]!.title}</b> weighs{' '}
        <b>
          {side === 'above' ? 'more' : 'less'} than {(100 * bound).toFixed(1)}%
        </b>
        <span class="saw"> (now {(100 * now).toFixed(1)}%)</span>
      </span>
      <Then title={flips.options[leader]!.title} margin={null} />
      <span class="do">Apply</span>
    </button>
  );
}

function Then({ title, margin }: { title: string; margin: number | null }) {
  return (
    <span class="then">
      <span aria-hidden="true"> → </span>
      {title} leads{margin !== null && margin >= 0.05 && ` by ${signed(margin).slice(1)}`}
    </span>
  );
}
