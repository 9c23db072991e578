import { stringify } from 'yaml';
import { type Evaluated, explain } from '../appraise.js';
import { type Diagnostic, diagnostic, hasErrors, type Place } from '../diagnostics/diagnostic.js';
import { evaluate } from '../engine/evaluate.js';
import { settle } from '../engine/settle.js';
import { loadScenario } from '../load.js';
import type { Appraisal } from '../model/appraisal.js';
import { type Expected, expectedOf } from '../model/expectation.js';
import { type ParsedScenario, parseScenario } from '../model/parse-scenario.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import type { CaseFailure, CaseResult } from '../model/test-result.js';
import { leafTraces } from '../rationale/trace.js';
import type { AuthoredCase, ScenarioFile } from '../schema/generated/author-types.js';
import { placeOf } from '../source/place.js';
import type { Pointer, SourceFile, SourceText } from '../source/source-file.js';
import { withoutDerived } from '../what-if.js';
import { type Miss, missesOf, stateOf } from './misses.js';

/** A case where it stands in its file, with the scenario file that it names. */
export interface PlacedCase {
  value: AuthoredCase;
  file: SourceFile;
  pointer: Pointer;
  scenario?: SourceText;
}

/** A case whose situation is evaluated, or what is wrong with it. */
export interface ReadyCase extends PlacedCase {
  situation?: Evaluated & { scenario: Scenario };
  problems: readonly Diagnostic[];
}

/** Evaluates the situation of a case, once for all perspectives. */
export async function readyCase(ruleSet: RuleSet, placed: PlacedCase): Promise<ReadyCase> {
  const loaded = await loadScenario(situationOf(ruleSet, placed), ruleSet);
  // What a case itself says of its situation stands in no file of its own.
  const problems = loaded.diagnostics
    .filter(one => hasErrors([one]))
    .map(one => (placed.value.scenario === undefined ? { ...one, place: placeOfCase(placed) } : one));
  if (!loaded.scenario) return { ...placed, problems };
  const readings = await settle(ruleSet, loaded.scenario);
  const outcomes = await evaluate(ruleSet, readings);
  return { ...placed, problems: [], situation: { scenario: loaded.scenario, readings, outcomes } };
}

/** What comes of a case by each perspective that it expects something of. */
export function judgeCase(ruleSet: RuleSet, ready: ReadyCase): CaseResult[] {
  return expectedOf(ready.value).map(expected => judge(ruleSet, ready, expected));
}

function judge(
  ruleSet: RuleSet,
  { situation, problems, ...placed }: ReadyCase,
  { perspective, expectation, at }: Expected,
): CaseResult {
  const { value, file, pointer } = placed;
  const asked = perspective ?? value.perspective;
  const { line } = placeOfCase(placed);
  const result = { id: value.id, title: value.title, file: file.path, line };
  if (!situation)
    return { ...result, perspective: asked ?? null, passed: false, problems: [...problems], failures: [] };
  const by = asked === undefined ? {} : { perspective: asked };
  const appraisal = explain(ruleSet, situation.scenario, situation, by);
  const failures = missesOf(expectation, appraisal).map(miss =>
    failureOf({ ...miss, at: [...pointer, ...at, ...miss.at] }, file, appraisal),
  );
  return {
    ...result,
    perspective: appraisal.perspective?.id ?? null,
    passed: failures.length === 0,
    problems: [],
    failures,
  };
}

function placeOfCase({ file, pointer }: PlacedCase): Place {
  return placeOf(file, pointer, 'key');
}

/** A situation that no scenario describes is of no day; a scenario has to name one. */
const NO_DAY = '2000-01-01';

/** The scenario of a case with its changes, or its own facts as one. */
function situationOf(ruleSet: RuleSet, { value, file, scenario }: PlacedCase): ParsedScenario {
  const facts = value.facts ?? {};
  if (value.scenario === undefined) {
    const own = { id: value.id, title: value.title, 'rule-set': '.', 'as-of': NO_DAY };
    const judged = value.perspective ?? [...ruleSet.perspectives.keys()][0];
    return parseScenario({ path: file.path, text: stringify({ ...own, perspective: judged, facts }) });
  }
  const parsed = scenario ? parseScenario(scenario) : { diagnostics: [] };
  if (!parsed.authored) return parsed;
  const base = parsed.authored.value;
  const kept = Object.keys(facts).reduce<ScenarioFile['facts']>(
    (left, fact) => withoutDerived(left, fact, ruleSet),
    base.facts,
  );
  return { ...parsed, authored: { ...parsed.authored, value: { ...base, facts: { ...kept, ...facts } } } };
}

/** How many reasons are given for an option's score. */
const MOST = 4;

function failureOf(miss: Miss, file: SourceFile, appraisal: Appraisal): CaseFailure {
  const place = placeOf(file, miss.at, miss.isKey ? 'key' : 'value');
  return {
    diagnostic: diagnostic('case/failed', miss.message, place),
    options: (miss.options ?? []).map(option => {
      const ranked = appraisal.ranking.find(one => one.option === option);
      const reasons = (ranked?.contributions ?? []).slice(0, MOST);
      return {
        option,
        score: ranked?.score ?? null,
        reasons: reasons.map(({ rule, criterion, weighted }) => ({ rule, criterion, weighted })),
      };
    }),
    rules: (miss.rules ?? []).map(rule => ({
      rule,
      state: stateOf(rule, appraisal),
      comparisons: comparisonsOf(rule, appraisal),
    })),
  };
}

/** What a rule compares: what stopped it, else all that it saw. */
function comparisonsOf(rule: string, { notFired, undetermined, ranking, excluded }: Appraisal) {
  const stopped = notFired.find(one => one.rule === rule);
  if (stopped) return stopped.stoppedBy;
  const traces = [
    ...undetermined,
    ...ranking.flatMap(({ contributions }) => contributions),
    ...excluded.flatMap(({ gates }) => gates),
  ];
  const trace = traces.find(one => one.rule === rule)?.trace;
  return trace ? leafTraces(trace) : [];
}
