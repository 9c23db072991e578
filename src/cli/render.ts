import { formatDiagnostics } from '../diagnostics/code-frame.js';
import { readResult } from '../files/result.js';
import { type Result, render } from '../report/formats.js';
import { validateResult } from '../schema/validate-result.js';
import { EXIT, type Io, Stop } from './io.js';
import { emit } from './output.js';
import { reportOptions, type Settings } from './settings.js';

/** `demarche render RESULT.json` */
export async function renderCommand(path: string, asked: Settings, io: Io): Promise<number> {
  const read = path === '-' ? { text: await io.stdin() } : await readResult(path);
  if ('missing' in read) throw new Stop(EXIT.usage, `no file \`${path}\``);
  const { results, problem } = 'problem' in read ? { results: [], ...read } : validateResult(read.text);
  if (problem !== undefined) {
    const error = { code: 'result/format', severity: 'error', message: `\`${path}\` ${problem}` } as const;
    throw new Stop(EXIT.invalid, formatDiagnostics([error], { color: false }).trimEnd());
  }
  const text = render(results as Result[], asked.format ?? 'text', reportOptions(asked, io));
  await emit(text, asked.output, io);
  return EXIT.done;
}
