import { join, relative, resolve } from 'node:path';
import { stringify } from 'yaml';
import { makeFolder } from '../files/make-folder.js';
import type { Example, Verification } from '../model/verification.js';
import { verify } from '../proofs/verify.js';
import { toJson } from '../report/formats.js';
import { verificationText } from '../report/verification.js';
import { EXIT, type Io, Stop } from './io.js';
import { emit, writeWhole } from './output.js';
import { openToTest, ruleSetsHere } from './rule-sets.js';
import { reportOptions, type Settings } from './settings.js';

type Asked = Omit<Settings, 'format'> & {
  format?: 'text' | 'json';
  filter?: string;
  timeLimit: number;
  write?: string;
};

/** `demarche verify [RULE-SET…]` */
export async function verifyCommand(given: readonly string[], asked: Asked, io: Io): Promise<number> {
  const folders = given.length > 0 ? given : await ruleSetsHere();
  const { write } = asked;
  // Before the work, which may take long.
  if (write !== undefined)
    await makeFolder(write).catch(() => {
      throw new Stop(EXIT.usage, `cannot make the folder \`${write}\``);
    });
  const results: Verification[] = [];
  for (const folder of folders) {
    const result = await verifyFolder(folder, asked, io);
    results.push(result);
    if (write !== undefined) await writeExamples(result, folder, write, asked, io);
  }
  const properties = results.flatMap(({ properties }) => properties);
  if (properties.length === 0)
    throw new Stop(
      EXIT.findings,
      `no property whose id or title holds \`${asked.filter}\`: an empty run is no success`,
    );
  const isBad = properties.some(({ asExpected }) => !asExpected);
  const { format = 'text', ...settings } = asked;
  const text =
    format === 'json'
      ? toJson(results.length === 1 ? results[0] : results)
      : verificationText(results, reportOptions(settings, io));
  await emit(asked.quiet === true && !isBad && format === 'text' ? '' : text, asked.output, io);
  return isBad ? EXIT.findings : EXIT.done;
}

async function verifyFolder(folder: string, asked: Asked, io: Io): Promise<Verification> {
  const { ruleSet } = await openToTest(folder, asked.color, io);
  const { filter, timeLimit } = asked;
  const result = await verify(ruleSet, {
    limit: () => AbortSignal.timeout(1000 * timeLimit),
    ...(asked.quiet !== true && { onProgress: io.progress }),
    ...(filter !== undefined && {
      wanted: ({ id, title }) => id.includes(filter) || title.toLowerCase().includes(filter.toLowerCase()),
    }),
  });
  io.progress(1);
  return result;
}

/** Writes each situation that was found as a scenario that `appraise` runs as it is; two where a property compares two. */
async function writeExamples(
  { properties }: Verification,
  ruleSet: string,
  folder: string,
  { quiet }: Asked,
  io: Io,
): Promise<void> {
  const to = relative(resolve(folder), resolve(ruleSet)).replaceAll('\\', '/') || '.';
  let written = 0;
  for (const { id, title, counterexample, example } of properties) {
    const shown = counterexample ?? example;
    if (!shown) continue;
    const moved = Object.fromEntries(shown.then.map(({ fact, to }) => [fact, to]));
    const both = shown.then.length > 0 ? [{}, moved] : [{}];
    for (const [i, changes] of both.entries()) {
      const name = both.length > 1 ? `${id}-${i + 1}` : id;
      const text = stringify({
        id: name,
        title,
        'rule-set': to,
        // A situation of no day; a scenario has to name one.
        'as-of': '2000-01-01',
        ...judgedBy(shown),
        facts: { ...shown.facts, ...changes },
      });
      await writeWhole(text, join(folder, `${name}.yaml`));
      written += 1;
    }
  }
  if (!quiet) io.err(`Wrote ${written} ${written === 1 ? 'scenario' : 'scenarios'} to ${folder}.\n`);
}

/** Where weights do not matter any perspective will do, and a scenario has to name one. */
function judgedBy({ perspective, weights }: Example): object {
  return perspective === null ? { weights } : { perspective };
}
