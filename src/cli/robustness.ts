import { LATTICE_POINTS } from '../analysis/lattice.js';
import { robustness } from '../analysis/robustness.js';
import { render } from '../report/formats.js';
import { openScenario } from './input.js';
import { EXIT, type Io, Stop } from './io.js';
import { commandLine, type Judging, judgeOpened } from './judging.js';
import { emit } from './output.js';
import { reportOptions } from './settings.js';

/** `demarche robustness SCENARIO` */
export async function robustnessCommand(
  path: string,
  asked: Judging & { seed: number; draws: number },
  io: Io,
  args: readonly string[],
): Promise<number> {
  const opened = await openScenario(path, asked, io);
  const appraisal = await judgeOpened(opened, asked, commandLine(args));
  const found = robustness(opened.ruleSet, opened.scenario, appraisal, {
    seed: asked.seed,
    replicates: Math.max(2, Math.round(asked.draws / LATTICE_POINTS)),
  });
  if ('withoutPrior' in found) {
    const facts = found.withoutPrior.map(id => `\`${id}\``).join(', ');
    throw new Stop(
      EXIT.invalid,
      `nothing says how likely the values of ${facts} are: state them, or give them a prior`,
    );
  }
  if ('impossible' in found)
    throw new Stop(EXIT.invalid, 'no situation that the scenario holds possible can occur');
  await emit(render([found], asked.format ?? 'text', reportOptions(asked, io)), asked.output, io);
  return EXIT.done;
}
