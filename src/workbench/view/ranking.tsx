import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Appraisal, RankedOption } from '../../index.js';
import { verdict } from '../../report/verdict.js';
import type { Session, Sound, View } from '../session.js';
import { atWork } from '../session.js';
import { axisOf, ScoreBar } from './bar.js';
import { Beside } from './beside.js';
import { Findings } from './findings.js';
import { NotRanked } from './not-ranked.js';
import { percent, round1, signed } from './words.js';

/** The middle of the page: who leads, the ranking, what is excluded and what is open. */
export function Ranking({
  session,
  view,
  chosen,
  last,
  goTo,
}: {
  session: Session;
  view: View;
  chosen: string | null;
  /** The last situation that could be judged, where the present one cannot. */
  last: Sound;
  goTo: (fact: string) => void;
}) {
  const now = atWork(view);
  const { appraisal } = now.scenario ? now : last;
  const other = view.b ? (view.work.on === 'b' ? view.a : view.b) : null;
  const shown = [appraisal, ...(other?.appraisal ? [other.appraisal] : [])].flatMap(({ ranking }) => ranking);
  const axis = axisOf(shown);
  const started = new Map(view.start.appraisal.ranking.map(({ option, rank }) => [option, rank]));
  const robust = session.standing.results.robustness;
  const firsts = new Map(
    robust && 'options' in robust
      ? robust.options.map(({ option, acceptability }) => [option, acceptability[0]!])
      : [],
  );
  const list = useMoving(appraisal);
  return (
    <section aria-labelledby="ranking-title" class={now.scenario ? '' : 'stale'} data-took={view.took}>
      <h2 id="ranking-title">Ranking{view.b && ` of situation ${view.work.on.toUpperCase()}`}</h2>
      {now.scenario ? <p class="verdict">{verdict(appraisal)}</p> : <Findings judged={now} goTo={goTo} />}
      {view.b && <Beside view={view} goTo={goTo} />}
      <div class="ranks">
        <div class="head" aria-hidden="true">
          <span />
          <span>option</span>
          <span class="r">score</span>
          <span class="axis">
            <i>{axis.from === 0 ? '' : axis.from}</i>
            <i>+{axis.to}</i>
          </span>
          <span class="r">{firsts.size > 0 ? 'first' : ''}</span>
        </div>
        <ol ref={list} aria-label="Options in order of score">
          {appraisal.ranking.map(option => (
            <Row
              key={option.option}
              {...{ option, axis, session, appraisal }}
              was={started.get(option.option)}
              beside={other?.appraisal?.ranking.find(one => one.option === option.option)}
              name={view.b ? view.work.on : null}
              first={firsts.get(option.option)}
              isChosen={option.option === chosen}
            />
          ))}
        </ol>
      </div>
      <p class="hint">
        Points against the baseline, from −100 to +100; the thin line is what a score can become within all
        that is not certain.
        {firsts.size > 0 && ' “First” is how likely an option is to lead, facts taken as independent.'}
      </p>
      <NotRanked {...{ appraisal, session, chosen, goTo }} />
    </section>
  );
}

interface RowProps {
  option: RankedOption;
  axis: { from: number; to: number };
  session: Session;
  appraisal: Appraisal;
  /** Its rank before any change; undefined where it was not ranked. */
  was: number | undefined;
  beside: RankedOption | undefined;
  name: 'a' | 'b' | null;
  first: number | undefined;
  isChosen: boolean;
}

function Row({ option, axis, session, appraisal, was, beside, name, first, isChosen }: RowProps) {
  const { rank, title, score, low, high, baseline, tied, mayLead, openGates } = option;
  const order = appraisal.ranking.indexOf(option);
  const range = round1(low) === round1(high) ? '' : `, range ${signed(low, 0)} to ${signed(high, 0)}`;
  const own = name ?? 'a';
  const other = name === 'a' ? 'b' : 'a';
  return (
    <li data-option={option.option} class={isChosen ? 'chosen' : ''}>
      <button type="button" aria-pressed={isChosen} onClick={() => session.choose(option.option)}>
        <span class="rank">
          <span class="sr">Rank </span>
          {rank}
        </span>
        <span class="title">
          {title}
          <Moved rank={rank} was={was} />
          <span class="tags">
            {baseline && <span class="tag">baseline</span>}
            {tied && <span class="tag">tied</span>}
            {mayLead && rank > 1 && <span class="tag">may lead</span>}
            {openGates.length > 0 && <span class="tag mark">may be excluded</span>}
          </span>
          {name && (
            <span class="other">
              in {other.toUpperCase()}: {beside ? `rank ${beside.rank}, ${signed(beside.score)}` : 'excluded'}
            </span>
          )}
        </span>
        <span class="r score">
          <span class="sr">, score </span>
          {signed(score)}
          <span class="sr">{range}</span>
        </span>
        <span class="bars">
          <ScoreBar bar={option} axis={axis} of={own} named={name !== null} />
          {beside && <ScoreBar bar={beside} axis={axis} of={other} named />}
        </span>
        <span class="r first">
          {first !== undefined && (
            <>
              <span class="sr">, first with probability </span>
              {first > 0 ? percent(first) : <Never />}
            </>
          )}
        </span>
        {order < 3 && !baseline && <Why option={option} />}
      </button>
    </li>
  );
}

/** How far an option moved against the scenario as it is in its file. */
function Moved({ rank, was }: { rank: number; was: number | undefined }) {
  if (was === rank) return null;
  if (was === undefined) return <span class="moved up"> not excluded now</span>;
  const up = was > rank;
  return (
    <span class={up ? 'moved up' : 'moved down'}>
      <span aria-hidden="true">
        {' '}
        {up ? '↑' : '↓'}
        {Math.abs(was - rank)}
      </span>
      <span class="sr">
        {' '}
        {up ? 'up' : 'down'} {Math.abs(was - rank)}, was {was}
      </span>
    </span>
  );
}

/** The largest reason on either side. */
function Why({ option: { contributions } }: { option: RankedOption }) {
  const pro = contributions.find(({ weighted }) => weighted > 0);
  const contra = contributions.find(({ weighted }) => weighted < 0);
  return (
    <span class="why">
      {pro && (
        <span>
          <b>for</b> {pro.reason}
        </span>
      )}
      {contra && (
        <span>
          <b>against</b> {contra.reason}
        </span>
      )}
    </span>
  );
}

/** Lets rows glide to their new places, for who does not mind. */
function useMoving(appraisal: Appraisal) {
  const list = useRef<HTMLOListElement>(null);
  const places = useRef(new Map<Element, number>());
  useLayoutEffect(() => {
    const rows = [...(list.current?.children ?? [])] as HTMLElement[];
    const before = places.current;
    places.current = new Map(rows.map(row => [row, row.offsetTop]));
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const row of rows) {
      const from = before.get(row);
      if (from === undefined || from === row.offsetTop) continue;
      const by = `translateY(${from - row.offsetTop}px)`;
      row.animate([{ transform: by }, { transform: 'none' }], { duration: 220, easing: 'ease-out' });
    }
  }, [appraisal]);
  return list;
}

/** A dash to the eye, and a number to the ear. */
function Never() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="sr">0%</span>
    </>
  );
}
