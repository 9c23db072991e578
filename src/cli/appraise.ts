import type { Appraisal } from '../model/appraisal.js';
import { render, toJson } from '../report/formats.js';
import { perspectivesText } from '../report/perspectives.js';
import { openScenario } from './input.js';
import { EXIT, type Io } from './io.js';
import { commandLine, type Judging, judgeOpened } from './judging.js';
import { emit } from './output.js';
import { reportOptions } from './settings.js';

/** `demarche appraise SCENARIO…` */
export async function appraiseCommand(
  scenarios: readonly string[],
  asked: Judging,
  io: Io,
  args: readonly string[],
): Promise<number> {
  const command = commandLine(args);
  const results: Appraisal[][] = [];
  for (const path of scenarios) {
    const opened = await openScenario(path, asked, io);
    const { perspective: _, ...own } = asked;
    const all = asked.perspective === 'all';
    const each = all
      ? [...opened.ruleSet.perspectives.keys()].map(perspective => ({ ...own, perspective }))
      : [asked];
    const appraisals: Appraisal[] = [];
    for (const one of each) appraisals.push(await judgeOpened(opened, one, command));
    results.push(appraisals);
  }
  await emit(printed(results, asked, io), asked.output, io);
  return EXIT.done;
}

function printed(results: readonly Appraisal[][], asked: Judging, io: Io): string {
  const format = asked.format ?? 'text';
  const options = reportOptions(asked, io);
  const flat = results.flat();
  if (format === 'json') return toJson(flat.length === 1 ? flat[0] : flat);
  if (asked.perspective === 'all' && format === 'text') {
    return results.map(appraisals => perspectivesText(appraisals, options)).join('\n');
  }
  const texts = flat.map(appraisal => render(appraisal, format, options));
  if (format === 'csv')
    return texts.map((text, i) => (i === 0 ? text : text.slice(text.indexOf('\n') + 1))).join('');
  return texts.join('\n');
}
