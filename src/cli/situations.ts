import { LATTICE_POINTS } from '../analysis/lattice.js';
import type { NoSituations, SituationOptions } from '../analysis/over-situations.js';
import type { Appraisal } from '../model/appraisal.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { type Result, render } from '../report/formats.js';
import { openScenario } from './input.js';
import { EXIT, type Io, Stop } from './io.js';
import { commandLine, type Judging, judgeOpened } from './judging.js';
import { emit } from './output.js';
import { reportOptions } from './settings.js';

/** An analysis of all that a scenario holds possible. */
type Analysis = (
  ruleSet: RuleSet,
  scenario: Scenario,
  appraisal: Appraisal,
  options: SituationOptions,
) => Result | NoSituations;

/** Runs such an analysis as a command: `demarche robustness SCENARIO`, `demarche information SCENARIO`. */
export async function situationsCommand(
  analyse: Analysis,
  path: string,
  asked: Judging & { seed: number; draws: number },
  io: Io,
  args: readonly string[],
): Promise<number> {
  const opened = await openScenario(path, asked, io);
  const appraisal = await judgeOpened(opened, asked, commandLine(args));
  const found = analyse(opened.ruleSet, opened.scenario, appraisal, {
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
