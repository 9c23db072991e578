import type { Program } from '../engine/program.js';
import { comment } from './comment.js';
import { type Dialect, quoted, textLiteral } from './dialect.js';
import { type Namer, namer } from './names.js';
import { type Place, rankSql } from './ranks.js';
import { listed, type Stage } from './stage.js';

/** What a result says of an option, beside its rank: the column of the step before, by option. */
const SAID = ['score', 'low', 'high', 'excluded', 'gate'] as const;
type Said = (typeof SAID)[number];

/** The columns of a result that are not the caller's own. */
export const RESULT_COLUMNS = [
  'option',
  ...['rank', 'score', 'low', 'high', 'excluded', 'gate_open'],
  ...['leader', 'margin', 'may_lead', 'leader_certain', 'impossible', 'problem'],
];

/** The same where a row of the table stays one row. */
export function wideColumns(options: readonly string[], dialect: Dialect): string[] {
  const name = namer(dialect);
  const ofOption = ['rank', 'score', 'low', 'high', 'excluded', 'gate_open'];
  const ofRow = RESULT_COLUMNS.filter(one => one !== 'option' && !ofOption.includes(one));
  return [...ofRow, ...options.flatMap(id => ofOption.map(of => name(id, of)))];
}

/** What is needed to write down results. */
export interface Results {
  program: Program;
  places: readonly Place[];
  /** Titles of the options, for comments. */
  titles: ReadonlyMap<string, { title: string }>;
  /** The caller's columns: by what a row is known, as the statement calls them and as the table does. */
  keys: readonly { column: string; named: string }[];
  name: Namer;
  dialect: Dialect;
}

const OF_ROW = ['leader', 'margin', 'may_lead', 'unsettled', 'impossible', 'problem'];

/** What is said of a row of the table, where it has no problem. */
function rowOutputs(column: (of: string) => string): string[] {
  const of = (sql: string, named: string) =>
    `CASE WHEN ${column('problem')} IS NULL THEN ${sql} END AS ${named}`;
  // A comparison alone would be a number in ClickHouse.
  const settled = `CASE WHEN ${column('may_lead')} = 1 OR ${column('unsettled')} = 0 THEN TRUE ELSE FALSE END`;
  return [
    ...['leader', 'margin', 'may_lead'].map(one => of(column(one), one)),
    of(settled, 'leader_certain'),
    of(column('impossible'), 'impossible'),
    `${column('problem')} AS problem`,
  ];
}

/** Where each row of the table stays one row: the ranks of all options, in a step of their own. */
export function rankStage({ program, places, name, dialect }: Results): Stage {
  const at = places.map(place => quoted(place.column, dialect));
  return {
    name: 'ranks',
    about: ['Ranks: one more than the options above.'],
    columns: program.options.map((option, o) => ({
      name: name(option, 'rank'),
      sql: rankSql(at[o]!, at),
      reads: places.map(place => place.column),
    })),
  };
}

/** What results read of the steps before: in rows for each option the places, from which ranks follow, else the ranks. */
export function readByResults({ program, places, keys, name }: Results, wide: boolean): string[] {
  const said = program.options.flatMap((option, o) =>
    SAID.flatMap(of => (isConstant(of, places[o]!) ? [] : [name(option, of)])),
  );
  const ranked = wide
    ? program.options.map(option => name(option, 'rank'))
    : places.map(({ column }) => column);
  return [...keys.map(({ column }) => column), ...OF_ROW, ...ranked, ...said];
}

/** An option that no gate excludes has no column that says so. */
function isConstant(of: Said, { gated }: Place): boolean {
  return !gated && (of === 'excluded' || of === 'gate');
}

/** A row for each option: the step that makes them, as text, and the query that ranks them. */
export function longResult(results: Results, from: string, stage: string): { stage: string; query: string } {
  const { places, keys, dialect } = results;
  const column = (of: string) => `r.${quoted(of, dialect)}`;
  const sound = (sql: string) => `CASE WHEN ${column('problem')} IS NULL THEN ${sql} END`;
  const ranked = (sql: string) =>
    `CASE WHEN ${column('problem')} IS NULL AND NOT r.option_excluded THEN ${sql} END`;
  const outputs = [
    ...keys.map(key => `${column(key.column)} AS ${quoted(key.named, dialect)}`),
    'r.option_id AS option',
    `${ranked(
      rankSql(
        'r.option_at',
        places.map(place => column(place.column)),
      ),
    )} AS rank`,
    ...['score', 'low', 'high'].map(of => `${ranked(`r.option_${of}`)} AS ${of}`),
    `${sound('r.option_excluded')} AS excluded`,
    `${sound('r.option_gate')} AS gate_open`,
    ...rowOutputs(column),
  ];
  const query = `SELECT\n${outputs.map(one => `  ${one}`).join(',\n')}\nFROM ${stage} AS r`;
  return { stage: optionStage(results, from, stage), query };
}

/** Each row once for each option, with what was found of that. */
function optionStage(
  { program, places, titles, keys, name, dialect }: Results,
  from: string,
  stage: string,
): string {
  const column = (of: string) => `s.${quoted(of, dialect)}`;
  const pick = (of: string, columnOf: (option: number) => string) => {
    const lines = program.options.map((_, o) => `      WHEN o.n = ${o + 1} THEN ${columnOf(o)}`);
    return `CASE\n${lines.join('\n')}\n    END AS option_${of}`;
  };
  const items = [
    listed([...keys.map(one => one.column), ...OF_ROW, ...places.map(place => place.column)].map(column)),
    'o.id AS option_id',
    pick('at', o => column(places[o]!.column)),
    ...SAID.map(of =>
      pick(of, o => (isConstant(of, places[o]!) ? 'FALSE' : column(name(program.options[o]!, of)))),
    ),
  ];
  const options = program.options.map((option, o) => {
    const [number, id] = o === 0 ? [' AS n', ' AS id'] : ['', ''];
    const row = `${o + 1}${number}, ${textLiteral(option, dialect)}${id} ${comment(titles.get(option)!.title)}`;
    return `    ${o === 0 ? '' : 'UNION ALL '}SELECT ${row}`;
  });
  const fence = dialect.fence === '' ? '' : `\n  ${dialect.fence}`;
  return [
    comment('A row for each option, with what was found of it.'),
    `${stage} AS (\n  SELECT`,
    items.map(item => `    ${item}`).join(',\n'),
    `  FROM ${from} AS s\n  CROSS JOIN (\n${options.join('\n')}\n  ) AS o${fence}\n)`,
  ].join('\n');
}

/** A row for each row of the table, with columns for each option. */
export function wideResult({ program, places, keys, name, dialect }: Results, from: string): string {
  const column = (of: string) => `r.${quoted(of, dialect)}`;
  const sound = (sql: string) => `CASE WHEN ${column('problem')} IS NULL THEN ${sql} END`;
  const outputs = [
    ...keys.map(key => `${column(key.column)} AS ${quoted(key.named, dialect)}`),
    ...rowOutputs(column),
    ...program.options.flatMap((option, o) => {
      const { gated } = places[o]!;
      const of = (what: string) => quoted(name(option, what), dialect);
      const ranked = (sql: string) =>
        gated
          ? `CASE WHEN ${column('problem')} IS NULL AND NOT r.${of('excluded')} THEN ${sql} END`
          : sound(sql);
      return [
        ...['rank', 'score', 'low', 'high'].map(what => `${ranked(`r.${of(what)}`)} AS ${of(what)}`),
        `${sound(gated ? `r.${of('excluded')}` : 'FALSE')} AS ${of('excluded')}`,
        `${sound(gated ? `r.${of('gate')}` : 'FALSE')} AS ${of('gate_open')}`,
      ];
    }),
  ];
  return `SELECT\n${outputs.map(one => `  ${one}`).join(',\n')}\nFROM ${from} AS r`;
}
