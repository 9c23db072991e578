import { stringify } from 'yaml';
import { appraise } from '../appraise.js';
import { diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { evaluate } from '../engine/evaluate.js';
import { settle } from '../engine/settle.js';
import { loadScenario } from '../load.js';
import type { Appraisal } from '../model/appraisal.js';
import { type Expected, expectedOf } from '../model/expectation.js';
import { type ParsedScenario, parseScenario } from '../model/parse-scenario.js';
import type { RuleSet } from '../model/rule-set.js';
import type { CaseFailure, CaseResult } from '../model/test-result.js';
import { leafTraces } from '../rationale/trace.js';
import type { AuthoredCase, ScenarioFile } from '../schema/generated/author-types.js';
import { placeOf } from '../source/place.js';
import type { Pointer, SourceFile, SourceText } from '../source/source-file.js';
import { withoutDerived } from '../what-if.js';
import type { SeenSituation } from './coverage.js';
import { type Miss, missesOf, stateOf } from './misses.js';

/** A case where it stands in its file. */
export interface PlacedCase {
  value: AuthoredCase;
  file: SourceFile;
  pointer: Pointer;
}

/**
 * Runs a case by each perspective that it expects something of. `scenario` is the file that it names; `see` is told what
 * every rule comes to in its situation, once.
 */
export async function runCase(
  ruleSet: RuleSet,
  placed: PlacedCase,
  scenario: SourceText | undefined,
  see: (situation: SeenSituation) => void = () => undefined,
): Promise<CaseResult[]> {
  const loaded = await loadScenario(situationOf(ruleSet, placed, scenario, undefined), ruleSet);
  if (loaded.scenario) {
    const readings = await settle(ruleSet, loaded.scenario);
    see({ outcomes: await evaluate(ruleSet, readings), facts: readings.point });
  }
  const results: CaseResult[] = [];
  for (const expected of expectedOf(placed.value))
    results.push(await judge(ruleSet, placed, scenario, expected));
  return results;
}

async function judge(
  ruleSet: RuleSet,
  placed: PlacedCase,
  scenario: SourceText | undefined,
  { perspective, expectation, at }: Expected,
): Promise<CaseResult> {
  const { value, file, pointer } = placed;
  const asked = perspective ?? value.perspective;
  const loaded = await loadScenario(situationOf(ruleSet, placed, scenario, asked), ruleSet);
  const place = placeOf(file, pointer, 'key');
  const result = { id: value.id, title: value.title, file: file.path, line: place.line };
  // What a case itself says of its situation stands in no file of its own.
  const problems = loaded.diagnostics
    .filter(one => hasErrors([one]))
    .map(one => (value.scenario === undefined ? { ...one, place } : one));
  if (!loaded.scenario)
    return { ...result, perspective: asked ?? null, passed: false, problems, failures: [] };
  const appraisal = await appraise(
    ruleSet,
    loaded.scenario,
    asked === undefined ? {} : { perspective: asked },
  );
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

/** A situation that no scenario describes is of no day; a scenario has to name one. */
const NO_DAY = '2000-01-01';

/** The scenario of a case with its changes, or its own facts as one. */
function situationOf(
  ruleSet: RuleSet,
  { value, file }: PlacedCase,
  scenario: SourceText | undefined,
  perspective: string | undefined,
): ParsedScenario {
  const facts = value.facts ?? {};
  if (value.scenario === undefined) {
    const own = { id: value.id, title: value.title, 'rule-set': '.', 'as-of': NO_DAY };
    const judged = perspective ?? value.perspective ?? [...ruleSet.perspectives.keys()][0];
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
