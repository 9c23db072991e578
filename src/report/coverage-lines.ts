import type { Coverage, CoveredComparison, CoveredRule } from '../model/test-result.js';
import { leafWords } from './condition-words.js';

/** What can be counted of a rule or comparison. */
export const COUNTED = ['yes', 'no', 'decidesYes', 'decidesNo'] as const;
export type Counted = (typeof COUNTED)[number];

/** A rule, or a comparison for one rule, on a line of a file. */
export interface LineItem {
  kind: 'rule' | 'comparison';
  rule: string;
  /** The comparison in words, or the rule. */
  words: string;
  /** What can be seen of it, without what is impossible, and how often it was. */
  seen: ReadonlyMap<Counted, number>;
  /** What of it never can be. */
  impossible: ReadonlySet<Counted>;
  /** What was not seen, and might be impossible. */
  undecided: ReadonlySet<Counted>;
}

/** By file and line, each in order, the rules and comparisons that stand there. */
export function coverageLines({ rules }: Coverage): Map<string, Map<number, LineItem[]>> {
  const placed = rules.flatMap(rule => [
    { at: rule.at, item: itemOf('rule', rule.rule, rule.rule, rule) },
    ...rule.comparisons.map(leaf => ({
      at: leaf.at,
      item: itemOf('comparison', rule.rule, leafWords(leaf), leaf),
    })),
  ]);
  const files = new Map<string, Map<number, LineItem[]>>();
  for (const { at, item } of placed) {
    const lines = files.get(at.file) ?? new Map<number, LineItem[]>();
    files.set(at.file, lines.set(at.line, [...(lines.get(at.line) ?? []), item]));
  }
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([file, lines]) => [file, new Map([...lines].sort(([a], [b]) => a - b))]));
}

function itemOf(
  kind: LineItem['kind'],
  rule: string,
  words: string,
  of: CoveredRule | CoveredComparison,
): LineItem {
  const impossible = new Set<Counted>(of.impossible);
  const counts: Partial<Record<Counted, number>> = of;
  const seen = COUNTED.flatMap(key =>
    counts[key] === undefined || impossible.has(key) ? [] : [[key, counts[key]] as const],
  );
  return { kind, rule, words, seen: new Map(seen), impossible, undecided: new Set<Counted>(of.undecided) };
}
