import { listSources } from '../analysis/sources.js';
import type { SourceList } from '../model/sources.js';
import { cslItems } from '../report/csl.js';
import { render, toJson } from '../report/formats.js';
import type { Format } from '../report/options.js';
import { openRuleSet } from './input.js';
import { EXIT, type Io } from './io.js';
import { emit } from './output.js';
import { reportOptions, type Settings } from './settings.js';

type Asked = Omit<Settings, 'format'> & {
  format?: Format | 'csl-json' | 'bibtex';
  by?: SourceList['by'];
};

/** `demarche sources RULE-SET` */
export async function sourcesCommand(folder: string, asked: Asked, io: Io): Promise<number> {
  const { format = 'text', by, ...settings } = asked;
  const ruleSet = await openRuleSet(folder, settings, io);
  await emit(await printed(), asked.output, io);
  return EXIT.done;

  async function printed(): Promise<string> {
    if (format === 'csl-json') return toJson(cslItems(ruleSet.sources.values()));
    // Loaded only where it is wanted: nothing else needs what it brings along.
    if (format === 'bibtex') return (await import('./bibtex.js')).bibtex(cslItems(ruleSet.sources.values()));
    return render([listSources(ruleSet, by)], format, reportOptions(settings, io));
  }
}
