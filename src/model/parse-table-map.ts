import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import type { AuthoredColumn, TableMapFile } from '../schema/generated/author-types.js';
import { validate } from '../schema/validate.js';
import { parseYaml } from '../source/parse-yaml.js';
import { placeOf } from '../source/place.js';
import type { Pointer, SourceFile, SourceText } from '../source/source-file.js';
import type { Fact, Value } from './fact.js';
import { sortedMap } from './order.js';
import type { RuleSet } from './rule-set.js';
import { stepOf } from './steps.js';
import type { ColumnReading, ReadAs, TableMap } from './table-map.js';

/** What a mapping file says, before its rule set is known. */
export interface ParsedTableMap {
  /** What of it has the right shape. Absent where the file is no YAML or no map. */
  authored?: AuthoredTableMap;
  /** The rule set that it names, and where. */
  ruleSet?: { named: string; place: Place };
  diagnostics: Diagnostic[];
}

/** A mapping file that was read. What has the wrong shape is not among its values. */
export interface AuthoredTableMap {
  file: SourceFile;
  value: Partial<TableMapFile>;
}

/** A column in its long form. */
export type LongColumn = Extract<AuthoredColumn, object>;

/** What a shorthand stands for. */
export function longColumn(from: AuthoredColumn): LongColumn {
  return typeof from === 'string' ? { column: from } : from;
}

/** Parses a mapping file. */
export function parseTableMap(source: SourceText): ParsedTableMap {
  const { file, diagnostics } = parseYaml(source);
  if (!file) return { diagnostics };
  const { diagnostics: shape, broken } = validate('table-map', file);
  const told = [...diagnostics, ...shape];
  if (typeof file.data !== 'object' || file.data === null || Array.isArray(file.data))
    return { diagnostics: told };
  const value = withoutBroken(file.data as Record<string, unknown>, broken) as Partial<TableMapFile>;
  const named = value['rule-set'];
  return {
    authored: { file, value },
    ...(named !== undefined && { ruleSet: { named, place: placeOf(file, ['rule-set'], 'value') } }),
    diagnostics: told,
  };
}

/** Leaves out keys that have the wrong shape; of `columns`, only the facts in which it is wrong. */
function withoutBroken(data: Record<string, unknown>, broken: readonly Pointer[]): Record<string, unknown> {
  const isWhole = ([key, fact]: Pointer) => key !== 'columns' || fact === undefined;
  const wrong = new Set(broken.filter(isWhole).map(([key]) => key));
  const facts = new Set(
    broken.flatMap(([key, fact]) => (key === 'columns' && fact !== undefined ? [fact] : [])),
  );
  const kept = Object.entries(data).filter(([key]) => !wrong.has(key));
  const sound = (columns: unknown) =>
    Object.fromEntries(Object.entries(columns as object).filter(([fact]) => !facts.has(fact)));
  return Object.fromEntries(kept.map(([key, value]) => [key, key === 'columns' ? sound(value) : value]));
}

/** Resolves a mapping in which nothing is wrong. */
export function resolveTableMap({ value }: AuthoredTableMap, { facts }: RuleSet): TableMap {
  const everywhere = value.missing ?? [];
  const readings = Object.entries(value.columns ?? {}).map(([id, from]): [string, ColumnReading] => {
    const long = longColumn(from);
    const missing = [...everywhere, ...(long.missing ?? [])];
    return [id, { fact: id, column: long.column, missing, as: readAs(long, facts.get(id)!) }];
  });
  return {
    ...(value.id !== undefined && { id: value.id }),
    ...(value.carry !== undefined && { carry: value.carry }),
    columns: sortedMap(readings),
  };
}

/** How a column is read of which nothing is said but that it holds the values of a fact. */
export function namedReading(fact: Fact, column: string): ColumnReading {
  return { fact: fact.id, column, missing: [], as: readAs({ column }, fact) };
}

/** How the values of a column are read. */
export function readAs({ values, factor = 1, 'cut-points': cuts }: LongColumn, fact: Fact): ReadAs {
  if (cuts)
    return {
      kind: 'cuts',
      factor,
      cuts: cuts.map(({ below, level }) => ({ below: below ?? null, step: stepIndex(fact, level) })),
    };
  if (values)
    return {
      kind: 'texts',
      texts: new Map(Object.entries(values).map(([text, level]) => [text, stepIndex(fact, level)])),
    };
  if (fact.domain.kind === 'number') return { kind: 'number', factor };
  return { kind: 'texts', texts: new Map(fact.domain.values.map(v => [String(v), stepIndex(fact, v)])) };
}

/** The index of the step that holds a value of the fact. */
export function stepIndex({ steps }: Fact, value: Value): number {
  return stepOf(steps, value).toString(2).length - 1;
}
