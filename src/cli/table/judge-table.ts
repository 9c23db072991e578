import { loadScenario } from '../../load.js';
import { judgingProblem } from '../../mcda/judging-problem.js';
import type { RuleSet } from '../../model/rule-set.js';
import type { Scenario } from '../../model/scenario.js';
import type { TableMap } from '../../model/table-map.js';
import { type TableJudging, tableJudging } from '../../table/judging.js';
import { openScenario } from '../input.js';
import { EXIT, type Io, Stop } from '../io.js';
import { fixedWeights, type Judging } from '../judging.js';
import { refuseTable } from './refuse.js';

/** By what all rows are judged: the base scenario, the perspective and weights, and the facts that are set for this run. */
export async function judgeTable(
  ruleSet: RuleSet,
  folder: string,
  map: TableMap,
  asked: Judging & { base?: string },
  io: Io,
): Promise<TableJudging> {
  const { perspective, set = [] } = asked;
  const weights = fixedWeights(asked.weight ?? []);
  const problem = judgingProblem(ruleSet, { perspective, weights });
  if (problem !== undefined) throw new Stop(EXIT.usage, problem);
  if (perspective === undefined && asked.base === undefined) {
    const known = [...ruleSet.perspectives.keys()].join(', ');
    throw new Stop(EXIT.usage, `--perspective or --base is needed; perspectives are ${known}`);
  }
  const base =
    asked.base === undefined
      ? set.length > 0
        ? await onlySet(ruleSet, perspective!, set)
        : undefined
      : (await openScenario(asked.base, { ...asked, ruleSet: folder, set }, io)).scenario;
  const changed = new Set(base?.changes.map(({ fact }) => fact));
  const columns = [...map.columns.keys()].filter(id => !changed.has(id));
  if (columns.length === 0)
    throw new Stop(EXIT.usage, 'every fact that a column gives is set: nothing is left to read');
  return tableJudging(ruleSet, columns, {
    ...(base && { base }),
    ...(perspective !== undefined && { perspective }),
    weights,
  });
}

/** A scenario that states nothing but what is set. */
async function onlySet(ruleSet: RuleSet, perspective: string, set: readonly string[]): Promise<Scenario> {
  const text = `id: all-rows\ntitle: All rows\nrule-set: .\nas-of: 2000-01-01\nperspective: ${perspective}\nfacts: {}\n`;
  const { scenario, diagnostics } = await loadScenario({ path: '--set', text }, ruleSet, set);
  return scenario ?? refuseTable(diagnostics.filter(({ severity }) => severity === 'error'));
}
