import { dirname, join, relative, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { readText } from '../files/index.js';
import { makeFolder } from '../files/make-folder.js';
import type { Value } from '../model/fact.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { EXIT, Stop } from './io.js';
import { writeWhole } from './output.js';

/**
 * Writes copies of a scenario file with some facts stated anew, numbered and named for what they are, into a folder. They
 * keep the comments of the original, and `appraise` runs them as they are. Gives their paths.
 */
export async function writeScenarios(
  path: string,
  otherRuleSet: string | undefined,
  changes: readonly ReadonlyMap<string, Value>[],
  name: string,
  folder: string,
  { ruleSet, scenario }: { ruleSet: RuleSet; scenario: Scenario },
): Promise<string[]> {
  const { source } = path === '-' ? { source: undefined } : await readText(path);
  if (!source) throw new Stop(EXIT.usage, '--write needs the scenario as a file');
  await makeFolder(folder).catch(() => {
    throw new Stop(EXIT.usage, `cannot make the folder \`${folder}\``);
  });
  const moved = (to: string) => relative(resolve(folder), resolve(dirname(path), to)).replaceAll('\\', '/');
  const text = source.text.replace(
    /(\$schema=)(\S+)/,
    (_, key: string, schema: string) => `${key}${moved(schema)}`,
  );
  const paths: string[] = [];
  for (const [i, values] of changes.entries()) {
    const document = parseDocument(text);
    const id = `${scenario.id}-${name}-${i + 1}`;
    const rules =
      otherRuleSet === undefined
        ? moved(String(document.get('rule-set')))
        : relative(resolve(folder), resolve(otherRuleSet));
    document.set('id', id);
    document.set('title', `${scenario.title}, ${name} ${i + 1}`);
    document.set('rule-set', rules);
    for (const fact of ruleSet.facts.values()) if (fact.derive) document.deleteIn(['facts', fact.id]);
    for (const { fact, value } of scenario.changes) document.setIn(['facts', fact], value);
    for (const [fact, value] of values) document.setIn(['facts', fact], value);
    const target = join(folder, `${id}.yaml`);
    await writeWhole(document.toString({ lineWidth: 0 }), target);
    paths.push(target);
  }
  return paths;
}
