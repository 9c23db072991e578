import type { SummaryFormat } from '../../report/options.js';
import { PROGRAM } from '../../version.js';
import { emit } from '../output.js';
import { printSummary } from '../print-report.js';
import { reportOptions } from '../settings.js';
import { changeAgainst } from './against.js';
import { judgeTable } from './judge-table.js';
import { fitMapping } from './mapping.js';
import { type OpenTable, repeating } from './open-table.js';
import { runScoring, settleRejects } from './run-scoring.js';
import { scoringIn } from './score-source.js';
import { groupColumns, groupsOf, summaryOf, summarySql } from './summarise.js';

/** Prints a summary of a table. */
export async function summarised(
  open: OpenTable,
  format: SummaryFormat,
  args: readonly string[],
): Promise<void> {
  const { duck, source, mapping, asked, io } = open;
  const { ruleSet, folder } = mapping;
  const map = fitMapping(mapping, source.columns, source.name);
  const judging = await judgeTable(ruleSet, folder, map, asked, io);
  const columns = groupColumns(source, asked.by ?? []);
  const read = new Set(judging.columns.map(id => map.columns.get(id)!.column));
  const decided = await groupsOf(duck, source, columns, read);
  const how = { ruleSet, map, judging, wanted: {}, threads: 1, strict: asked.strict ?? false, decided };
  const scoring = await scoringIn(duck, source, how);
  const rows = await runScoring(summarySql(scoring.query(source.files, []), judging), scoring, open);
  const rejected = await settleRejects(open, { scoring, map, judging });
  const manifest = {
    program: { ...PROGRAM },
    ruleSet: { id: ruleSet.id, version: ruleSet.version, title: ruleSet.title, hash: ruleSet.hash },
    ...{ perspective: judging.perspective, weights: Object.fromEntries(judging.weights) },
    ...{ base: judging.base, changes: [...judging.changes], command: repeating(args) },
  };
  const summary = summaryOf(rows, columns, decided, {
    ...{ ruleSet, judging, scoring, manifest, rejected },
    table: source.name,
  });
  if (asked.against !== undefined) summary.against = await changeAgainst(asked.against, open, scoring, map);
  await emit(await printSummary(summary, format, reportOptions(asked, io)), asked.output, io);
}
