import { outlook } from '../analysis/outlook.js';
import type { AppraiseOptions } from '../appraise.js';
import { remembered } from '../files/remembered.js';
import type { Appraisal } from '../model/appraisal.js';
import { render } from '../report/formats.js';
import { type Opened, openScenario } from './input.js';
import { EXIT, type Io, Stop } from './io.js';
import { commandLine, type Judging, judgeOpened } from './judging.js';
import { emit } from './output.js';
import { reportOptions } from './settings.js';

/** `demarche appraise SCENARIO…` */
export async function appraiseCommand(
  scenarios: readonly string[],
  asked: Judging & { analysis?: boolean; aggregate?: AppraiseOptions['aggregate'] },
  io: Io,
  args: readonly string[],
): Promise<number> {
  if (scenarios.filter(path => path === '-').length > 1) {
    throw new Stop(EXIT.usage, 'the standard input can be read only once');
  }
  if (asked.aggregate === 'promethee-ii' && asked.perspective === 'all')
    throw new Stop(EXIT.usage, '`--aggregate promethee-ii` checks one ranking: name one perspective');
  const command = commandLine(args);
  const results: Appraisal[] = [];
  for (const path of scenarios) {
    const opened = await openScenario(path, asked, io);
    if (asked.perspective === 'all') {
      for (const perspective of opened.ruleSet.perspectives.keys())
        results.push(await judgeOpened(opened, { ...asked, perspective }, command));
      continue;
    }
    const appraisal = await judgeOpened(opened, asked, command, asked.aggregate);
    results.push(asked.analysis === false ? appraisal : await withOutlook(opened, appraisal));
  }
  await emit(render(results, asked.format ?? 'text', reportOptions(asked, io)), asked.output, io);
  return EXIT.done;
}

/** With what the analyses say in a line each, which is remembered: it takes as long as all the rest. */
async function withOutlook({ ruleSet, scenario }: Opened, appraisal: Appraisal): Promise<Appraisal> {
  if (appraisal.ranking.length < 2) return appraisal;
  const from = ['outlook', ruleSet.hash, scenario.hash, JSON.stringify(appraisal.weights)];
  return { ...appraisal, outlook: await remembered(from, () => outlook(ruleSet, scenario, appraisal)) };
}
