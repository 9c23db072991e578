import { compare, saySeen } from '../../index.js';
import type { View } from '../session.js';
import { andList, percent, round1, signed } from './words.js';

/** What differs between situation A and situation B, and which ranks moved. */
export function Beside({ view, goTo }: { view: View; goTo: (fact: string) => void }) {
  const { a, b } = view;
  if (!a.appraisal || !b?.appraisal) return null;
  const { facts, weights, options, criteria } = compare(a.appraisal, b.appraisal);
  const moved = options.flatMap(({ option, title, a, b }) =>
    a?.standing === 'ranked' &&
    b?.standing === 'ranked' &&
    (a.rank !== b.rank || round1(a.score) !== round1(b.score))
      ? [{ option, title, a, b }]
      : [],
  );
  const out = options.filter(({ a, b }) => (a?.standing === 'ranked') !== (b?.standing === 'ranked'));
  const differing = weights.map(
    ({ criterion, a, b }) =>
      `${criteria[criterion]?.title ?? criterion} ${percent(a ?? 0)} → ${percent(b ?? 0)}`,
  );
  return (
    <section class="beside" aria-labelledby="beside-title">
      <h3 id="beside-title">From A to B</h3>
      {facts.length + differing.length === 0 && (
        <p class="hint">A and B are the same so far. Change a fact in either.</p>
      )}
      <ul class="plain">
        {facts.map(({ fact, title, a, b }) => (
          <li key={fact}>
            <button type="button" class="link" onClick={() => goTo(fact)}>
              {title}
            </button>
            : {a === null ? 'none' : saySeen(a)} → {b === null ? 'none' : saySeen(b)}
          </li>
        ))}
        {differing.length > 0 && <li>Weights: {andList(differing)}</li>}
      </ul>
      {moved.length + out.length > 0 && (
        <details class="more">
          <summary>What moved ({moved.length + out.length})</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">option</th>
                <th scope="col">rank A</th>
                <th scope="col">rank B</th>
                <th scope="col">score</th>
              </tr>
            </thead>
            <tbody>
              {moved.map(({ option, title, a, b }) => (
                <tr key={option}>
                  <th scope="row">{title}</th>
                  <td>{a.rank}</td>
                  <td>
                    {b.rank}
                    {a.rank !== b.rank && (
                      <span class={b.rank < a.rank ? 'moved up' : 'moved down'}>
                        {' '}
                        {b.rank < a.rank ? '↑' : '↓'}
                        {Math.abs(a.rank - b.rank)}
                      </span>
                    )}
                  </td>
                  <td>{signed(b.score - a.score)}</td>
                </tr>
              ))}
              {out.map(({ option, title, a, b }) => (
                <tr key={option}>
                  <th scope="row">{title}</th>
                  <td>{a?.standing === 'ranked' ? a.rank : 'excluded'}</td>
                  <td>{b?.standing === 'ranked' ? b.rank : 'excluded'}</td>
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}
