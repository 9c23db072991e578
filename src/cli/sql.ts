import { resolveTableMap } from '../model/parse-table-map.js';
import { DIALECTS, type DialectId } from '../sql/dialect.js';
import { RESULT_COLUMNS, wideColumns } from '../sql/result.js';
import { sqlStatement, type Unsayable } from '../sql/statement.js';
import { nameParts } from '../sql/table-name.js';
import { EXIT, type Io, Stop } from './io.js';
import { commandLine } from './judging.js';
import { emit } from './output.js';
import { type AskedOfRows, judgingOfRows } from './table/judge-table.js';
import { openMapping } from './table/mapping.js';

type Asked = AskedOfRows & {
  dialect: DialectId;
  table: string;
  map?: string;
  id?: string[];
  wide?: boolean;
};

/** `demarche sql RULE-SET` */
export async function sqlCommand(
  folder: string,
  asked: Asked,
  io: Io,
  args: readonly string[],
): Promise<number> {
  const { dialect, table, wide = false } = asked;
  const parts = nameParts(table);
  if (!parts)
    throw new Stop(EXIT.usage, `\`${table}\` is no name of a table: parts between dots, or in \`"\``);
  const { ruleSet, authored } = await openMapping({ ...asked, ruleSet: folder }, io);
  const map = authored && resolveTableMap(authored, ruleSet);
  if (asked.base !== undefined && !map)
    throw new Stop(EXIT.usage, '--base goes with --map: without one, every fact is read from a column');
  const statement = sqlStatement(ruleSet, {
    ...(await judgingOfRows(ruleSet, folder, asked, io)),
    ...{ dialect, table: parts, wide, command: commandLine(args) },
    keys: keysOf(
      asked.id ?? (map?.id === undefined ? ['id'] : [map.id, ...(map.carry ?? [])]),
      wide ? wideColumns([...ruleSet.options.keys()], DIALECTS[dialect]) : RESULT_COLUMNS,
    ),
    ...(map && { map }),
  });
  if (typeof statement !== 'string') throw new Stop(EXIT.usage, whyUnsayable(statement, dialect));
  await emit(statement, asked.output, io);
  return EXIT.done;
}

/** Why a rule set cannot be said in a dialect, or a base in any. */
export function whyUnsayable(found: Unsayable, dialect: DialectId): string {
  if (found.kind === 'partly-known') {
    const named = found.facts.map(id => `\`${id}\``).join(', ');
    return `SQL takes a value or nothing for a fact: the base is unsure of ${named}, which --set can settle`;
  }
  const { stage, columns, most } = found;
  const why = `the step \`${stage}\` has ${columns} columns, and ${DIALECTS[dialect].title} takes ${most}`;
  return `this rule set is too large for one statement: ${why}`;
}

/** Columns that a result has already, or that are named twice, cannot tell rows apart. */
function keysOf(keys: readonly string[], results: readonly string[]): readonly string[] {
  const taken = new Set(results.map(name => name.toLowerCase()));
  for (const [i, key] of keys.entries()) {
    if (taken.has(key.toLowerCase()))
      throw new Stop(EXIT.usage, `--id \`${key}\`: a result has a column of that name`);
    if (key === '' || /\p{Cc}/u.test(key)) throw new Stop(EXIT.usage, '--id takes the name of a column');
    if (keys.indexOf(key) !== i) throw new Stop(EXIT.usage, `--id \`${key}\` is there twice`);
  }
  return keys;
}
