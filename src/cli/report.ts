import { type ReportPart, report } from '../analysis/report.js';
import type { ReportFormat } from '../report/options.js';
import { openScenario } from './input.js';
import { EXIT, type Io, Stop } from './io.js';
import { commandLine, type Judging, judgeOpened } from './judging.js';
import { emit } from './output.js';
import { printReport } from './print-report.js';
import { reportPart } from './report-part.js';
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
    const judge = (perspective?: string) =>
      judgeOpened(opened, { ...judging, ...(perspective !== undefined && { perspective }) }, command);
    const watching = asked.quiet === true ? {} : { onProgress: io.progress };
    parts.push(await reportPart(opened.ruleSet, opened.scenario, judge, { ...asked, ...watching }));
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
