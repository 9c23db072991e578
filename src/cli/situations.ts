import { LATTICE_POINTS } from '../analysis/lattice.js';
import type { NoSituations, SituationOptions } from '../analysis/over-situations.js';
import type { KnownWeights } from '../analysis/weight-draws.js';
import type { Appraisal } from '../model/appraisal.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { type Result, render } from '../report/formats.js';
import { whyNot } from '../report/why-not.js';
import { openScenario } from './input.js';
import { EXIT, type Io, Stop } from './io.js';
import { commandLine, type Judging, judgeOpened } from './judging.js';
import { emit } from './output.js';
import { reportOptions } from './settings.js';

/** What may be asked of such an analysis beside how to judge and to print; each takes what it knows. */
export interface AskedOfSituations {
  seed: number;
  draws: number;
  facts?: boolean;
  weights?: KnownWeights;
  concentration?: number;
  evidence?: boolean;
  pairs?: boolean;
}

/** An analysis of all that a scenario holds possible. */
type Analysis = (
  ruleSet: RuleSet,
  scenario: Scenario,
  appraisal: Appraisal,
  options: SituationOptions & Omit<AskedOfSituations, 'draws'>,
) => Promise<Result | NoSituations>;

/** Runs such an analysis as a command: `demarche robustness SCENARIO`, `demarche information SCENARIO`. */
export async function situationsCommand(
  analyse: Analysis,
  path: string,
  asked: Judging & AskedOfSituations,
  io: Io,
  args: readonly string[],
): Promise<number> {
  const { seed, draws, facts, weights, concentration, evidence, pairs } = asked;
  if (concentration !== undefined && weights !== 'near')
    throw new Stop(EXIT.usage, '--concentration goes with `--weights near`');
  const opened = await openScenario(path, asked, io);
  const appraisal = await judgeOpened(opened, asked, commandLine(args));
  const found = await analyse(opened.ruleSet, opened.scenario, appraisal, {
    seed,
    replicates: Math.max(2, Math.round(draws / LATTICE_POINTS)),
    ...(facts !== undefined && { facts }),
    ...(weights !== undefined && { weights }),
    ...(concentration !== undefined && { concentration }),
    ...(evidence !== undefined && { evidence }),
    ...(pairs !== undefined && { pairs }),
    ...(asked.quiet !== true && { onProgress: io.progress }),
  });
  io.progress(1);
  if (!('format' in found)) throw new Stop(EXIT.invalid, whyNot(found));
  await emit(render([found], asked.format ?? 'text', reportOptions(asked, io)), asked.output, io);
  return EXIT.done;
}
