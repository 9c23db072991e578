import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { TableMap } from '../../model/table-map.js';
import type { TableJudging } from '../../table/judging.js';
import { EXIT, Stop } from '../io.js';
import { duckMessage } from './duckdb.js';
import type { OpenTable } from './open-table.js';
import { refuseTable, refuseUnreadable } from './refuse.js';
import { type Reject, rejectsOf, unreadRows } from './rejects.js';
import type { Scoring } from './score-source.js';
import { writeRejects } from './write-rejects.js';
import { runWatched } from './write-results.js';

/** Counts rejected rows, lists them where that is asked, and stops at the first where that is, or where no row fits. */
export async function settleRejects(
  { duck, source, mapping: { ruleSet }, asked }: OpenTable,
  { scoring, map, judging }: { scoring: Scoring; map: TableMap; judging: TableJudging },
): Promise<number> {
  const { scored, rejected } = scoring.counts;
  const all = rejected + (await unreadRows(duck, source));
  scoring.again();
  const rejects = () => rejectsOf(duck, source, scoring, { ruleSet, map, judging });
  if (all > 0 && (asked.strict || scored === 0)) refuseFirst(await first(rejects()), { scored });
  if (asked.rejects !== undefined) await writeRejects(rejects(), asked.rejects);
  return all;
}

/** Runs the statement; an error is the table's or the disk's, but for a first row that does not fit, which is told later. */
export async function runScoring(
  sql: string,
  scoring: Scoring,
  { duck, source, asked, io }: OpenTable,
): Promise<Record<string, unknown>[]> {
  try {
    return await runWatched(duck, sql, io, asked.quiet);
  } catch (error) {
    if (asked.strict && scoring.counts.rejected > 0) return [];
    const message = duckMessage(error);
    if (
      /(write|Could not write|No space left|open file).*(tmp|space left)/i.test(message) ||
      /\.tmp`/.test(message)
    )
      throw new Stop(EXIT.usage, `cannot write \`${asked.output ?? 'the results'}\`: ${message}`);
    return refuseUnreadable(error, source.name);
  }
}

async function first(rejects: AsyncGenerator<Reject>): Promise<Reject | undefined> {
  for await (const reject of rejects) return reject;
  return undefined;
}

function refuseFirst(reject: Reject | undefined, { scored }: { scored: number }): never {
  if (!reject) throw new Error('rejected rows were counted, and none is found');
  const { file, line, column, reason } = reject;
  const where = `\`${file}\`, line ${line}${column === '' ? '' : `, column \`${column}\``}`;
  const help =
    scored === 0
      ? 'no row fits: look at the mapping file first'
      : 'without --strict such rows are counted, and --rejects FILE lists them';
  refuseTable([diagnostic('table/rejected-row', `${where}: ${reason}`, undefined, help)]);
}
