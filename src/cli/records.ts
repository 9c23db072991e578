import { dirname, resolve } from 'node:path';
import { checkRecord } from '../checks/record.js';
import type { AboutScenario } from '../checks/record-scenarios.js';
import { type Diagnostic, diagnostic, hasErrors, type Place } from '../diagnostics/diagnostic.js';
import { readText } from '../files/index.js';
import { relativeToHere } from '../files/paths.js';
import { type LoadedRuleSet, loadScenario } from '../load.js';
import { parseRecord, resolveRecord } from '../model/parse-record.js';
import type { CaseRecord } from '../model/record.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { withRuleSet } from './input.js';

/** What came of reading a record: all three parts where nothing is wrong with any. */
export interface ReadRecord {
  record?: CaseRecord;
  ruleSet?: RuleSet;
  scenario?: Scenario;
  /** The record with the path of its scenario, to be held against other records. */
  about?: AboutScenario;
  diagnostics: Diagnostic[];
}

/** Reads a record and the scenario that it is about, and checks the one against the other. */
export async function readRecord(
  path: string,
  asked: string | undefined,
  read: (folder: string) => Promise<LoadedRuleSet>,
): Promise<ReadRecord> {
  const { source, diagnostics: unread } = await readText(path);
  if (!source) return { diagnostics: unread };
  const parsed = parseRecord(source);
  const { authored, scenario: named } = parsed;
  if (!authored || !named) return { diagnostics: parsed.diagnostics };
  const at = relativeToHere(resolve(dirname(path), named.named));
  const about = { authored, scenario: at };
  const { ruleSet, scenario, problem } = await situationOf(at, named.place, asked, read);
  if (problem) return { about, diagnostics: [...parsed.diagnostics, problem] };
  const diagnostics = [...parsed.diagnostics, ...checkRecord(authored, ruleSet, scenario)];
  const record = resolveRecord(parsed, diagnostics);
  return { ...(record && { record }), ruleSet, scenario, about, diagnostics };
}

/** A scenario with its rule set; or the one thing to say at the place where a record names it. */
async function situationOf(
  path: string,
  place: Place,
  asked: string | undefined,
  read: (folder: string) => Promise<LoadedRuleSet>,
): Promise<{ ruleSet: RuleSet; scenario: Scenario; problem?: undefined } | Unusable> {
  const { source, diagnostics } = await readText(path);
  if (!source) {
    const isMissing = diagnostics.some(({ code }) => code === 'file/not-found');
    return isMissing ? missing(path, place) : wrong(path, place);
  }
  const { parsed, rules } = await withRuleSet(source, asked, read);
  if (!rules?.ruleSet) return wrong(path, place);
  const { scenario, diagnostics: found } = await loadScenario(parsed, rules.ruleSet);
  return scenario && !hasErrors(found) ? { ruleSet: rules.ruleSet, scenario } : wrong(path, place);
}

type Unusable = { ruleSet?: undefined; scenario?: undefined; problem: Diagnostic };

function missing(path: string, place: Place): Unusable {
  const help = 'the path is relative to this file';
  return { problem: diagnostic('record/unknown-scenario', `no scenario \`${path}\``, place, help) };
}

function wrong(path: string, place: Place): Unusable {
  const message = `the scenario \`${path}\`, or its rule set, has errors`;
  const help = `mend these first: \`demarche check ${path}\` tells them`;
  return { problem: diagnostic('record/scenario-mismatch', message, place, help) };
}
