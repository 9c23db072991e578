import { balance } from '../audits/balance.js';
import { balanceMarkdown, balanceText } from '../report/balance.js';
import { toJson } from '../report/formats.js';
import { openRuleSet } from './input.js';
import { EXIT, type Io } from './io.js';
import { emit } from './output.js';
import { reportOptions, type Settings } from './settings.js';

type Asked = Omit<Settings, 'format'> & {
  format?: 'text' | 'json' | 'markdown';
  seed: number;
  timeLimit: number;
};

/** `demarche balance RULE-SET` */
export async function balanceCommand(folder: string, asked: Asked, io: Io): Promise<number> {
  const { format = 'text', seed, timeLimit, ...settings } = asked;
  const ruleSet = await openRuleSet(folder, settings, io);
  const result = await balance(ruleSet, {
    seed,
    limit: () => AbortSignal.timeout(1000 * timeLimit),
    ...(asked.quiet !== true && { onProgress: io.progress }),
  });
  io.progress(1);
  const printed = {
    text: () => balanceText(result, reportOptions(settings, io)),
    json: () => toJson(result),
    markdown: () => balanceMarkdown(result),
  }[format]();
  await emit(printed, asked.output, io);
  return EXIT.done;
}
