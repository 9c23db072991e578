import type { Appraisal } from '../model/appraisal.js';
import { render } from '../report/formats.js';
import { openScenario } from './input.js';
import { EXIT, type Io, Stop } from './io.js';
import { commandLine, type Judging, judgeOpened } from './judging.js';
import { emit } from './output.js';
import { reportOptions } from './settings.js';

/** `demarche appraise SCENARIO…` */
export async function appraiseCommand(
  scenarios: readonly string[],
  asked: Judging,
  io: Io,
  args: readonly string[],
): Promise<number> {
  if (scenarios.filter(path => path === '-').length > 1) {
    throw new Stop(EXIT.usage, 'the standard input can be read only once');
  }
  const command = commandLine(args);
  const results: Appraisal[] = [];
  for (const path of scenarios) {
    const opened = await openScenario(path, asked, io);
    const perspectives = asked.perspective === 'all' ? [...opened.ruleSet.perspectives.keys()] : [undefined];
    for (const perspective of perspectives) {
      const one = perspective === undefined ? asked : { ...asked, perspective };
      results.push(await judgeOpened(opened, one, command));
    }
  }
  await emit(render(results, asked.format ?? 'text', reportOptions(asked, io)), asked.output, io);
  return EXIT.done;
}
