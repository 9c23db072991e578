import { flips } from '../analysis/flips.js';
import { targetProblem } from '../checks/target-problem.js';
import { render } from '../report/formats.js';
import { openScenario } from './input.js';
import { EXIT, type Io, Stop } from './io.js';
import { commandLine, type Judging, judgeOpened } from './judging.js';
import { emit } from './output.js';
import { reportOptions } from './settings.js';
import { writeScenarios } from './write-scenarios.js';

type Asked = Judging & {
  to?: string;
  max: number;
  facts?: boolean;
  weights?: boolean;
  write?: string;
  timeLimit: number;
};

/** `demarche flips SCENARIO` */
export async function flipsCommand(
  path: string,
  asked: Asked,
  io: Io,
  args: readonly string[],
): Promise<number> {
  const opened = await openScenario(path, asked, io);
  const { ruleSet, scenario } = opened;
  const { to, max, top, write } = asked;
  const problem = to === undefined ? undefined : targetProblem(ruleSet, scenario, to);
  if (problem !== undefined) throw new Stop(EXIT.usage, problem);
  const appraisal = await judgeOpened(opened, asked, commandLine(args));
  const both = asked.facts === asked.weights;
  const found = await flips(ruleSet, scenario, appraisal, {
    ...(to !== undefined && { to }),
    ...(top !== undefined && { most: top }),
    maxFacts: both || asked.facts ? max : 0,
    signal: AbortSignal.timeout(1000 * asked.timeLimit),
    ...(asked.quiet !== true && { onProgress: io.progress }),
  });
  io.progress(1);
  const told = both || asked.weights ? found : { ...found, weights: [], leads: [] };
  if (write !== undefined) {
    const values = found.flips.map(({ changes }) => new Map(changes.map(({ fact, to }) => [fact, to])));
    const written = await writeScenarios(path, asked, values, 'flip', write, opened, appraisal);
    if (!asked.quiet) io.err(`Wrote ${written.length} scenarios to ${write}.\n`);
  }
  await emit(render([told], asked.format ?? 'text', reportOptions(asked, io)), asked.output, io);
  return EXIT.done;
}
