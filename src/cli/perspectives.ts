import { comparePerspectives } from '../analysis/perspectives.js';
import type { Appraisal } from '../model/appraisal.js';
import { render } from '../report/formats.js';
import { openScenario } from './input.js';
import { EXIT, type Io, Stop } from './io.js';
import { commandLine, type Judging, judgeOpened } from './judging.js';
import { emit } from './output.js';
import { reportOptions } from './settings.js';

type Asked = Omit<Judging, 'perspective' | 'weight' | 'top'> & { first: number };

/** `demarche perspectives SCENARIO` */
export async function perspectivesCommand(
  path: string,
  { first, ...asked }: Asked,
  io: Io,
  args: readonly string[],
): Promise<number> {
  const opened = await openScenario(path, asked, io);
  const { perspectives } = opened.ruleSet;
  if (perspectives.size < 2) throw new Stop(EXIT.usage, 'the rule set has only one perspective');
  const appraisals: Appraisal[] = [];
  for (const perspective of perspectives.keys()) {
    appraisals.push(await judgeOpened(opened, { ...asked, perspective }, commandLine(args)));
  }
  const view = comparePerspectives(opened.ruleSet, appraisals, first);
  await emit(render([view], asked.format ?? 'text', reportOptions(asked, io)), asked.output, io);
  return EXIT.done;
}
