import { formatDiagnostics } from '../diagnostics/code-frame.js';
import type { CaseFailure, CaseResult, SampledProperty, TestResult } from '../model/test-result.js';
import { leafAndSeen } from './condition-words.js';
import { coverageText } from './coverage-text.js';
import { safely, wrap } from './layout.js';
import { count } from './lists.js';
import type { ReportOptions } from './options.js';
import { signed } from './rounding.js';
import { exampleLines } from './verification.js';

/** What came of the cases of some rule sets, for a terminal: what failed in full, and a count. */
export function testText(results: readonly TestResult[], options: ReportOptions): string {
  return results.map(result => oneText(result, options)).join('\n');
}

function oneText(result: TestResult, options: ReportOptions): string {
  const failed = result.cases.filter(({ passed }) => !passed).map(one => caseText(one, options));
  const passed = options.verbose
    ? result.cases.filter(one => one.passed).map(one => `passed ${nameOf(one)}`)
    : [];
  const covered = result.coverage ? [coverageText(safely(result.coverage), options).trimEnd()] : [];
  const broken = result.properties.filter(({ passed }) => !passed).map(one => propertyText(one, options));
  const parts = [
    ...failed,
    ...broken,
    ...(passed.length > 0 ? [passed.join('\n')] : []),
    ...covered,
    wrap(summary(safely(result)), options.width).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** `demo 0.1.0: 7 of 8 cases pass, and 4 of 4 properties hold wherever they were tried`. */
function summary({ ruleSet, cases, properties }: TestResult): string {
  const of = (all: readonly { passed: boolean }[]) => all.filter(({ passed }) => passed).length;
  const told = `${ruleSet.id} ${ruleSet.version}: ${of(cases)} of ${count(cases.length, 'case passes', 'cases pass')}`;
  const held = `${of(properties)} of ${count(properties.length, 'property holds', 'properties hold')} where they were tried`;
  return properties.length === 0 ? told : `${told}, ${held}`;
}

function propertyText(one: SampledProperty, { width }: ReportOptions): string {
  const { id, title, because, at, counterexample } = safely(one);
  return [
    `FAILED ${id}`,
    `  --> ${at.file}:${at.line}`,
    ...wrap(`${title}, because ${because}.`, width - 2).map(line => `  ${line}`),
    '  A situation in which it does not hold (`verify` finds the smallest):',
    ...exampleLines(counterexample!, undefined, width - 4).map(line => `    ${line}`),
  ].join('\n');
}

/** A case by its id and by whom it is judged. */
export function nameOf({ id, perspective }: CaseResult): string {
  return perspective === null ? id : `${id} (${perspective})`;
}

function caseText(one: CaseResult, { width, color }: ReportOptions): string {
  const title = safely(one).title;
  const head = [`FAILED ${nameOf(one)}`, ...wrap(title, width - 2).map(line => `  ${line}`)];
  const bodies = [
    ...(one.problems.length > 0 ? [frames(one.problems, color)] : []),
    ...one.failures.map(failure =>
      [frames([failure.diagnostic], color), ...explained(failure, width)].join('\n'),
    ),
  ];
  return [head.join('\n'), ...bodies].join('\n\n');
}

/** The frames of some diagnostics, without the count that ends them. */
function frames(diagnostics: CaseResult['problems'], color: boolean): string {
  return formatDiagnostics(diagnostics, { color }).trimEnd().split('\n\n').slice(0, -1).join('\n\n');
}

/** What adds most to the scores of the options, and what the rules compared. */
function explained(failure: CaseFailure, width: number): string[] {
  const { options, rules } = safely(failure);
  const scores = options.flatMap(({ option, score, reasons }) =>
    score === null || reasons.length === 0
      ? []
      : [
          `${option} ${signed(score)}: ${reasons
            .map(({ rule, criterion, weighted }) => `${signed(weighted)} ${criterion} ${rule ?? 'clamped'}`)
            .join(', ')}`,
        ],
  );
  const read = rules.flatMap(({ rule, comparisons }) =>
    comparisons.length === 0 ? [] : [`${rule}: ${comparisons.map(leafAndSeen).join('; ')}`],
  );
  return [...scores, ...read].flatMap(line => wrap(line, width - 4, 2)).map(line => `    ${line}`);
}
