import { formatDiagnostics } from '../diagnostics/code-frame.js';
import type { Code } from '../diagnostics/codes.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { PROBLEMS } from '../files/read-bytes.js';
import { RESULT_LIMIT, readResult } from '../files/result.js';
import { type Result, render } from '../report/formats.js';
import { validateResult } from '../schema/validate-result.js';
import { EXIT, type Io, Stop } from './io.js';
import { emit } from './output.js';
import { reportOptions, type Settings } from './settings.js';

/** `demarche render RESULT.json` */
export async function renderCommand(path: string, asked: Settings, io: Io): Promise<number> {
  const { results, problem } = validateResult(await textOf(path, io));
  if (problem !== undefined) refuse('result/format', `\`${path}\` ${problem}`);
  const text = render(results as Result[], asked.format ?? 'text', reportOptions(asked, io));
  await emit(text, asked.output, io);
  return EXIT.done;
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
