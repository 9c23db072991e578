import { flips } from '../analysis/flips.js';
import { information } from '../analysis/information.js';
import { LATTICE_POINTS } from '../analysis/lattice.js';
import { type ReportPart, report } from '../analysis/report.js';
import { robustness } from '../analysis/robustness.js';
import type { Appraisal } from '../model/appraisal.js';
import type { ReportFormat } from '../report/options.js';
import { whyNot } from '../report/why-not.js';
import { type Opened, openScenario } from './input.js';
import { EXIT, type Io, Stop } from './io.js';
import { commandLine, type Judging, judgeOpened } from './judging.js';
import { emit } from './output.js';
import { printReport } from './print-report.js';
import { reportOptions } from './settings.js';

type Asked = Omit<Judging, 'format'> & {
  format: ReportFormat;
  draws: number;
  seed: number;
  max: number;
  timeLimit: number;
};

/** `demarche report SCENARIO…` */
export async function reportCommand(
  paths: readonly string[],
  asked: Asked,
  io: Io,
  args: readonly string[],
): Promise<number> {
  if (paths.filter(path => path === '-').length > 1)
    throw new Stop(EXIT.usage, 'the standard input can be read only once');
  if (asked.format === 'docx' && (asked.output === undefined || asked.output === '-'))
    throw new Stop(EXIT.usage, '`--format docx` is no text: say with `-o FILE` where to write it');
  const { format, ...judging } = asked;
  const command = commandLine(whatIsSaid(args));
  const parts: ReportPart[] = [];
  for (const path of paths) {
    const opened = await openScenario(path, judging, io);
    parts.push(await partOf(opened, asked, judging, command, io));
  }
  io.progress(1);
  const { top } = asked;
  const data = report(parts, { ...(top !== undefined && { top }), command });
  await emit(await printReport(data, format, reportOptions(judging, io)), asked.output, io);
  return EXIT.done;
}

/** Arguments that only say in which form to print and where to: a report is the same without them. */
function whatIsSaid(args: readonly string[]): string[] {
  const withValue = ['-o', '--output', '-f', '--format'];
  const form = /^(-[of].+|--(output|format)=.*|--color|--no-color|-q|--quiet)$/;
  return args.filter((arg, i) => {
    const taken = withValue.includes(args[i - 1] ?? '');
    return !taken && !withValue.includes(arg) && !form.test(arg);
  });
}

/** All that is said of one situation. */
async function partOf(
  opened: Opened,
  { draws, seed, max, timeLimit, quiet }: Asked,
  judging: Judging,
  command: string,
  io: Io,
): Promise<ReportPart> {
  const { ruleSet, scenario } = opened;
  const watching = quiet === true ? {} : { onProgress: io.progress };
  const appraisal = await judgeOpened(opened, judging, command);
  const perspectives: Appraisal[] = [];
  for (const perspective of ruleSet.perspectives.keys())
    perspectives.push(await judgeOpened(opened, { ...judging, perspective }, command));
  const replicates = Math.max(2, Math.round(draws / LATTICE_POINTS));
  const over = { seed, replicates, ...watching };
  const sure = await robustness(ruleSet, scenario, appraisal, over);
  const worth = 'format' in sure ? await information(ruleSet, scenario, appraisal, over) : sure;
  const found = await flips(ruleSet, scenario, appraisal, {
    ...{ maxFacts: max, most: 10 },
    signal: AbortSignal.timeout(1000 * timeLimit),
    ...watching,
  });
  return {
    ...{ ruleSet, scenario, appraisal, perspectives, flips: found },
    robustness: 'format' in sure ? sure : null,
    information: 'format' in worth ? worth : null,
    ...(!('format' in worth) && { unanswered: whyNot(worth) }),
  };
}
