import type { Agreed, Agreement, SituationAgreement } from '../model/agreement.js';
import { saySeen } from '../rationale/seen.js';
import { csv } from './csv.js';
import { safely } from './layout.js';
import { MADE_FROM, madeFromCells } from './manifest.js';

const COLUMNS = ['situation', 'coder', 'figure', 'of', 'value', 'low', 'high'];

type Row = Record<string, string | number>;

/**
 * A row for each figure: of each coding what leads, by how much, its weight and what it says of each disputed fact; of each
 * disputed fact what hangs on it; of each kind, theme and fact how far codings agree. The scenario's hash is the coding's.
 */
export function agreementCsv(result: Agreement): string {
  const told = safely(result);
  const { manifest, kinds, themes, facts } = told;
  const made = (hash: string) =>
    madeFromCells({ ...manifest, scenario: { id: '', title: '', asOf: '', hash } });
  const rows = [
    ...told.situations.flatMap(one => [
      ...codingRows(one).map(row => ({ ...row, ...made(String(row['scenario-hash'])) })),
      ...factRows(one).map(row => ({ ...row, ...made('') })),
    ]),
    ...[
      ...kinds.flatMap(one => agreedRows(`kind ${one.kind}`, one)),
      ...themes.flatMap(one => agreedRows(`theme ${one.theme}, ${one.kind}`, one)),
      ...facts.flatMap(one => agreedRows(`fact ${one.fact}`, one)),
    ].map(row => ({ ...row, ...made('') })),
  ];
  return csv(rows, [...COLUMNS, ...MADE_FROM]);
}

function codingRows({ situation, codings, disputed }: SituationAgreement): Row[] {
  return codings.flatMap(({ coder, scenario, leader, margin, known, weight }) => {
    const own = { situation, coder, 'scenario-hash': scenario.hash };
    return [
      { ...own, figure: 'leader', value: leader },
      ...(margin === null ? [] : [{ ...own, figure: 'margin', value: margin }]),
      { ...own, figure: 'known', value: known },
      { ...own, figure: 'weight', value: weight },
      ...disputed.flatMap(({ fact, says }) =>
        says
          .filter(({ coders }) => coders.includes(coder))
          .map(({ says }) => ({ ...own, figure: 'says', of: fact, value: saySeen(says) })),
      ),
    ];
  });
}

function factRows({ situation, disputed, turns, pooled, mixtures }: SituationAgreement): Row[] {
  return [
    ...(pooled ? [{ situation, figure: 'pooled leader', value: pooled.leader }] : []),
    ...disputed.flatMap(({ fact, matters, margin }) => [
      { situation, figure: 'matters', of: fact, value: matters },
      { situation, figure: 'moves margin', of: fact, value: margin },
    ]),
    ...turns.flatMap(({ from, to, sets }) =>
      sets.map(set => ({
        ...{ situation, coder: from, figure: 'turned by facts', of: `as ${to}` },
        value: set.join(' + '),
      })),
    ),
    ...(mixtures?.leaders ?? []).map(({ option, count }) => ({
      ...{ situation, figure: 'mixtures led', of: option, value: count },
    })),
  ];
}

function agreedRows(of: string, { units, pairs, equal, alpha, interval, why }: Agreed): Row[] {
  return [
    { figure: 'units', of, value: units },
    ...(pairs > 0 ? [{ figure: 'exact', of, value: equal / pairs }] : []),
    { figure: 'alpha', of, value: alpha ?? why!, ...(interval && { low: interval[0], high: interval[1] }) },
  ];
}
