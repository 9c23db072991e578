import { type Program, programWith } from '../engine/program.js';
import { trim } from '../engine/trim.js';
import type { Fact } from '../model/fact.js';
import type { RuleSet } from '../model/rule-set.js';
import type { TableMap } from '../model/table-map.js';
import { type TableJudging, type TableOptions, tableJudging } from '../table/judging.js';
import { cellColumns } from './cells.js';
import { comment } from './comment.js';
import { conditionColumns } from './conditions.js';
import { DIALECTS, type Dialect, type DialectId, quoted } from './dialect.js';
import { type FactSource, factColumn, stepColumn } from './facts.js';
import { header } from './header.js';
import { type Namer, namer } from './names.js';
import { placesOf, rankStages } from './ranks.js';
import { type ColumnKind, MISFIT } from './readings.js';
import { longResult, type Results, rankStage, readByResults, wideResult } from './result.js';
import { firedColumns, impossibleColumn, ruleColumns } from './rules.js';
import { gateColumns, scoreColumns } from './scores.js';
import { columnsOf, sourcesOf } from './sources.js';
import { type Column, type Needed, type Stage, stageText, withCarried, wrapped } from './stage.js';

/** What a statement is asked to be. */
export interface SqlOptions extends TableOptions {
  dialect: DialectId;
  /** The table, as the parts of its name: catalogue and schema first, where it has them. */
  table: readonly string[];
  /** The columns by which a row is known; carried through as they are. */
  keys: readonly string[];
  /** One row for each row of the table, rather than one for each option of it. */
  wide?: boolean;
  /** How columns become facts; without it each is called as its fact. A fact that is set in the base is not read from a column. */
  map?: TableMap;
  /** What a column holds, where that is known. */
  kindOf?(column: string): ColumnKind | undefined;
  /** The command that repeats it. */
  command?: string;
}

/** Why there is no statement: a step would have more columns than the dialect takes, or a base leaves facts partly known. */
export type Unsayable =
  | { kind: 'too-wide'; stage: string; columns: number; most: number }
  | { kind: 'partly-known'; facts: readonly string[] };

/**
 * A rule set as one SQL statement over a table of situations, a row each: it gives what an appraisal of each row gives, with
 * NULL for unknown (docs/meaning.md). Each row is judged by itself: nothing is sorted, and nothing joined but the list of
 * options. Throws a RangeError as `scoreTable` does, for options that make no sense for the rule set.
 */
export function sqlStatement(ruleSet: RuleSet, options: SqlOptions): string | Unsayable {
  return statementOf(ruleSet, tableJudging(ruleSet, columnsOf(ruleSet, options), options), options);
}

/** The statement, where by what rows are judged is resolved already. */
export function statementOf(
  ruleSet: RuleSet,
  judging: TableJudging,
  options: Omit<SqlOptions, keyof TableOptions>,
): string | Unsayable {
  const dialect = DIALECTS[options.dialect];
  const name = namer(dialect);
  const leftOut = judging.leftOut.map(o => judging.program.options[o]!);
  const { program, named } = neededOf(withoutOptions(ruleSet, leftOut));
  const keys = options.keys.map((key, i) => ({ column: `key_${i + 1}`, named: key }));
  const places = placesOf(program, name);
  const results: Results = { program, places, titles: ruleSet.options, keys, name, dialect };
  const { wide = false } = options;
  const sources = sourcesOf(ruleSet, judging, options);
  const partlyKnown = factsOf(program).filter(id => sources.get(id) === 'partly known');
  if (partlyKnown.length > 0) return { kind: 'partly-known', facts: partlyKnown };
  const stages = [
    ...factStages(ruleSet, results, sources as ReadonlyMap<string, FactSource>),
    ...ruleStages(ruleSet, results, named),
    ...scoreStages(ruleSet, judging, results),
    ...rankStages(program, places, name, dialect),
    ...(wide ? [rankStage(results)] : []),
  ];
  const needed = withCarried(stages, readByResults(results, wide)).map(stage => ({
    ...stage,
    name: stageName(stage.name, options.table),
  }));
  const head = header(ruleSet, options, {
    judging,
    read: factsOf(program).filter(id => 'reading' in (sources.get(id) as FactSource)),
  });
  return tooWide(needed, dialect) ?? `${head}\n${written(needed, results, options)}`;
}

/** From columns of the table to facts, from facts to steps, and what fits none. */
function factStages(
  ruleSet: RuleSet,
  { program, keys, name, dialect }: Results,
  sources: ReadonlyMap<string, FactSource>,
): Stage[] {
  const read = factsOf(program).map(id => ({ fact: ruleSet.facts.get(id)!, from: sources.get(id)! }));
  const facts = read.map(({ fact }) => fact);
  return [
    {
      name: 'facts',
      about: ['Facts: a column each. NULL is unknown, and unknown is not false.'],
      columns: [
        ...keys.map(({ column, named }) => ({ name: column, sql: `t.${quoted(named, dialect)}`, reads: [] })),
        ...read.map(({ fact, from }) => factColumn(fact, from, name, dialect)),
      ],
    },
    {
      name: 'steps',
      about: [
        'Steps: each fact as the number of a longest run of values that no condition tells apart,',
        `or ${MISFIT} for a value that the fact cannot have.`,
      ],
      columns: read.map(({ fact, from }) => stepColumn(fact, from, name, dialect)),
    },
    {
      name: 'checked',
      about: ['The facts that have a value which they cannot have. Such a row gets no result.'],
      columns: [problemColumn(facts, name, dialect)],
    },
  ];
}

/** From steps to conditions and rules. */
function ruleStages(
  ruleSet: RuleSet,
  { program, name, dialect }: Results,
  named: ReadonlyMap<number, string>,
): Stage[] {
  const conditions = conditionColumns(ruleSet, program, named, name, dialect);
  const first = 'Conditions that have a name, are used more than once, or ask about a derived fact.';
  return [
    ...conditions.layers.map((columns, i) => ({
      name: i === 0 ? 'conditions' : `conditions_${i + 1}`,
      about: [i === 0 ? first : 'Conditions that read those before.'],
      columns,
    })),
    {
      name: 'rules',
      about: ['Rules: TRUE where one fires, FALSE where not, NULL where unknown facts leave it open.'],
      columns: [...ruleColumns(ruleSet, program, conditions, name), impossibleColumn(program, conditions)],
    },
    {
      name: 'fired',
      about: ['The same as numbers: 1 where a rule fired, and 1 where it is open.'],
      columns: firedColumns(program, name, dialect),
    },
  ];
}

/** From rules to cells, scores and gates. */
function scoreStages(
  ruleSet: RuleSet,
  { weights, perspective }: TableJudging,
  { program, name, dialect }: Results,
): Stage[] {
  const title = perspective === null ? undefined : ruleSet.perspectives.get(perspective)!.title;
  const cells = cellColumns(program, name, dialect);
  return [
    {
      name: 'sums',
      about: [
        'Sums of points, by option and criterion: of the rules that fired, and of open ones what',
        'they could take off (down) or add (up).',
      ],
      columns: cells.sums,
    },
    {
      name: 'cells',
      about: [
        'Cells: the sums within -100 and +100, with the least and most that open rules leave possible.',
      ],
      columns: cells.cells,
    },
    {
      name: 'scores',
      about: [
        perspective === null
          ? 'Scores: cells weighed as the base does, to nine decimals.'
          : `Scores: cells weighed as ${perspective} does (${title}), to nine decimals.`,
      ],
      columns: scoreColumns(program, weights, cells, name, dialect),
    },
    {
      name: 'gates',
      about: ['Gates: whether one excludes the option, and whether one is open.'],
      columns: gateColumns(program, name, dialect),
    },
  ];
}

function tooWide(
  stages: readonly Needed[],
  { mostColumns = Number.POSITIVE_INFINITY }: Dialect,
): Unsayable | undefined {
  return stages
    .map(({ name, columns, carried }) => ({
      kind: 'too-wide' as const,
      stage: name,
      columns: columns.length + carried.length,
      most: mostColumns,
    }))
    .find(({ columns, most }) => columns > most);
}

/** The stages and the query over the last of them. */
function written(
  stages: readonly Needed[],
  results: Results,
  { table, wide = false }: Pick<SqlOptions, 'table' | 'wide'>,
): string {
  const { dialect } = results;
  const read = table.map(part => quoted(part, dialect)).join('.');
  const texts = stages.map((stage, i) =>
    stageText(stage, i === 0 ? `${read} AS t` : stages[i - 1]!.name, dialect),
  );
  const last = stages.at(-1)!.name;
  if (wide) return `WITH\n${texts.join(',\n')}\n${wideResult(results, last)};\n`;
  const { stage, query } = longResult(results, last, stageName('options', table));
  const about = comment('Ranks: one more than the options above. What is excluded has none.');
  return `WITH\n${[...texts, stage].join(',\n')}\n${about}\n${query};\n`;
}

/** The facts that a statement reads from its table. */
function factsOf({ facts }: Program): string[] {
  return facts.filter(({ derive }) => !derive).map(({ id }) => id);
}

/** The rule set without options that no row ranks. */
function withoutOptions(ruleSet: RuleSet, leftOut: readonly string[]): RuleSet {
  if (leftOut.length === 0) return ruleSet;
  return {
    ...ruleSet,
    options: new Map([...ruleSet.options].filter(([id]) => !leftOut.includes(id))),
    rules: ruleSet.rules.map(rule => ({
      ...rule,
      effects: rule.effects.filter(({ option }) => !leftOut.includes(option)),
    })),
  };
}

/** The program without what no rule and no impossible combination needs, and the names of its conditions. */
function neededOf(ruleSet: RuleSet): { program: Program; named: ReadonlyMap<number, string> } {
  const conditions = [...ruleSet.conditions.values()];
  const { program, nodes } = programWith(
    ruleSet,
    conditions.map(({ when }) => when),
  );
  const size = trim(program, []).program.nodes.length;
  const used = conditions
    .map(({ id }, i) => ({ id, node: nodes[i]! }))
    .filter(({ node }) => trim(program, [node]).program.nodes.length === size);
  const kept = trim(
    program,
    used.map(({ node }) => node),
  );
  const named = new Map<number, string>();
  kept.nodes.forEach((node, i) => {
    if (!named.has(node)) named.set(node, used[i]!.id);
  });
  return { program: kept.program, named };
}

/** Steps are named by us, and the table is not: where the two meet, the step gives way. */
function stageName(stage: string, table: readonly string[]): string {
  return stage === table.at(-1)!.toLowerCase() ? `${stage}_of_rules` : stage;
}

function problemColumn(facts: readonly Fact[], name: Namer, dialect: Dialect): Column {
  const reads = facts.map(({ id }) => name(id, 'step'));
  if (facts.length === 0) return { name: 'problem', sql: `CAST(NULL AS ${dialect.types.text})`, reads };
  const misfits = reads.map(of => `${quoted(of, dialect)} = ${MISFIT}`);
  const said = facts.map(({ id }, i) => `CASE WHEN ${misfits[i]} THEN ' ${id}' ELSE '' END`);
  const joined = (items: readonly string[], word: string, inset: number) =>
    wrapped(
      items.map((item, i) => (i === 0 ? item : `${word} ${item}`)),
      inset,
    );
  const sql = `CASE\n      WHEN ${joined(misfits, 'OR', 8)}\n      THEN TRIM(${joined(said, '||', 8)})\n    END`;
  return { name: 'problem', sql, reads };
}
