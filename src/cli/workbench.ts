import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { intoShell, withoutFolder } from '../workbench/data.js';
import { openScenario } from './input.js';
import { EXIT, type Io, Stop } from './io.js';
import { emit } from './output.js';
import type { Settings } from './settings.js';

/** `demarche workbench SCENARIO -o page.html` */
export async function workbenchCommand(
  path: string,
  asked: Settings & { ruleSet?: string },
  io: Io,
): Promise<number> {
  if (asked.output === undefined && io.tty)
    throw new Stop(
      EXIT.usage,
      'say where to write the page: `-o page.html`, or `-o -` for the standard output',
    );
  const { ruleSet, folder, source } = await openScenario(path, asked, io);
  const data = {
    ruleSet: withoutFolder(ruleSet, folder),
    scenario: { ...source, path: basename(source.path) },
  };
  await emit(intoShell(await shell(), data), asked.output, io);
  return EXIT.done;
}

/** The page without data, which stands beside the command line when it is built. */
export async function shell(): Promise<string> {
  const places = ['./workbench.html', '../workbench.html', '../../dist/workbench.html'];
  for (const place of places) {
    const text = await readFile(fileURLToPath(new URL(place, import.meta.url)), 'utf8').catch(
      () => undefined,
    );
    if (text !== undefined) return text;
  }
  throw new Error('dist/workbench.html is missing: build first');
}
