import { useMemo, useState } from 'preact/hooks';
import type { Fact, FactUsed, Restated } from '../../index.js';
import type { Session, View } from '../session.js';
import { atWork } from '../session.js';
import { groupsOf, speaksOf, wantedIn } from '../state/groups.js';
import { formOf, inManner, type Manner, mannerOf, mannersOf, statementOf } from '../state/statement.js';
import { situationOf } from '../state/work.js';
import { leadersByValue } from './flip-words.js';
import { NumberControl } from './number-control.js';
import { SourceList } from './sources.js';
import { SpreadControl } from './spread-control.js';
import { sayOf, sayStatement, sayValue } from './words.js';

/** All facts by theme, those that match what is looked for. */
export function Facts({
  session,
  view,
  opened,
  toggle,
}: {
  session: Session;
  view: View;
  opened: ReadonlySet<string>;
  toggle: (fact: string, open: boolean) => void;
}) {
  const [words, setWords] = useState('');
  const [onlyChanged, setOnlyChanged] = useState(false);
  const groups = useMemo(() => groupsOf(session.ruleSet), [session.ruleSet]);
  const situation = situationOf(view.work);
  const isWanted = (fact: Fact) =>
    speaksOf(fact, words.trim()) && (!onlyChanged || isChanged(fact, situation));
  const wanted = wantedIn(groups, isWanted);
  const used = new Map(atWork(view).appraisal?.facts.map(fact => [fact.fact, fact]) ?? []);
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">Facts</h2>
      <p class="hint">Open a fact to change it. The ranking follows at once.</p>
      <div class="find">
        <label class="grow">
          <span class="sr">Find a fact</span>
          <input
            type="search"
            placeholder="Find a fact"
            value={words}
            onInput={({ currentTarget }) => setWords(currentTarget.value)}
          />
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={onlyChanged}
            onChange={({ currentTarget }) => setOnlyChanged(currentTarget.checked)}
          />
          only changed
        </label>
      </div>
      {wanted.length === 0 && <p class="hint">No fact matches.</p>}
      {wanted.map(({ title, facts }) => (
        <section key={title} class="theme">
          <h3>{title}</h3>
          {facts.map(fact => (
            <FactRow
              key={fact.id}
              {...{ fact, session, view, used: used.get(fact.id) }}
              open={opened.has(fact.id)}
              toggle={toggle}
            />
          ))}
        </section>
      ))}
    </section>
  );
}

/** Whether a situation says something else of a fact than its scenario. */
export function isChanged({ id }: Fact, { facts }: Restated): boolean {
  return Object.hasOwn(facts, id);
}

interface RowProps {
  fact: Fact;
  session: Session;
  view: View;
  used: FactUsed | undefined;
  open: boolean;
  toggle: (fact: string, open: boolean) => void;
}

function FactRow(props: RowProps) {
  const { fact, session, view, used, open, toggle } = props;
  const situation = situationOf(view.work);
  const stated = situation.facts[fact.id] ?? view.original.facts[fact.id];
  const changed = isChanged(fact, situation);
  const said = fact.derive ? sayOf(fact, used?.point ?? 'unknown') : sayStatement(stated);
  const turns = leadersByValue(session.standing.results.flips, fact.id).size > 0;
  return (
    <details
      class={`fact${changed ? ' changed' : ''}`}
      id={`fact-${fact.id}`}
      open={open}
      onToggle={({ currentTarget }) => toggle(fact.id, currentTarget.open)}
    >
      <summary>
        <span class="name">{fact.title}</span>
        <span class="said">
          {turns && <span class="tag turn">turns the ranking</span>}
          {changed && <span class="tag mark">changed</span>}
          {fact.derive && <span class="tag">follows</span>}
          <span class={said === 'unknown' ? 'unknown' : ''}>{said}</span>
        </span>
      </summary>
      {open && <FactEditor {...props} />}
    </details>
  );
}

function FactEditor({ fact, session, view, used }: RowProps) {
  const situation = situationOf(view.work);
  const original = view.original.facts[fact.id];
  const changed = isChanged(fact, situation);
  return (
    <div class="editor">
      <p class="question" id={`question-${fact.id}`}>
        {fact.question}
      </p>
      {fact.derive ? (
        <p class="hint">
          It follows from other facts:{' '}
          {(used?.parts ?? []).map(id => session.ruleSet.facts.get(id)?.title ?? id).join('; ')}.
        </p>
      ) : (
        <Control fact={fact} session={session} view={view} />
      )}
      {changed && (
        <p class="was">
          In the file: {sayStatement(original)}.{' '}
          <button type="button" onClick={() => session.dispatch({ do: 'reset-fact', fact: fact.id })}>
            Reset<span class="sr"> {fact.title}</span>
          </button>
        </p>
      )}
      {!changed && (used?.note ?? '') !== '' && <p class="note">{used!.note}</p>}
      {used && <SourceList ids={used.sources} sources={atWork(view).appraisal?.sources ?? {}} />}
    </div>
  );
}

function Control({ fact, session, view }: { fact: Fact; session: Session; view: View }) {
  const { ruleSet, dispatch, settle } = session;
  const situation = situationOf(view.work);
  const form = formOf(situation.facts[fact.id] ?? view.original.facts[fact.id]);
  const change = (next: typeof form, gesture?: string) =>
    dispatch({ do: 'state', fact: fact.id, statement: statementOf(next), original: view.original }, gesture);
  const manner = mannerOf(form);
  return (
    <>
      {fact.domain.kind === 'number' ? (
        <NumberControl {...{ fact, form, change, settle }} />
      ) : form.kind === 'probabilities' ? (
        <SpreadControl {...{ fact, form, change, settle }} />
      ) : (
        <Levels
          {...{ fact, session }}
          chosen={form.kind === 'value' ? form.value : undefined}
          choose={value =>
            change({ kind: 'value', value, sure: form.kind === 'value' ? form.sure : 'certain' })
          }
        />
      )}
      <label class="manner">
        How it is known{' '}
        <select
          value={manner}
          onChange={({ currentTarget }) =>
            change(inManner(form, currentTarget.value as Manner, fact, ruleSet))
          }
        >
          {mannersOf(fact, ruleSet).map(one => (
            <option key={one} value={one}>
              {sayManner(one, fact)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

function sayManner(manner: Manner, { domain }: Fact): string {
  if (manner === 'certain') return domain.kind === 'number' ? 'one number' : 'for certain';
  if (manner === 'between') return 'an interval: between … and …';
  if (manner === 'probabilities') return 'a probability for each level';
  if (manner === 'unknown') return 'unknown';
  const [kind, word] = manner.split(':');
  return kind === 'confidence' ? `coded with ${word} confidence` : `${word}`;
}

/** Levels with what each means, and which of them would put another option first. */
function Levels({
  fact,
  session,
  chosen,
  choose,
}: {
  fact: Fact;
  session: Session;
  chosen: string | number | boolean | undefined;
  choose: (value: string | number | boolean) => void;
}) {
  const { flips } = session.standing.results;
  const turns = leadersByValue(flips, fact.id);
  const values = fact.domain.kind === 'number' ? [] : fact.domain.values;
  return (
    <fieldset class="levels" aria-describedby={`question-${fact.id}`}>
      <legend class="sr">{fact.title}</legend>
      {values.map(value => (
        <label key={String(value)} class={value === chosen ? 'level chosen' : 'level'}>
          <input
            type="radio"
            name={`level-${fact.id}`}
            value={String(value)}
            checked={value === chosen}
            onChange={() => choose(value)}
          />
          <span>
            <b>{sayValue(value)}</b>
            {fact.anchors.get(String(value)) !== undefined && (
              <span class="anchor">: {fact.anchors.get(String(value))}</span>
            )}
            {turns.has(value) && <span class="turns">{turns.get(value)} would lead</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
