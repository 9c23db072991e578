import type { TestResult } from '../model/test-result.js';
import { type Counted, coverageLines, type LineItem } from './coverage-lines.js';
import { safe } from './layout.js';

/**
 * What the cases of some rule sets cover as an lcov tracefile (geninfo(1), "Tracefile format"). Lines are those of rules and
 * comparisons; branches the two outcomes of a comparison; MC/DC records, which lcov reads from 2.2 on and others pass over,
 * say whether it decided its rule. What is impossible is not there. `pathOf` gives the path that a file is known by.
 */
export function coverageLcov(results: readonly TestResult[], pathOf: (file: string) => string): string {
  const lines = results.flatMap(({ ruleSet, coverage }) =>
    coverage
      ? [...coverageLines(coverage)].flatMap(([file, items]) => [
          // lcov takes letters, digits and _ in the name of a test.
          `TN:${ruleSet.id.replaceAll('-', '_')}`,
          `SF:${pathOf(file)}`,
          ...section(items),
          'end_of_record',
        ])
      : [],
  );
  return lines.map(line => `${line}\n`).join('');
}

function section(items: ReadonlyMap<number, readonly LineItem[]>): string[] {
  const all = [...items];
  const branches = all.flatMap(([line, on]) => branchesOn(line, on));
  const deciding = all.flatMap(([line, on]) => decidingOn(line, on));
  const lines = all.flatMap(([line, on]) => lineOf(line, on));
  const hit = (of: readonly Row[]) => of.filter(({ times }) => times > 0).length;
  const records = (of: readonly Row[]) => of.map(({ record }) => record);
  return [
    ...records(branches),
    ...[`BRF:${branches.length}`, `BRH:${hit(branches)}`],
    ...records(deciding),
    ...(deciding.length > 0 ? [`MCF:${deciding.length}`, `MCH:${hit(deciding)}`] : []),
    ...records(lines),
    ...[`LF:${lines.length}`, `LH:${hit(lines)}`],
  ];
}

interface Row {
  record: string;
  times: number;
}

/** The outcomes of each comparison on a line; of one that several rules share, through its name, once. */
function branchesOn(line: number, items: readonly LineItem[]): Row[] {
  const leaves = items.filter(({ kind }) => kind === 'comparison');
  const once = [...new Map(leaves.map(one => [one.words, one])).values()];
  return once.flatMap(({ seen }, block) => {
    const isReached = (['yes', 'no'] as const).some(key => (seen.get(key) ?? 0) > 0);
    return rows(
      seen,
      ['yes', 'no'],
      (branch, times) => `BRDA:${line},${block},${branch},${isReached ? times : '-'}`,
    );
  });
}

/** Whether each comparison on a line decided its rule while it was true, and while it was false. */
function decidingOn(line: number, items: readonly LineItem[]): Row[] {
  const leaves = items.filter(({ seen }) => seen.has('decidesYes') || seen.has('decidesNo'));
  return leaves.flatMap(({ seen, words, rule }, index) =>
    rows(seen, ['decidesYes', 'decidesNo'], (sense, times) => {
      const head = `${line},${leaves.length},${sense === 0 ? 't' : 'f'},${times},${index}`;
      return `MCDC:${head},${safe(words)} in ${rule}`;
    }),
  );
}

function rows(
  seen: LineItem['seen'],
  keys: readonly Counted[],
  say: (place: number, times: number) => string,
): Row[] {
  return keys.flatMap((key, place) => {
    const times = seen.get(key);
    return times === undefined ? [] : [{ record: say(place, times), times }];
  });
}

/**
 * How often a line was run: how often the rule fired whose line it is; with comparisons on it, which lcov takes for branches of
 * it, how often one of these came out either way.
 */
function lineOf(line: number, items: readonly LineItem[]): Row[] {
  const leaves = items.filter(({ kind }) => kind === 'comparison');
  const runs =
    leaves.length > 0
      ? leaves.map(({ seen }) => (seen.get('yes') ?? 0) + (seen.get('no') ?? 0))
      : items.flatMap(({ seen }) => seen.get('yes') ?? []);
  if (runs.length === 0) return [];
  const times = Math.max(...runs);
  return [{ record: `DA:${line},${times}`, times }];
}
