import { type Condition, type Leaf, partsOf } from '../model/condition.js';
import type { Fact } from '../model/fact.js';
import type { RuleSet } from '../model/rule-set.js';

/** Where two steps of an ordered fact meet: some comparison is true on one side and false on the other. */
export interface Threshold {
  fact: Fact;
  /** The values of the step below, and of the step above, by their places: no comparison tells those of one apart. */
  below: readonly number[];
  above: readonly number[];
  /** The rules that hang on it. */
  rules: readonly string[];
  /** Where the first comparison stands that does. */
  at: { file: string; line: number };
}

/** A comparison, the rules that hang on it, and where it stands. */
interface Read {
  leaf: Leaf;
  rule: string;
  at: Threshold['at'];
}

/** The thresholds of every fact whose values have an order, as rules compare it and what is derived from it. */
export function thresholdsOf(ruleSet: RuleSet): Threshold[] {
  const reads = ruleSet.rules.flatMap(({ id, when, place: { file, line } }) =>
    comparisons(when, ruleSet, { rule: id, at: { file, line } }),
  );
  return [...ruleSet.facts.values()]
    .filter(({ domain }) => domain.kind === 'levels' || domain.kind === 'number')
    .flatMap(fact =>
      thresholdsIn(
        fact,
        reads.filter(({ leaf }) => leaf.fact === fact.id),
      ),
    );
}

function comparisons(condition: Condition, ruleSet: RuleSet, by: Pick<Read, 'rule' | 'at'>): Read[] {
  if (condition.kind === 'named') {
    const place = ruleSet.conditions.get(condition.name)?.place;
    const at = place ? { file: place.file, line: place.line } : by.at;
    return comparisons(condition.of, ruleSet, { ...by, at });
  }
  if (condition.kind !== 'leaf') return partsOf(condition).flatMap(part => comparisons(part, ruleSet, by));
  const { file, line } = by.at;
  const own: Read = { leaf: condition, rule: by.rule, at: { file, line: condition.line ?? line } };
  const { derive = [], place } = ruleSet.facts.get(condition.fact)!;
  const inner = { rule: by.rule, at: { file: place.file, line: place.line } };
  return [own, ...derive.flatMap(({ when }) => (when ? comparisons(when, ruleSet, inner) : []))];
}

function thresholdsIn(fact: Fact, reads: readonly Read[]): Threshold[] {
  const on = (read: Read, step: number) => (read.leaf.steps >> BigInt(step)) & 1n;
  const parting = fact.steps
    .slice(1)
    .map((_, step) => reads.filter(read => on(read, step) !== on(read, step + 1)));
  const places = fact.steps.map((_, step) => step);
  const cuts = places.filter(step => step > 0 && parting[step - 1]!.length > 0);
  return cuts.map((cut, i) => ({
    fact,
    below: places.slice(cuts[i - 1] ?? 0, cut),
    above: places.slice(cut, cuts[i + 1]),
    rules: [...new Set(parting[cut - 1]!.map(({ rule }) => rule))],
    at: parting[cut - 1]![0]!.at,
  }));
}
