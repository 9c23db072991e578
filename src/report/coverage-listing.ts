import type { TestResult } from '../model/test-result.js';
import { COUNTED, type Counted, coverageLines, type LineItem } from './coverage-lines.js';
import { safe, wrap } from './layout.js';
import { count } from './lists.js';

/**
 * The text of every file with rules, with what the cases have shown of each line beside it. `textOf` gives the text of a file;
 * one that is gone since is left out.
 */
export function coverageListing(
  results: readonly TestResult[],
  textOf: (file: string) => string | undefined,
): string {
  const parts = results.flatMap(({ ruleSet, coverage }) => {
    if (!coverage) return [];
    const { situations, met, obligations } = coverage;
    const head = `${ruleSet.id} ${ruleSet.version}: ${met} of ${obligations} obligations in ${count(situations, 'situation')}`;
    const files = [...coverageLines(coverage)].flatMap(([file, items]) => {
      const text = textOf(file);
      return text === undefined ? [] : [listed(file, text, items)];
    });
    return [head, ...files];
  });
  return `${[...wrap(LEGEND, 80), '', parts.join('\n\n')].join('\n')}\n`;
}

const LEGEND =
  'Beside each rule stands in how many situations it holds, and in how many it does not; beside each comparison the same, and ' +
  'in how many of them it decides its rule. A mark says what no situation showed: ! is missing, ? is missing and may be ' +
  'impossible, - is impossible. Where several stand on a line, or rules share a named condition, the least is shown.';

const HEAD = ['                     decides while', ' line   true  false   true  false |'];

function listed(file: string, text: string, items: ReadonlyMap<number, readonly LineItem[]>): string {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const body = lines.map((line, i) => {
    const on = items.get(i + 1) ?? [];
    const cells = COUNTED.map(key => cell(on, key)).join('');
    return `${String(i + 1).padStart(5)}${cells} | ${safe(line)}`.trimEnd();
  });
  return [safe(file), ...HEAD, ...body].join('\n');
}

/** The least count of something on a line, and a mark where it is missing. */
function cell(items: readonly LineItem[], key: Counted): string {
  const counts = items.flatMap(({ seen }) => seen.get(key) ?? []);
  if (counts.length === 0) return (items.some(one => one.impossible.has(key)) ? '- ' : '').padStart(7);
  const least = Math.min(...counts);
  const missing = items.filter(({ seen }) => seen.get(key) === 0);
  const mark = missing.length === 0 ? ' ' : missing.every(one => one.undecided.has(key)) ? '?' : '!';
  return `${least}${mark}`.padStart(7);
}
