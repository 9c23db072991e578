import type { Fact } from '../model/fact.js';
import { namedReading } from '../model/parse-table-map.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import type { TableMap } from '../model/table-map.js';
import type { TableJudging } from '../table/judging.js';
import type { FactSource } from './facts.js';
import type { ColumnKind } from './readings.js';

/** The facts that columns give: those that the map names, else all that are stated; but what the base sets is set in every row. */
export function columnsOf({ facts }: RuleSet, { map, base }: { map?: TableMap; base?: Scenario }): string[] {
  const set = new Set(base?.changes.map(({ fact }) => fact));
  const given = map
    ? [...map.columns.keys()]
    : [...facts.values()].flatMap(({ id, derive }) => (derive ? [] : [id]));
  return given.filter(id => !set.has(id));
}

/** Where each stated fact is from. A column holds a value or nothing, so of a base as well only these can be said. */
export function sourcesOf(
  { facts }: RuleSet,
  { program, columns, point, possible }: TableJudging,
  { map, kindOf }: { map?: TableMap; kindOf?(column: string): ColumnKind | undefined },
): ReadonlyMap<string, FactSource | 'partly known'> {
  const sourceOf = (fact: Fact, i: number): FactSource | 'partly known' => {
    if (columns.includes(fact.id)) {
      const reading = map?.columns.get(fact.id) ?? namedReading(fact, fact.id);
      return { reading, kind: kindOf?.(reading.column) };
    }
    const [first] = possible[i]!;
    if (possible[i]!.length === 1) return { step: fact.steps[first!]! };
    const isUnknown = point[i]!.length === fact.steps.length && possible[i]!.length === fact.steps.length;
    return isUnknown ? { step: null } : 'partly known';
  };
  const stated = program.facts.filter(({ derive }) => !derive);
  return new Map(stated.map(({ id }, i) => [id, sourceOf(facts.get(id)!, i)]));
}
