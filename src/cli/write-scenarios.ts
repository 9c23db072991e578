import { dirname, join, relative, resolve } from 'node:path';
import { type Document, parseDocument } from 'yaml';
import { readText } from '../files/index.js';
import { makeFolder } from '../files/make-folder.js';
import type { Appraisal } from '../model/appraisal.js';
import type { Value } from '../model/fact.js';
import type { Opened } from './input.js';
import { EXIT, Stop } from './io.js';
import type { Judging } from './judging.js';
import { writeWhole } from './output.js';

/**
 * Writes copies of a scenario file with some facts stated anew, numbered and named for what they are, into a folder. They
 * keep the comments of the original, and `appraise` runs them as they are: what was asked for beside the file, rule set,
 * perspective, weights and changes, is written into them. Gives their paths.
 */
export async function writeScenarios(
  path: string,
  asked: Judging,
  changes: readonly ReadonlyMap<string, Value>[],
  name: string,
  folder: string,
  { ruleSet, scenario }: Opened,
  appraisal: Appraisal,
): Promise<string[]> {
  const { source } = path === '-' ? { source: undefined } : await readText(path);
  if (!source) throw new Stop(EXIT.usage, '--write needs the scenario as a file');
  await makeFolder(folder).catch(() => {
    throw new Stop(EXIT.usage, `cannot make the folder \`${folder}\``);
  });
  const seenFrom = (to: string) => relative(resolve(folder), resolve(to)).replaceAll('\\', '/') || '.';
  const moved = (to: string) => seenFrom(join(dirname(path), to));
  const text = source.text.replace(SCHEMA_LINE, (_, key: string, to: string) => `${key}${moved(to)}`);
  const paths: string[] = [];
  for (const [i, values] of changes.entries()) {
    const document = parseDocument(text);
    const id = `${scenario.id}-${name}-${i + 1}`;
    document.set('id', id);
    document.set('title', `${scenario.title}, ${name} ${i + 1}`);
    document.set(
      'rule-set',
      asked.ruleSet === undefined ? moved(String(document.get('rule-set'))) : seenFrom(asked.ruleSet),
    );
    judgeAs(document, asked, appraisal);
    for (const fact of ruleSet.facts.values()) if (fact.derive) document.deleteIn(['facts', fact.id]);
    for (const { fact, value } of scenario.changes) document.setIn(['facts', fact], value);
    for (const [fact, value] of values) document.setIn(['facts', fact], value);
    const target = join(folder, `${id}.yaml`);
    await writeWhole(document.toString({ lineWidth: 0 }), target);
    paths.push(target);
  }
  return paths;
}

/** The comment that tells an editor of the schema, where that is a relative path and no URL. */
const SCHEMA_LINE = /^(#\s*yaml-language-server:\s*\$schema=)(?![a-z][a-z0-9+.-]*:|\/)(\S+)/im;

/** Writes the weights that were asked for beside the file: a perspective, or shares where some were fixed. */
function judgeAs(document: Document, { perspective, weight = [] }: Judging, { weights }: Appraisal): void {
  if (weight.length > 0) {
    document.delete('perspective');
    document.set('weights', weights);
  } else if (perspective !== undefined) {
    document.delete('weights');
    document.set('perspective', perspective);
  }
}
