import type { Fact, Value } from '../../src/model/fact.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import { DIALECTS, type DialectId, quoted, textLiteral } from '../../src/sql/dialect.js';

/** The facts that situations state. */
export const statedOf = (ruleSet: RuleSet): Fact[] =>
  [...ruleSet.facts.values()].filter(({ derive }) => !derive);

/** A value of each fact, or nothing where it is unknown. */
export type Situation = ReadonlyMap<string, Value | null>;

const BOOLEAN = { clickhouse: 'Nullable(Bool)' } as Partial<Record<DialectId, string>>;

/** Makes a table of situations, whose rows are numbered, with a column named as each fact. */
export function tableOf(
  name: string,
  facts: readonly Fact[],
  rows: readonly Situation[],
  id: DialectId,
): string[] {
  const dialect = DIALECTS[id];
  const { text, real } = dialect.types;
  const typeOf = ({ domain }: Fact) =>
    domain.kind === 'number' ? real : domain.kind === 'boolean' ? (BOOLEAN[id] ?? 'BOOLEAN') : text;
  const columns = [
    `${quoted('id', dialect)} ${id === 'clickhouse' ? 'Int32' : 'INTEGER'}`,
    ...facts.map(fact => `${quoted(fact.id, dialect)} ${typeOf(fact)}`),
  ];
  const literal = (value: Value | null | undefined) => {
    if (value === null || value === undefined) return 'NULL';
    return typeof value === 'string' ? textLiteral(value, dialect) : String(value);
  };
  const values = rows.map(
    (row, i) => `(${[String(i), ...facts.map(fact => literal(row.get(fact.id)))].join(', ')})`,
  );
  return [
    `DROP TABLE IF EXISTS ${name}`,
    `CREATE TABLE ${name} (${columns.join(', ')})${id === 'clickhouse' ? ' ENGINE = Memory' : ''}`,
    `INSERT INTO ${name} VALUES ${values.join(', ')}`,
  ];
}
