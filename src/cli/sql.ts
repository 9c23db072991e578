import type { RuleSet } from '../model/rule-set.js';
import { DIALECTS, type DialectId } from '../sql/dialect.js';
import { RESULT_COLUMNS } from '../sql/result.js';
import { sqlStatement } from '../sql/statement.js';
import { nameParts } from '../sql/table-name.js';
import { openRuleSet } from './input.js';
import { EXIT, type Io, Stop } from './io.js';
import { commandLine } from './judging.js';
import { emit } from './output.js';
import type { Settings } from './settings.js';

type Asked = Pick<Settings, 'output'> & {
  dialect: DialectId;
  table: string;
  id?: string[];
  perspective?: string;
  wide?: boolean;
};

/** `demarche sql RULE-SET` */
export async function sqlCommand(
  folder: string,
  asked: Asked,
  io: Io,
  args: readonly string[],
): Promise<number> {
  const { dialect, table, id: keys = ['id'], wide = false } = asked;
  const parts = nameParts(table);
  if (!parts)
    throw new Stop(EXIT.usage, `\`${table}\` is no name of a table: parts between dots, or in \`"\``);
  refuseKeys(keys);
  const ruleSet = await openRuleSet(folder, asked, io);
  const statement = sqlStatement(ruleSet, {
    dialect,
    table: parts,
    keys,
    perspective: perspectiveOf(ruleSet, asked.perspective),
    wide,
    command: commandLine(args),
  });
  if (typeof statement !== 'string') {
    const { stage, columns, most } = statement;
    const why = `the step \`${stage}\` has ${columns} columns, and ${DIALECTS[dialect].title} takes ${most}`;
    throw new Stop(EXIT.usage, `this rule set is too large for one statement: ${why}`);
  }
  await emit(statement, asked.output, io);
  return EXIT.done;
}

/** Columns that a result has already, or that are named twice, cannot tell rows apart. */
function refuseKeys(keys: readonly string[]): void {
  for (const [i, key] of keys.entries()) {
    if (RESULT_COLUMNS.includes(key.toLowerCase()))
      throw new Stop(EXIT.usage, `--id \`${key}\`: a result has a column of that name`);
    if (key === '' || /\p{Cc}/u.test(key)) throw new Stop(EXIT.usage, '--id takes the name of a column');
    if (keys.indexOf(key) !== i) throw new Stop(EXIT.usage, `--id \`${key}\` is there twice`);
  }
}

/** The one that was asked for; the only one; else which there are is said. */
function perspectiveOf({ perspectives }: RuleSet, asked: string | undefined): string {
  const ids = [...perspectives.keys()];
  if (asked === undefined && ids.length === 1) return ids[0]!;
  if (asked !== undefined && perspectives.has(asked)) return asked;
  const choose = `--perspective takes one of: ${ids.join(', ')}`;
  throw new Stop(EXIT.usage, asked === undefined ? choose : `unknown perspective \`${asked}\`: ${choose}`);
}
