import {
  type Appraisal,
  appraise,
  type Diagnostic,
  loadScenario,
  parseScenario,
  type RuleSet,
  type SourceText,
} from '../index.js';
import { appraisalMarkdown } from '../report/appraisal-markdown.js';
import { exported } from './state/export.js';
import { situationOf, type Work } from './state/work.js';

/** A file that came in: a scenario in which no error was found, or what was found. */
export type Incoming = { source: SourceText; diagnostics: readonly Diagnostic[]; sound: boolean };

/** Reads a file as a scenario of the rule set, with the same findings as on the command line. */
export async function incoming(
  name: string,
  bytes: ArrayBuffer,
  ruleSet: RuleSet,
): Promise<Incoming | { unreadable: string }> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { unreadable: `${name} is no text in UTF-8` };
  }
  const source = { path: name, text };
  const { scenario, diagnostics } = await loadScenario(source, ruleSet);
  const told = diagnostics.filter(({ severity }) => severity !== 'note');
  return { source, diagnostics: told, sound: scenario !== undefined };
}

/** The scenario file of the situation that is worked on, and how it is called. */
export function scenarioFile(work: Work, ruleSet: RuleSet): SourceText {
  const { authored } = parseScenario(work.base);
  return {
    path: `${authored?.value.id ?? 'scenario'}.yaml`,
    text: authored ? exported(authored, situationOf(work), ruleSet) : work.base.text,
  };
}

/** The report of that file, in Markdown; undefined where the file has errors. */
export async function reportFile(work: Work, ruleSet: RuleSet): Promise<SourceText | undefined> {
  const file = scenarioFile(work, ruleSet);
  const { scenario, diagnostics } = await loadScenario(file, ruleSet);
  if (!scenario) return undefined;
  const told = diagnostics.filter(({ severity }) => severity !== 'note');
  const appraisal: Appraisal = await appraise(ruleSet, scenario, {
    command: `demarche appraise ${file.path} --no-analysis --format markdown`,
    diagnostics: told,
  });
  const text = appraisalMarkdown(appraisal, { width: 80, color: false, top: 5, verbose: false });
  return { path: file.path.replace(/\.yaml$/, '.md'), text };
}

/** Has the browser save a file. */
export function save({ path, text }: SourceText, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement('a'), { href: address, download: path });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
