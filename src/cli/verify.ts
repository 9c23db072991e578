import { makeFolder } from '../files/make-folder.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Verification } from '../model/verification.js';
import { verify } from '../proofs/verify.js';
import { toJson } from '../report/formats.js';
import { verificationText } from '../report/verification.js';
import { auditOf, isClean } from './audit.js';
import { EXIT, type Io, Stop } from './io.js';
import { emit } from './output.js';
import { openToTest, ruleSetsHere } from './rule-sets.js';
import { reportOptions, type Settings } from './settings.js';
import { shownIn, writeSituations } from './write-situations.js';

/** What `verify` can be told. */
export type VerifyAsked = Omit<Settings, 'format'> & {
  format?: 'text' | 'json';
  filter?: string;
  timeLimit: number;
  write?: string;
  audit?: boolean;
  scenarios?: string;
};

/** `demarche verify [RULE-SET…]` */
export async function verifyCommand(given: readonly string[], asked: VerifyAsked, io: Io): Promise<number> {
  const folders = given.length > 0 ? given : await ruleSetsHere();
  const { write } = asked;
  // Before the work, which may take long.
  if (write !== undefined)
    await makeFolder(write).catch(() => {
      throw new Stop(EXIT.usage, `cannot make the folder \`${write}\``);
    });
  const results: Verification[] = [];
  for (const folder of folders) {
    const { ruleSet, result } = await verifyFolder(folder, asked, io);
    results.push(result);
    if (write !== undefined) await writeSituations(shownIn(result), ruleSet, folder, write, asked, io);
  }
  if (!results.some(({ properties, audit }) => properties.length > 0 || (audit?.kinds.length ?? 0) > 0)) {
    const what = asked.audit ? 'audit whose name' : 'property whose id or title';
    throw new Stop(EXIT.findings, `no ${what} holds \`${asked.filter}\`: an empty run is no success`);
  }
  const isBad = results.some(
    ({ properties, audit }) => properties.some(({ asExpected }) => !asExpected) || !isClean(audit),
  );
  const { format = 'text', ...settings } = asked;
  const text =
    format === 'json'
      ? toJson(results.length === 1 ? results[0] : results)
      : verificationText(results, reportOptions(settings, io));
  await emit(asked.quiet === true && !isBad && format === 'text' ? '' : text, asked.output, io);
  return isBad ? EXIT.findings : EXIT.done;
}

async function verifyFolder(
  folder: string,
  asked: VerifyAsked,
  io: Io,
): Promise<{ ruleSet: RuleSet; result: Verification }> {
  const opened = await openToTest(folder, asked.color, io);
  const { ruleSet } = opened;
  const { filter, timeLimit } = asked;
  if (asked.audit) {
    const none = await verify(ruleSet, { wanted: () => false });
    return { ruleSet, result: { ...none, audit: await auditOf(opened, folder, asked, io) } };
  }
  const result = await verify(ruleSet, {
    limit: () => AbortSignal.timeout(1000 * timeLimit),
    ...(asked.quiet !== true && { onProgress: io.progress }),
    ...(filter !== undefined && {
      wanted: ({ id, title }) => id.includes(filter) || title.toLowerCase().includes(filter.toLowerCase()),
    }),
  });
  io.progress(1);
  return { ruleSet, result };
}
