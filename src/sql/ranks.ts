import type { Program } from '../engine/program.js';
import { type Dialect, quoted, realLiteral, textLiteral } from './dialect.js';
import type { Namer } from './names.js';
import { rounded } from './scores.js';
import { type Column, type Stage, wrapped } from './stage.js';

/** Below every score: where an excluded option stands while others are ranked. */
const NOWHERE = -1000;

/** The column that an option is ranked by, and whether a gate can exclude it. */
export interface Place {
  column: string;
  gated: boolean;
}

/** By what each option is ranked: its score, or where a gate can exclude it a column in which it is then below all. */
export function placesOf(program: Program, name: Namer): Place[] {
  return program.options.map((option, o) => {
    const gated = program.rules.some(({ gates }) => gates.includes(o));
    return { column: name(option, gated ? 'place' : 'score'), gated };
  });
}

/** The steps from scores to the leader and its margin. No window and no sort: each row of the table is ranked by itself. */
export function rankStages(
  program: Program,
  places: readonly Place[],
  name: Namer,
  dialect: Dialect,
): Stage[] {
  const column = (of: string) => quoted(of, dialect);
  const nowhere = realLiteral(NOWHERE, dialect);
  const reads = places.map(place => place.column);
  const best = greatest(reads.map(column), dialect);
  const others = reads.map(
    of => `CASE WHEN ${column(of)} = ${column('best')} THEN ${nowhere} ELSE ${column(of)} END`,
  );
  const isBest = reads.map(of => `CASE WHEN ${column(of)} = ${column('best')} THEN 1 ELSE 0 END`);
  const leader = program.options.map(
    (option, o) => `WHEN ${column(reads[o]!)} = ${column('best')} THEN ${textLiteral(option, dialect)}`,
  );
  const contenders = contenderColumns(program, places, name, dialect);
  const gap = rounded(`${column('best')} - ${column('second')}`, dialect);
  const margin = [
    `WHEN ${column('leaders')} > 1 THEN ${realLiteral(0, dialect)}`,
    `WHEN ${column('second')} = ${nowhere} THEN NULL`,
    `ELSE ${gap}`,
  ];
  return [
    {
      name: 'places',
      about: ['Places: an excluded option stands below all.'],
      columns: program.options.flatMap((option, o): Column[] => {
        if (!places[o]!.gated) return [];
        const [excluded, score] = [name(option, 'excluded'), name(option, 'score')];
        const sql = `CASE WHEN ${column(excluded)} THEN ${nowhere} ELSE ${column(score)} END`;
        return [{ name: places[o]!.column, sql, reads: [excluded, score] }];
      }),
    },
    {
      name: 'tops',
      about: ['The highest score.'],
      columns: [{ name: 'best', sql: best, reads }],
    },
    {
      name: 'leaders',
      about: [
        'The leader (of several with the highest score the first by id), how many these are, and the next score.',
      ],
      columns: [
        { name: 'leader', sql: cases(leader), reads: [...reads, 'best'] },
        {
          name: 'leaders',
          sql: wrapped(isBest.map((one, i) => (i === 0 ? one : `+ ${one}`))),
          reads: [...reads, 'best'],
        },
        { name: 'second', sql: greatest(others, dialect), reads: [...reads, 'best'] },
      ],
    },
    {
      name: 'margins',
      about: [
        'The margin: the score of the leader less the highest other score, 0 in a tie, NULL where there is no other.',
      ],
      columns: [{ name: 'margin', sql: cases(margin), reads: ['best', 'second', 'leaders'] }],
    },
    {
      name: 'floors',
      about: ['The highest low of the options that no gate may exclude: what may lead comes up to it.'],
      columns: [contenders.floor],
    },
    {
      name: 'contenders',
      about: [
        'How many options may lead within what is not known, and of how many of them the score is not settled at the highest.',
      ],
      columns: contenders.counts,
    },
  ];
}

/** Which options may lead, as docs/decisions/0006-may-lead.md says, and whether anything unknown can change that. */
function contenderColumns(
  program: Program,
  places: readonly Place[],
  name: Namer,
  dialect: Dialect,
): { floor: Column; counts: Column[] } {
  const options = program.options.map((option, o) => {
    const names = { low: name(option, 'low'), high: name(option, 'high') };
    const { gated } = places[o]!;
    const gates = gated ? { excluded: name(option, 'excluded'), gate: name(option, 'gate') } : {};
    const {
      low,
      high,
      excluded = '',
      gate = '',
    } = Object.fromEntries(
      Object.entries({ ...names, ...gates }).map(([of, column]) => [of, quoted(column, dialect)]),
    );
    const best = quoted('best', dialect);
    return {
      gated,
      reads: Object.values({ ...names, ...gates }),
      floor: gated
        ? `CASE WHEN ${excluded} OR ${gate} THEN ${realLiteral(NOWHERE, dialect)} ELSE ${low} END`
        : low!,
      may: `${gated ? `NOT ${excluded} AND ` : ''}${high} >= ${quoted('floor', dialect)}`,
      moves: `${gated ? `${gate} OR ` : ''}${low} < ${best} OR ${high} > ${best}`,
    };
  });
  const reads = options.flatMap(option => option.reads);
  const count = (conditions: readonly string[]) =>
    wrapped(conditions.map((one, i) => `${i === 0 ? '' : '+ '}CASE WHEN ${one} THEN 1 ELSE 0 END`));
  return {
    floor: {
      name: 'floor',
      sql: greatest(
        options.map(({ floor }) => floor),
        dialect,
      ),
      reads,
    },
    counts: [
      { name: 'may_lead', sql: count(options.map(({ may }) => may)), reads: [...reads, 'floor'] },
      {
        name: 'unsettled',
        sql: count(options.map(({ may, moves }) => `${may} AND (${moves})`)),
        reads: [...reads, 'floor', 'best'],
      },
    ],
  };
}

function cases(lines: readonly string[]): string {
  return ['CASE', ...lines.map(line => `  ${line}`), 'END'].join('\n    ');
}

/** The greatest of some; within one another where the dialect takes only so many. None of them is NULL, which engines treat differently. */
function greatest(items: readonly string[], dialect: Dialect): string {
  const { mostArguments: most = items.length } = dialect;
  if (items.length === 1) return items[0]!;
  if (items.length > most) {
    const groups = Array.from({ length: Math.ceil(items.length / most) }, (_, i) =>
      items.slice(i * most, (i + 1) * most),
    );
    return greatest(
      groups.map(group => greatest(group, dialect)),
      dialect,
    );
  }
  return `GREATEST(${wrapped(items.map((item, i) => (i < items.length - 1 ? `${item},` : item)))})`;
}

/** The rank of an option that stands at one place among these: one more than the options above it. */
export function rankSql(at: string, places: readonly string[]): string {
  return wrapped(['1', ...places.map(place => `+ CASE WHEN ${place} > ${at} THEN 1 ELSE 0 END`)], 4);
}
