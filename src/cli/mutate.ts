import type { MutationResult } from '../model/mutation-result.js';
import { mutate } from '../mutation/mutate.js';
import { OPERATORS } from '../mutation/mutation.js';
import { toJson } from '../report/formats.js';
import { mutationText } from '../report/mutation.js';
import { EXIT, type Io, Stop } from './io.js';
import { emit } from './output.js';
import { openToTest, placedCases, ruleSetsHere } from './rule-sets.js';
import { reportOptions, type Settings } from './settings.js';

type Asked = Omit<Settings, 'format'> & {
  format?: 'text' | 'json';
  filter?: string;
  timeLimit: number;
  threshold?: number;
};

/** `demarche mutate [RULE-SET…]` */
export async function mutateCommand(given: readonly string[], asked: Asked, io: Io): Promise<number> {
  const folders = given.length > 0 ? given : await ruleSetsHere();
  const results: MutationResult[] = [];
  for (const folder of folders) results.push(await mutateFolder(folder, asked, io));
  if (results.every(({ mutants }) => mutants.length === 0)) {
    const which =
      asked.filter === undefined
        ? 'nothing to change'
        : `no change to try in rules and named conditions whose ids hold \`${asked.filter}\``;
    throw new Stop(EXIT.findings, `${which}: an empty run is no success`);
  }
  const { format = 'text', ...settings } = asked;
  const isBad = results.some(result => noticesTooLittle(result, asked.threshold));
  const text =
    format === 'json'
      ? toJson(results.length === 1 ? results[0] : results)
      : mutationText(results, OPERATORS, reportOptions(settings, io));
  await emit(asked.quiet === true && !isBad && format === 'text' ? '' : text, asked.output, io);
  return isBad ? EXIT.findings : EXIT.done;
}

async function mutateFolder(folder: string, asked: Asked, io: Io): Promise<MutationResult> {
  const { ruleSet, authored, cases } = await openToTest(folder, asked.color, io);
  const { filter, timeLimit } = asked;
  const result = await mutate(authored, ruleSet, {
    cases: await placedCases(cases),
    limit: () => AbortSignal.timeout(1000 * timeLimit),
    ...(asked.quiet !== true && { onProgress: io.progress }),
    ...(filter !== undefined && { wanted: id => id.includes(filter) }),
  });
  io.progress(1);
  return result;
}

/** Whether a case fails already, or less is noticed than was asked for, in hundredths: all, unless it is said. */
function noticesTooLittle({ failing, score }: MutationResult, threshold = 100): boolean {
  return failing.length > 0 || (score !== null && 100 * score < threshold);
}
