import { compare } from '../analysis/compare.js';
import { appraise } from '../appraise.js';
import { type LoadedScenario, loadScenario } from '../load.js';
import type { Appraisal } from '../model/appraisal.js';
import type { RuleSet } from '../model/rule-set.js';
import type { DiffedScenario, RuleSetChange } from '../model/rule-set-diff.js';
import type { SourceText } from '../source/source-file.js';
import { SIDES, type Side } from './sides.js';

/** A scenario, appraised by both rule sets; with what is wrong where one of them does not take it. */
export async function diffScenario(
  source: SourceText,
  sides: Readonly<Record<Side, RuleSet>>,
  changes: readonly RuleSetChange[],
  perspective: string | undefined,
): Promise<DiffedScenario> {
  const [a, b] = (await Promise.all(SIDES.map(side => loadScenario(source, sides[side])))) as [
    LoadedScenario,
    LoadedScenario,
  ];
  const diagnostics = { a: wrongWith(a), b: wrongWith(b) };
  const title = (a.scenario ?? b.scenario)?.title ?? null;
  const about = { path: source.path, title, diagnostics };
  if (!a.scenario || !b.scenario) return { ...about, comparison: null, leaderChanges: null };
  const asked = perspective === undefined ? {} : { perspective };
  const before = await appraise(sides.a, a.scenario, asked);
  const after = await appraise(sides.b, b.scenario, asked);
  const comparison = compare(renamed(before, changes), after);
  return { ...about, comparison, leaderChanges: comparison.a.leader !== comparison.b.leader };
}

function wrongWith({ diagnostics }: LoadedScenario): LoadedScenario['diagnostics'] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

/** An appraisal in which rules that were renamed have their new ids, so that they are no movement. */
function renamed(appraisal: Appraisal, changes: readonly RuleSetChange[]): Appraisal {
  const ids = new Map(
    changes.flatMap(({ kind, what, was, id }) =>
      kind === 'rule' && what === 'renamed' ? [[was, id] as const] : [],
    ),
  );
  if (ids.size === 0) return appraisal;
  const ranking = appraisal.ranking.map(option => ({
    ...option,
    contributions: option.contributions.map(one => ({ ...one, rule: ids.get(one.rule) ?? one.rule })),
  }));
  return { ...appraisal, ranking };
}
