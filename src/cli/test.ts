import { coverageOf } from '../cases/coverage.js';
import { judgeCase, type ReadyCase, readyCase } from '../cases/judge-case.js';
import type { RuleSet } from '../model/rule-set.js';
import type { CaseResult, TestResult } from '../model/test-result.js';
import { toJson } from '../report/formats.js';
import type { ReportOptions } from '../report/options.js';
import { testGithub, testJunit } from '../report/test-other.js';
import { testText } from '../report/test-text.js';
import { PROGRAM } from '../version.js';
import { changesBelow } from './changes-below.js';
import { type CoverageFiles, writeCoverage } from './coverage-files.js';
import { EXIT, type Io, Stop } from './io.js';
import { emit } from './output.js';
import { openToTest, placedCases, ruleSetsHere } from './rule-sets.js';
import { reportOptions, type Settings } from './settings.js';

type Asked = Omit<Settings & CoverageFiles, 'format'> & {
  format?: keyof typeof PRINTED;
  filter?: string;
  watch?: boolean;
  coverage?: boolean;
  runs: number;
  seed: number;
  threshold?: number;
};

const PRINTED = {
  text: testText,
  json: results => toJson(results.length === 1 ? results[0] : results),
  junit: testJunit,
  github: testGithub,
} satisfies Record<string, (results: readonly TestResult[], options: ReportOptions) => string>;

/** `demarche test [RULE-SET…]` */
export async function testCommand(given: readonly string[], asked: Asked, io: Io): Promise<number> {
  const folders = given.length > 0 ? given : await ruleSetsHere();
  if (!asked.watch) return testOnce(folders, asked, io);
  const changes = changesBelow(folders);
  while (true) {
    await again(folders, asked, io);
    await changes.next();
  }
}

/** Runs the cases once more, and tells what is wrong rather than to stop. */
async function again(folders: readonly string[], asked: Asked, io: Io): Promise<void> {
  try {
    await testOnce(folders, asked, io);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    io.err(`${error.message}\n`);
  }
}

async function testOnce(folders: readonly string[], asked: Asked, io: Io): Promise<number> {
  const results: TestResult[] = [];
  for (const folder of folders) results.push(await testRuleSet(folder, asked, io));
  if (results.every(({ cases, properties }) => cases.length + properties.length === 0)) {
    const where = folders.map(folder => `\`${folder}\``).join(', ');
    const which =
      asked.filter === undefined
        ? 'no cases'
        : `no case or property whose id or title holds \`${asked.filter}\``;
    throw new Stop(EXIT.findings, `${which} in ${where}: an empty run is no success`);
  }
  const format = asked.format ?? 'text';
  const failed = results.some(({ failed }) => failed > 0);
  const lacking = coversTooLittle(results, asked);
  const isSilent = asked.quiet === true && !failed && !lacking && format === 'text';
  const { format: _, ...settings } = asked;
  await emit(isSilent ? '' : PRINTED[format](results, reportOptions(settings, io)), asked.output, io);
  await writeCoverage(results, asked, io);
  return failed || lacking ? EXIT.findings : EXIT.done;
}

async function testRuleSet(folder: string, asked: Asked, io: Io): Promise<TestResult> {
  const { ruleSet, cases } = await openToTest(folder, asked.color, io);
  const ready: ReadyCase[] = [];
  for (const one of await placedCases(cases))
    if (isWanted(one.value, asked.filter)) ready.push(await readyCase(ruleSet, one));
  const results = ready.flatMap(one => judgeCase(ruleSet, one));
  const properties = await tryProperties(ruleSet, asked);
  return {
    ...resultOf(ruleSet, results, properties),
    coverage: coversRules(asked)
      ? coverageOf(
          ruleSet,
          ready.flatMap(({ situation }) => situation ?? []),
        )
      : null,
  };
}

/** What comes of the properties that are wanted; what tries them is only loaded where there are any. */
async function tryProperties(
  ruleSet: RuleSet,
  { filter, runs, seed }: Asked,
): Promise<TestResult['properties']> {
  if (ruleSet.properties.length === 0) return [];
  const { sampleProperties } = await import('../testing/sampled-properties.js');
  return sampleProperties(ruleSet, { runs, seed, wanted: one => isWanted(one, filter) });
}

function coversRules({ coverage, threshold, lcov, listing }: Asked): boolean {
  return coverage === true || [threshold, lcov, listing].some(one => one !== undefined);
}

/** Whether the cases of some rule set cover less than was asked for, in hundredths. */
function coversTooLittle(results: readonly TestResult[], { threshold }: Asked): boolean {
  if (threshold === undefined) return false;
  return results.some(
    ({ coverage }) => coverage !== null && 100 * coverage.met < threshold * coverage.obligations,
  );
}

function isWanted({ id, title }: { id: string; title: string }, filter: string | undefined): boolean {
  return filter === undefined || id.includes(filter) || title.toLowerCase().includes(filter.toLowerCase());
}

function resultOf(
  { id, version, title, hash }: RuleSet,
  cases: CaseResult[],
  properties: TestResult['properties'],
): Omit<TestResult, 'coverage'> {
  const all = [...cases, ...properties];
  const failed = all.filter(({ passed }) => !passed).length;
  return {
    format: 'test/1',
    program: { ...PROGRAM },
    ruleSet: { id, version, title, hash },
    passed: all.length - failed,
    failed,
    cases,
    properties,
  };
}
