import type { Code } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import type { AuthoredRuleSet } from '../model/authored.js';
import { expectedOf, namedIn } from '../model/expectation.js';
import type { ParsedCases } from '../model/parse-rule-set.js';
import type { RuleSet } from '../model/rule-set.js';
import type { AuthoredCase, ScenarioFile } from '../schema/generated/author-types.js';
import { placeOf } from '../source/place.js';
import type { Pointer, SourceFile } from '../source/source-file.js';
import { runScenarioChecks } from './scenario-check.js';
import { scenarioStatements } from './scenario-statements.js';

/** What cases refer to exists: options, perspectives, facts with their values, and scenario files. Each id is there once. */
export function checkCases(
  files: readonly ParsedCases[],
  authored: AuthoredRuleSet,
  ruleSet: RuleSet | undefined,
  isThere: (casePath: string, scenario: string) => boolean,
): Diagnostic[] {
  const seen = new Map<string, string>();
  return files.flatMap(({ file, value, broken }) => {
    const list: unknown = Object(value).cases;
    return (Array.isArray(list) ? list : []).flatMap((one: AuthoredCase, i) => {
      const pointer = ['cases', i];
      if (broken.some(place => place[0] === 'cases' && place[1] === i)) return [];
      const found = referencesOf(one, authored, scenario => isThere(file.path, scenario));
      const first = seen.get(one.id);
      if (first === undefined) seen.set(one.id, file.path);
      else found.push(twice(one.id, first));
      const told = found.map(({ code, at, isKey, message, help }) =>
        diagnostic(code, message, placeOf(file, [...pointer, ...at], isKey ? 'key' : 'value'), help),
      );
      return [...told, ...(ruleSet ? factFindings(file, pointer, one, ruleSet) : [])];
    });
  });
}

interface Finding {
  code: Code;
  at: Pointer;
  /** Whether it is about the key there, not the value. */
  isKey?: boolean;
  message: string;
  help?: string | undefined;
}

function twice(id: string, first: string): Finding {
  const message = `another case already has the id \`${id}\``;
  return { code: 'case/duplicate-id', at: ['id'], message, help: `the first is in ${first}` };
}

function referencesOf(
  one: AuthoredCase,
  { declared }: AuthoredRuleSet,
  isThere: (scenario: string) => boolean,
): Finding[] {
  const expected = expectedOf(one);
  const named = [
    ...expected.flatMap(({ expectation, at }) =>
      namedIn(expectation).map(name => ({ ...name, at: [...at, ...name.at] })),
    ),
    ...Object.keys(one['expect-by'] ?? {}).map(id => perspective(id, ['expect-by', id], true)),
    ...(one.perspective === undefined ? [] : [perspective(one.perspective, ['perspective'], false)]),
  ];
  const unknown = named
    .filter(({ kind, id }) => declared[kind] && !declared[kind].has(id))
    .map(({ kind, id, at, isKey }): Finding => {
      const help = didYouMean(id, declared[kind] ?? []);
      return { code: `case/unknown-${kind}`, at, isKey, message: `unknown ${kind} \`${id}\``, help };
    });
  return [...unknown, ...shapeOf(one, expected.length), ...scenarioOf(one, isThere)];
}

function perspective(id: string, at: Pointer, isKey: boolean) {
  return { kind: 'perspective' as const, id, at, isKey };
}

/** A case that asks nothing, or does not say by whose priorities. */
function shapeOf(one: AuthoredCase, expected: number): Finding[] {
  if (expected === 0) {
    const help = 'add `expect`, or `expect-by` for other perspectives';
    return [{ code: 'case/incomplete', at: ['id'], message: `the case \`${one.id}\` expects nothing`, help }];
  }
  if (one.scenario !== undefined || one.perspective !== undefined || one.expect === undefined) return [];
  const message = `the case \`${one.id}\` has no scenario, and does not say by which perspective to judge`;
  return [{ code: 'case/incomplete', at: ['id'], message, help: 'add `perspective`' }];
}

function scenarioOf({ scenario }: AuthoredCase, isThere: (scenario: string) => boolean): Finding[] {
  if (scenario === undefined || isThere(scenario)) return [];
  const message = `no scenario \`${scenario}\``;
  return [
    { code: 'case/unknown-scenario', at: ['scenario'], message, help: 'the path is relative to this file' },
  ];
}

/** What is wrong with the facts that a case changes: the same as in a scenario, at their own places. */
function factFindings(
  file: SourceFile,
  pointer: Pointer,
  { facts }: AuthoredCase,
  ruleSet: RuleSet,
): Diagnostic[] {
  if (!facts) return [];
  const scenario = { file, value: { facts } as ScenarioFile, within: pointer };
  const { diagnostics } = runScenarioChecks([scenarioStatements], scenario, ruleSet);
  return diagnostics.filter(one => hasErrors([one]));
}
