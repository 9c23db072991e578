import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { CaseResult, SampledProperty, TestResult } from '../model/test-result.js';
import { safe } from './layout.js';
import { nameOf } from './test-text.js';

/** What failed as JUnit XML, which most build servers read: one suite a rule set, one test a case. */
export function testJunit(results: readonly TestResult[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...results.flatMap(suite),
    '</testsuites>\n',
  ].join('\n');
}

function suite({ ruleSet, passed, failed, cases, properties }: TestResult): string[] {
  const tests = cases.map(one => {
    const head = `    <testcase classname="${xml(one.file)}" name="${xml(nameOf(one))}"`;
    if (one.passed) return `${head}/>`;
    const told = findings(one);
    const text = told
      .map(({ message, place }) => xml(`${place?.file}:${place?.line}: ${message}`))
      .join('\n');
    return `${head}>\n      <failure message="${xml(told[0]?.message ?? '')}">${text}</failure>\n    </testcase>`;
  });
  const head = `  <testsuite name="${xml(ruleSet.id)}" tests="${passed + failed}" failures="${failed}">`;
  return [head, ...tests, ...properties.map(propertyCase), '  </testsuite>'];
}

function propertyCase(one: SampledProperty): string {
  const head = `    <testcase classname="${xml(one.at.file)}" name="${xml(one.id)}"`;
  if (one.passed) return `${head}/>`;
  const text = xml(`${one.at.file}:${one.at.line}: ${counterexampleWords(one)}`);
  return `${head}>\n      <failure message="${xml(one.title)}">${text}</failure>\n    </testcase>`;
}

/** The situation in which a property does not hold, on one line. */
function counterexampleWords({ title, counterexample }: SampledProperty): string {
  const { differs, then } = counterexample!;
  const facts =
    differs.map(({ fact, value }) => `${fact} ${value}`).join(', ') || 'every fact at its neutral value';
  const moved = then.map(({ fact, to }) => `, then ${fact} ${to}`).join('');
  return `${title}: not so with ${facts}${moved}`;
}

/** What failed as commands that GitHub shows beside the lines of a change; and a notice of the count. */
export function testGithub(results: readonly TestResult[]): string {
  return results
    .flatMap(({ ruleSet, passed, failed, cases, properties }) => [
      ...cases.flatMap(one => findings(one).map(finding => errorCommand(nameOf(one), finding))),
      ...properties
        .filter(one => !one.passed)
        .map(
          one =>
            `::error file=${property(one.at.file)},line=${one.at.line},title=${property(one.id)}::${data(counterexampleWords(one))}`,
        ),
      `::notice::${data(`${ruleSet.id}: ${passed} of ${passed + failed} cases and properties pass`)}`,
    ])
    .map(line => `${line}\n`)
    .join('');
}

function errorCommand(name: string, { message, place }: Diagnostic): string {
  const at = place ? `file=${property(place.file)},line=${place.line},col=${place.column},` : '';
  return `::error ${at}title=${property(name)}::${data(message)}`;
}

function findings({ problems, failures }: CaseResult): Diagnostic[] {
  return [...problems, ...failures.map(({ diagnostic }) => diagnostic)];
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text inside XML, without what XML does not allow. */
function xml(text: string): string {
  return safe(text).replace(/[&<>"\ufffe\uffff]/g, one => ENTITIES[one] ?? '');
}

/** Text after the colons of a GitHub command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The value of a property of a GitHub command. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
