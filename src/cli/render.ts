import { formatDiagnostics } from '../diagnostics/code-frame.js';
import type { Code } from '../diagnostics/codes.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { PROBLEMS } from '../files/read-bytes.js';
import { RESULT_LIMIT, readResult } from '../files/result.js';
import type { Report } from '../model/report.js';
import { type Result, render } from '../report/formats.js';
import type { Format, ReportFormat } from '../report/options.js';
import { validateResult } from '../schema/validate-result.js';
import { EXIT, type Io, Stop } from './io.js';
import { emit } from './output.js';
import { printReport, printSummary } from './print-report.js';
import { reportOptions, type Settings } from './settings.js';

/** `demarche render RESULT.json` */
export async function renderCommand(
  path: string,
  { format = 'text', ...asked }: Omit<Settings, 'format'> & { format?: ReportFormat },
  io: Io,
): Promise<number> {
  const { results, problem } = validateResult(await textOf(path, io));
  if (problem !== undefined) refuse('result/format', `\`${path}\` ${problem}`);
  const all = results as (Result | Report)[];
  const options = reportOptions(asked, io);
  const alone = all.length === 1 ? all[0] : undefined;
  const text =
    alone?.format === 'report/1'
      ? await printReport(alone, format, options)
      : alone?.format === 'table-summary/1' && format !== 'docx'
        ? await printSummary(alone, format, options)
        : render(othersOnly(path, all), pageless(format), options);
  await emit(text, asked.output, io);
  return EXIT.done;
}

/** Results that are no reports: one of those stands alone in its file. */
function othersOnly(path: string, all: readonly (Result | Report)[]): Result[] {
  const others = all.filter((one): one is Result => one.format !== 'report/1');
  if (others.length < all.length)
    refuse('result/format', `\`${path}\` holds a report among other results: it is rendered alone`);
  return others;
}

/** A form that every result has: pages are for reports and summaries of tables. */
function pageless(format: ReportFormat): Format {
  if (format !== 'html' && format !== 'docx') return format;
  throw new Stop(EXIT.usage, `\`--format ${format}\` is for a report, which \`demarche report\` makes`);
}

/** The text of a saved result, or from the standard input. */
async function textOf(path: string, io: Io): Promise<string> {
  const read = path === '-' ? await io.stdin(RESULT_LIMIT) : await readResult(path);
  if ('problem' in read) {
    if (read.problem === 'missing') throw new Stop(EXIT.usage, `no file \`${path}\``);
    return refuse('file/unreadable', `\`${path}\` ${PROBLEMS[read.problem]}`);
  }
  if (!read.whole) return refuse('result/format', `\`${path}\` is larger than ${RESULT_LIMIT / 2 ** 20} MiB`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(read.bytes);
  } catch {
    return refuse('file/unreadable', `\`${path}\` is no text in UTF-8`);
  }
}

function refuse(code: Code, message: string): never {
  throw new Stop(EXIT.invalid, formatDiagnostics([diagnostic(code, message)], { color: false }).trimEnd());
}
