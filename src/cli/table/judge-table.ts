import { loadScenario } from '../../load.js';
import { judgingProblem } from '../../mcda/judging-problem.js';
import type { RuleSet } from '../../model/rule-set.js';
import type { Scenario } from '../../model/scenario.js';
import type { TableMap } from '../../model/table-map.js';
import { type TableJudging, type TableOptions, tableJudging } from '../../table/judging.js';
import { openScenario } from '../input.js';
import { EXIT, type Io, Stop } from '../io.js';
import { fixedWeights, type Judging } from '../judging.js';
import { refuseTable } from './refuse.js';

/** What is asked of how rows are judged. */
export type AskedOfRows = Judging & { base?: string };

/** By what all rows are judged, with the columns that give facts. */
export async function judgeTable(
  ruleSet: RuleSet,
  folder: string,
  map: TableMap,
  asked: AskedOfRows,
  io: Io,
): Promise<TableJudging> {
  const options = await judgingOfRows(ruleSet, folder, asked, io);
  const changed = new Set(options.base?.changes.map(({ fact }) => fact));
  const columns = [...map.columns.keys()].filter(id => !changed.has(id));
  if (columns.length === 0)
    throw new Stop(EXIT.usage, 'every fact that a column gives is set: nothing is left to read');
  return tableJudging(ruleSet, columns, options);
}

/** The base scenario, the perspective and weights, and in the base the facts that are set for this run. */
export async function judgingOfRows(
  ruleSet: RuleSet,
  folder: string,
  asked: AskedOfRows,
  io: Io,
): Promise<TableOptions> {
  const { base: path, set = [] } = asked;
  const weights = fixedWeights(asked.weight ?? []);
  const problem = judgingProblem(ruleSet, { perspective: asked.perspective, weights });
  if (problem !== undefined) throw new Stop(EXIT.usage, problem);
  const perspective = asked.perspective ?? (path === undefined ? onlyPerspective(ruleSet) : undefined);
  const base =
    path !== undefined
      ? (await openScenario(path, { ...asked, ruleSet: folder, set }, io)).scenario
      : set.length > 0
        ? await onlySet(ruleSet, perspective!, set)
        : undefined;
  return { ...(base && { base }), ...(perspective !== undefined && { perspective }), weights };
}

function onlyPerspective({ perspectives }: RuleSet): string {
  const known = [...perspectives.keys()];
  if (known.length === 1) return known[0]!;
  throw new Stop(EXIT.usage, `--perspective or --base is needed; perspectives are ${known.join(', ')}`);
}

/** A scenario that states nothing but what is set. */
async function onlySet(ruleSet: RuleSet, perspective: string, set: readonly string[]): Promise<Scenario> {
  const text = `id: all-rows\ntitle: All rows\nrule-set: .\nas-of: 2000-01-01\nperspective: ${perspective}\nfacts: {}\n`;
  const { scenario, diagnostics } = await loadScenario({ path: '--set', text }, ruleSet, set);
  return scenario ?? refuseTable(diagnostics.filter(({ severity }) => severity === 'error'));
}
