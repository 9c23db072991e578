import { formatDiagnostics } from '../diagnostics/code-frame.js';
import { readResult } from '../files/result.js';
import type { Appraisal } from '../model/appraisal.js';
import type { Comparison } from '../model/comparison.js';
import { render } from '../report/formats.js';
import { validateResult } from '../schema/validate-result.js';
import { EXIT, type Io, Stop } from './io.js';
import { emit } from './output.js';
import { reportOptions, type Settings } from './settings.js';

/** `demarche render RESULT.json` */
export async function renderCommand(path: string, asked: Settings, io: Io): Promise<number> {
  const text = path === '-' ? await io.stdin() : await readResult(path);
  if (text === undefined) throw new Stop(EXIT.usage, `no file \`${path}\``);
  const { results, problem } = validateResult(text);
  if (problem !== undefined) {
    const error = { code: 'result/format', severity: 'error', message: `\`${path}\` ${problem}` } as const;
    throw new Stop(EXIT.invalid, formatDiagnostics([error], { color: false }).trimEnd());
  }
  const options = reportOptions(asked, io);
  const texts = results.map(result =>
    render(result as Appraisal | Comparison, asked.format ?? 'text', options),
  );
  await emit(texts.join('\n'), asked.output, io);
  return EXIT.done;
}
