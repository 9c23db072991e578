import { basename } from 'node:path';
import { Document, isCollection, isScalar, visit } from 'yaml';
import type { Coding } from '../analysis/coding.js';
import { pool } from '../analysis/pool.js';
import type { Unknowns } from '../analysis/pool-fact.js';
import { formatDiagnostics } from '../diagnostics/code-frame.js';
import { loadScenario } from '../load.js';
import type { RuleSet } from '../model/rule-set.js';
import type { ScenarioFile } from '../schema/generated/author-types.js';
import { EXIT, Stop } from './io.js';
import { byTheme, seenFrom } from './new.js';
import { writeWhole } from './output.js';

/**
 * Writes the pool of some codings as a scenario that every analysis takes, named for its file. It is checked first: where
 * what the codings say cannot occur together, nothing is written.
 */
export async function writePool(
  output: string,
  ruleSet: RuleSet,
  codings: readonly Coding[],
  folder: string,
  unknowns: Unknowns,
): Promise<void> {
  const { named, schema } = await seenFrom(output, folder);
  const pooled = pool(ruleSet, codings, { id: idFrom(output), ruleSetPath: named, unknowns });
  const text = textOf(byThemes(pooled, ruleSet), schema);
  const { scenario, diagnostics } = await loadScenario({ path: output, text }, ruleSet);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!scenario)
    throw new Stop(
      EXIT.invalid,
      `${formatDiagnostics(errors, { color: false }).trimEnd()}\nThe pool was not written.`,
    );
  await writeWhole(text, output);
}

/** The id that goes with the name of a file. */
function idFrom(output: string): string {
  const id = basename(output)
    .replace(/\.ya?ml$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return id.slice(0, 100) || 'pooled';
}

/** Facts in the order in which a blank scenario asks for them. */
function byThemes(pooled: ScenarioFile, ruleSet: RuleSet): ScenarioFile {
  const order = [...ruleSet.facts.values()].sort(byTheme).map(({ id }) => id);
  const facts = order.flatMap(id => (id in pooled.facts ? [[id, pooled.facts[id]!] as const] : []));
  return { ...pooled, facts: Object.fromEntries(facts) };
}

function textOf(pooled: ScenarioFile, schema: string | undefined): string {
  const document = new Document(pooled);
  visit(document, {
    Pair: (_, { key, value }) => {
      const isShort = isScalar(key) && ['between', 'source', 'probabilities'].includes(String(key.value));
      if (isShort && isCollection(value)) value.flow = true;
    },
  });
  const line = schema === undefined ? '' : `# yaml-language-server: $schema=${schema}\n`;
  return `${line}${document.toString({ lineWidth: 110, flowCollectionPadding: false })}`;
}
