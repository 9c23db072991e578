import type { Program } from '../engine/program.js';
import type { Condition } from '../model/condition.js';
import type { Rule, RuleSet } from '../model/rule-set.js';
import { conditionWords } from '../report/condition-words.js';
import type { Conditions } from './conditions.js';
import { type Dialect, quoted } from './dialect.js';
import { joined, kleeneSql, readsOf } from './kleene.js';
import type { Namer } from './names.js';
import type { Column } from './stage.js';

/** Each rule: TRUE where it fires, FALSE where it does not, NULL where unknown facts leave it open. */
export function ruleColumns(
  { rules }: RuleSet,
  program: Program,
  conditions: Conditions,
  name: Namer,
): Column[] {
  return program.rules.map(({ id, node }, i) => {
    const condition = conditions.of(node);
    return {
      name: name(id),
      sql: kleeneSql(condition),
      reads: readsOf(condition),
      about: `${id}: ${rules[i]!.title}: where ${ruleWords(rules[i]!)}`,
    };
  });
}

function ruleWords({ when }: Rule): string {
  return conditionWords(said(when));
}

/** A condition as its author wrote it, named ones by their name. */
function said(condition: Condition): Parameters<typeof conditionWords>[0] {
  if (condition.kind === 'leaf') return condition;
  if (condition.kind === 'named') return { kind: 'named', name: condition.name };
  return condition.kind === 'not'
    ? { kind: 'not', of: said(condition.of) }
    : { kind: condition.kind, of: condition.of.map(said) };
}

/** Whether any impossible combination holds for certain. */
export function impossibleColumn({ impossible }: Program, conditions: Conditions): Column {
  const any = joined('any', impossible.map(conditions.of));
  const sql =
    any.kind === 'constant' && !any.value ? 'FALSE' : `CASE WHEN ${kleeneSql(any)} THEN TRUE ELSE FALSE END`;
  return { name: 'impossible', sql, reads: readsOf(any) };
}

/** What rules count: 1 where one fired, and 1 where one is open. */
export function firedColumns({ rules }: Program, name: Namer, dialect: Dialect): Column[] {
  const [one, zero] = dialect.bits;
  return rules.flatMap(({ id }) => {
    const rule = quoted(name(id), dialect);
    const bit = (test: string) => `CASE WHEN ${test} THEN ${one} ELSE ${zero} END`;
    return [
      { name: name(id, 'fired'), sql: bit(rule), reads: [name(id)] },
      { name: name(id, 'open'), sql: bit(`${rule} IS NULL`), reads: [name(id)] },
    ];
  });
}
