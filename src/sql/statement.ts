import { type Program, programWith } from '../engine/program.js';
import { trim } from '../engine/trim.js';
import { normalise } from '../mcda/weights.js';
import type { Fact } from '../model/fact.js';
import type { Perspective, RuleSet } from '../model/rule-set.js';
import { PROGRAM } from '../version.js';
import { cellColumns } from './cells.js';
import { comment } from './comment.js';
import { conditionColumns } from './conditions.js';
import { DIALECTS, type Dialect, type DialectId, quoted } from './dialect.js';
import { type FactColumns, MISFIT, namedAsFacts, stepColumn } from './facts.js';
import { type Namer, namer } from './names.js';
import { placesOf, rankStages } from './ranks.js';
import { longResult, type Results, rankStage, readByResults, wideResult } from './result.js';
import { firedColumns, impossibleColumn, ruleColumns } from './rules.js';
import { gateColumns, scoreColumns } from './scores.js';
import { type Column, listed, type Needed, type Stage, stageText, withCarried, wrapped } from './stage.js';

/** What a statement is asked to be. */
export interface SqlOptions {
  dialect: DialectId;
  /** The table, as the parts of its name: catalogue and schema first, where it has them. */
  table: readonly string[];
  /** The columns by which a row is known; carried through as they are. */
  keys: readonly string[];
  perspective: string;
  /** One row for each row of the table, rather than one for each option of it. */
  wide?: boolean;
  /** What facts are made of, where columns are not named as facts. */
  columns?: FactColumns;
  /** The command that repeats it. */
  command?: string;
}

/** What cannot be said in a dialect: more columns in a step than it takes. */
export interface TooWide {
  stage: string;
  columns: number;
  most: number;
}

/**
 * A rule set as one SQL statement over a table of situations, a row each: it gives what an appraisal of each row gives, with
 * NULL for unknown (docs/meaning.md). Each row is judged by itself: nothing is sorted, and nothing joined but the list of
 * options. Throws a RangeError for an unknown perspective.
 */
export function sqlStatement(ruleSet: RuleSet, options: SqlOptions): string | TooWide {
  const dialect = DIALECTS[options.dialect];
  const name = namer(dialect);
  const { program, named } = neededOf(ruleSet);
  const keys = options.keys.map((key, i) => ({ column: `key_${i + 1}`, named: key }));
  const places = placesOf(program, name);
  const results: Results = { program, places, titles: ruleSet.options, keys, name, dialect };
  const { wide = false } = options;
  const stages = [
    ...factStages(ruleSet, results, options.columns ?? namedAsFacts),
    ...ruleStages(ruleSet, results, named),
    ...scoreStages(perspectiveOf(ruleSet, options), results),
    ...rankStages(program, places, name, dialect),
    ...(wide ? [rankStage(results)] : []),
  ];
  const needed = withCarried(stages, readByResults(results, wide)).map(stage => ({
    ...stage,
    name: stageName(stage.name, options.table),
  }));
  return (
    tooWide(needed, dialect) ?? `${header(ruleSet, options, program)}\n${written(needed, results, options)}`
  );
}

function perspectiveOf({ perspectives }: RuleSet, { perspective }: SqlOptions): Perspective {
  const found = perspectives.get(perspective);
  if (!found) throw new RangeError(`unknown perspective \`${perspective}\``);
  return found;
}

/** From columns of the table to facts, from facts to steps, and what fits none. */
function factStages(
  ruleSet: RuleSet,
  { program, keys, name, dialect }: Results,
  toFact: FactColumns,
): Stage[] {
  const read = factsOf(program).map(id => ruleSet.facts.get(id)!);
  return [
    {
      name: 'facts',
      about: ['Facts: a column each. NULL is unknown, and unknown is not false.'],
      columns: [
        ...keys.map(({ column, named }) => ({ name: column, sql: `t.${quoted(named, dialect)}`, reads: [] })),
        ...read.map(fact => ({ name: name(fact.id), sql: toFact(fact, dialect), reads: [] })),
      ],
    },
    {
      name: 'steps',
      about: [
        'Steps: each fact as the number of a longest run of values that no condition tells apart,',
        `or ${MISFIT} for a value that the fact cannot have.`,
      ],
      columns: read.map(fact => stepColumn(fact, name, dialect)),
    },
    {
      name: 'checked',
      about: ['The facts that have a value which they cannot have. Such a row gets no result.'],
      columns: [problemColumn(read, name, dialect)],
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
function scoreStages(perspective: Perspective, { program, name, dialect }: Results): Stage[] {
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
      about: [`Scores: cells weighed as ${perspective.id} does (${perspective.title}), to nine decimals.`],
      columns: scoreColumns(program, normalise(perspective.weights), cells, name, dialect),
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
): TooWide | undefined {
  return stages
    .map(({ name, columns, carried }) => ({
      stage: name,
      columns: columns.length + carried.length,
      most: mostColumns,
    }))
    .find(({ columns, most }) => columns > most);
}

/** The stages and the query over the last of them. */
function written(stages: readonly Needed[], results: Results, { table, wide = false }: SqlOptions): string {
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

function header(ruleSet: RuleSet, options: SqlOptions, program: Program): string {
  const { id, version, title, hash } = ruleSet;
  const lines = [
    `${title}: ${id} ${version} (${hash.slice(0, 8)}), as SQL for ${DIALECTS[options.dialect].title}.`,
    `Judged by the perspective ${options.perspective}. Made by ${PROGRAM.name} ${PROGRAM.version}.`,
    ...(options.command === undefined ? [] : [`Repeat: ${options.command}`]),
    'Facts read:',
  ];
  const read = listed(factsOf(program), 0)
    .split('\n')
    .map(line => `--   ${line}`);
  return [...lines.map(comment), ...read].join('\n');
}
