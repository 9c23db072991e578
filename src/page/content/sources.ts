import type { Source } from '../../model/rule-set.js';
import { authorsOf } from '../../report/cited.js';
import { capital } from '../../report/layout.js';
import { brief, type Inline, type Section, type Text } from '../document.js';
import type { Told } from '../told.js';

/** A source as it is cited: who, what, where, when, and the address. */
export function sourceWords(source: Source): Inline[] {
  const { title, authors, container, date, url, doi, kind } = source;
  const address = doi === undefined ? url : `https://doi.org/${doi}`;
  const before = authors === undefined ? '' : `${brief(authorsOf(authors), 200)}: `;
  const after = [
    container === undefined ? kind : brief(container, 200),
    ...(date === undefined ? [] : [date]),
  ];
  return [
    `${before}${title}${/[.?!]$/.test(title) ? '' : '.'} ${after.join(', ')}. `,
    ...(address === undefined ? [] : [{ href: address, text: brief(address, 90) }]),
  ];
}

/** Every source that the report cites, by number. */
export function sourcesSection(told: Told): Section {
  const items = Object.entries(told.appraisal.sources).map(([id, source]) => ({
    number: told.numbers.get(id)!,
    anchor: `${told.prefix}source-${told.numbers.get(id)}`,
    text: noted(source),
  }));
  return {
    anchor: `${told.prefix}sources`,
    title: 'Sources',
    blocks: [{ kind: 'sources', items }],
  };
}

function noted(source: Source): Text {
  const { note, checked, url, doi } = source;
  const said = [
    ...(note === undefined ? [] : [`${capital(note)}${/[.?!]$/.test(note) ? '' : '.'}`]),
    ...(checked === 'recalled' ? ['From memory, not read again.'] : []),
  ].join(' ');
  const between = (url ?? doi) === undefined ? '' : '. ';
  return [...sourceWords(source), ...(said === '' ? [] : [`${between}${said}`])];
}
