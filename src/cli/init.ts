import { access, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../files/make-folder.js';
import { authorSchemas } from '../files/schemas.js';
import { loadRuleSet } from '../load.js';
import { toJson } from '../report/formats.js';
import { scenarioSchema } from '../report/scenario-schema.js';
import { EXIT, type Io, Stop } from './io.js';
import { STARTER } from './starter.js';

/** `demarche init [DIR]`: writes nothing if any of its files is there already. */
export async function initCommand(folder: string, quiet: boolean, io: Io): Promise<number> {
  const files = new Map([...Object.entries(STARTER), ...(await schemas())]);
  for (const path of files.keys()) {
    const there = await access(join(folder, path)).then(
      () => true,
      () => false,
    );
    if (there) throw new Stop(EXIT.usage, `\`${join(folder, path)}\` is there already: nothing was written`);
  }
  for (const [path, text] of files) await put(join(folder, path), text);
  const scenario = join(folder, 'scenarios', 'example.yaml');
  if (!quiet) io.out(`Wrote ${files.size} files to \`${folder}\`.\nNext: demarche appraise ${scenario}\n`);
  return EXIT.done;
}

const RULE_SET = 'rules/example';

/**
 * The schemas that the files name, so that an editor completes and explains their keys without the network: those of
 * the package, and one for scenarios of the example.
 */
async function schemas(): Promise<[path: string, text: string][]> {
  const sources = Object.entries(STARTER).map(([path, text]) => ({ path, text }));
  const { ruleSet } = loadRuleSet(
    RULE_SET,
    sources.filter(({ path }) => path.startsWith(`${RULE_SET}/`)),
  );
  const own = [...(await authorSchemas())].map(([name, text]): [string, string] => [`schemas/${name}`, text]);
  return [...own, [`${RULE_SET}/scenario.schema.json`, toJson(scenarioSchema(ruleSet!))]];
}

async function put(path: string, text: string): Promise<void> {
  try {
    await makeFolder(dirname(path));
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new Stop(EXIT.usage, `cannot write \`${path}\`${why}`);
  }
}
