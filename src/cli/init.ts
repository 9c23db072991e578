import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readRuleSet } from '../files/index.js';
import { toJson } from '../report/formats.js';
import { scenarioSchema } from '../report/scenario-schema.js';
import { EXIT, type Io, Stop } from './io.js';
import { STARTER } from './starter.js';

/** `demarche init [DIR]`: writes nothing if any of its files is there already. */
export async function initCommand(folder: string, quiet: boolean, io: Io): Promise<number> {
  const paths = Object.keys(STARTER);
  for (const path of paths) {
    const there = await access(join(folder, path)).then(
      () => true,
      () => false,
    );
    if (there) throw new Stop(EXIT.usage, `\`${join(folder, path)}\` is there already: nothing was written`);
  }
  for (const [path, text] of Object.entries(STARTER)) await put(join(folder, path), text);
  const { ruleSet } = await readRuleSet(join(folder, 'rules', 'example'));
  if (ruleSet)
    await put(join(folder, 'rules', 'example', 'scenario.schema.json'), toJson(scenarioSchema(ruleSet)));
  const scenario = join(folder, 'scenarios', 'example.yaml');
  if (!quiet) io.out(`Wrote ${paths.length + 1} files to ${folder}.\nNext: demarche appraise ${scenario}\n`);
  return EXIT.done;
}

async function put(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new Stop(EXIT.usage, `cannot write \`${path}\`${why}`);
  }
}
