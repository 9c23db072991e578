import { STARTER } from '../../src/cli/starter.js';
import type { Place } from '../../src/diagnostics/diagnostic.js';
import { type LoadedRuleSet, loadRuleSet, loadScenario } from '../../src/load.js';
import type { SourceText } from '../../src/source/source-file.js';

const FOLDER = 'rules/example';

/** What becomes of a file of the example: a text instead of its own, a change of it, or `null` for no such file. */
export type Change = string | null | ((text: string) => string);

/** The texts of the rule set that `init` writes, with some of its files changed, added or left out. */
export function exampleFiles(changes: Record<string, Change> = {}): SourceText[] {
  const own = Object.entries(STARTER).flatMap(([path, text]) =>
    path.startsWith(`${FOLDER}/`) && path.endsWith('.yaml')
      ? [[path.slice(FOLDER.length + 1), text] as const]
      : [],
  );
  const texts = new Map<string, string>(own);
  for (const [name, change] of Object.entries(changes)) {
    const text = typeof change === 'function' ? change(texts.get(name) ?? '') : change;
    if (text === null) texts.delete(name);
    else if (text === texts.get(name)) throw new Error(`nothing was changed in ${name}`);
    else texts.set(name, text);
  }
  return [...texts].map(([name, text]) => ({ path: `${FOLDER}/${name}`, text }));
}

/** The rule set that `init` writes, changed. */
export function loadExample(changes: Record<string, Change> = {}): LoadedRuleSet {
  return loadRuleSet(FOLDER, exampleFiles(changes));
}

/** The findings on the scenario that `init` writes, with other facts, against the rule set that it writes, changed. */
export async function scenarioFindings(facts: string, changes: Record<string, Change> = {}) {
  const { ruleSet, diagnostics } = loadExample(changes);
  if (!ruleSet) throw new Error(JSON.stringify(diagnostics));
  const text = `${STARTER['scenarios/example.yaml']!.split('facts:')[0]}facts: ${facts}\n`;
  return (await loadScenario({ path: 'scenarios/example.yaml', text }, ruleSet)).diagnostics;
}

/** The words that a place underlines. */
export function underlined({ excerpt, column, endColumn, excerptColumn = 1 }: Place): string {
  return excerpt.slice(column - excerptColumn, endColumn - excerptColumn);
}

/** The text of one rule. */
export function ruleText(
  id: string,
  when: string,
  then = '{ option: airlift, criterion: relief, points: 1 }',
): string {
  return `  - { id: ${id}, title: T, when: ${when}, then: [${then}], because: b, evidence: weak, sources: [own-judgement] }\n`;
}
