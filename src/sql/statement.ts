import { type Program, programWith } from '../engine/program.js';
import { trim } from '../engine/trim.js';
import { normalise } from '../mcda/weights.js';
import type { RuleSet } from '../model/rule-set.js';
import { PROGRAM } from '../version.js';
import { cellColumns } from './cells.js';
import { comment } from './comment.js';
import { conditionColumns } from './conditions.js';
import { DIALECTS, type Dialect, type DialectId, quoted } from './dialect.js';
import { type FactColumns, MISFIT, namedAsFacts, stepColumn } from './facts.js';
import { namer } from './names.js';
import { placesOf, rankStages } from './ranks.js';
import { longResult, type Results, readByResults, wideResult } from './result.js';
import { firedColumns, impossibleColumn, ruleColumns } from './rules.js';
import { gateColumns, scoreColumns } from './scores.js';
import { type Column, listed, type Stage, stageText, withCarried } from './stage.js';

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
  const perspective = ruleSet.perspectives.get(options.perspective);
  if (!perspective) throw new RangeError(`unknown perspective \`${options.perspective}\``);
  const { program, named } = neededOf(ruleSet);
  const read = program.facts.filter(({ derive }) => !derive).map(({ id }) => ruleSet.facts.get(id)!);
  const keys = options.keys.map((key, i) => ({ column: `key_${i + 1}`, named: key }));

  const conditions = conditionColumns(ruleSet, program, named, name, dialect);
  const cells = cellColumns(program, name, dialect);
  const places = placesOf(program, name);
  const toFact = options.columns ?? namedAsFacts;
  const stages: Stage[] = [
    {
      name: 'facts',
      about: ['Facts: a column of the table each. NULL is unknown, and unknown is not false.'],
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
      columns: [
        problemColumn(
          read.map(({ id }) => id),
          id => name(id, 'step'),
          dialect,
        ),
      ],
    },
    ...conditions.layers.map((columns, i) => ({
      name: i === 0 ? 'conditions' : `conditions_${i + 1}`,
      about:
        i === 0
          ? ['Conditions that have a name, are used more than once, or ask about a derived fact.']
          : ['Conditions that read those before.'],
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
    ...rankStages(program, places, name, dialect),
  ];
  const results: Results = { program, places, titles: ruleSet.options, keys, name, dialect };
  const needed = withCarried(stages, readByResults(results));
  const { mostColumns = Number.POSITIVE_INFINITY } = dialect;
  for (const { name: stage, columns, carried } of needed)
    if (columns.length + carried.length > mostColumns)
      return { stage, columns: columns.length + carried.length, most: mostColumns };

  const stageNames = needed.map(stage => stageName(stage.name, options.table));
  const table = options.table.map(part => quoted(part, dialect)).join('.');
  const texts = needed.map((stage, i) =>
    stageText({ ...stage, name: stageNames[i]! }, i === 0 ? `${table} AS t` : stageNames[i - 1]!, dialect),
  );
  const last = stageNames.at(-1)!;
  const long =
    options.wide === true ? undefined : longResult(results, last, stageName('options', options.table));
  const query = long ? long.query : wideResult(results, last);
  const head = header(
    ruleSet,
    options,
    dialect,
    read.map(({ id }) => id),
  );
  return `${head}\nWITH\n${[...texts, ...(long ? [long.stage] : [])].join(',\n')}\n${comment('Ranks: one more than the options above. What is excluded has none.')}\n${query};\n`;
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

function problemColumn(ids: readonly string[], step: (id: string) => string, dialect: Dialect): Column {
  const reads = ids.map(step);
  if (ids.length === 0) return { name: 'problem', sql: `CAST(NULL AS ${dialect.types.text})`, reads };
  const misfit = (of: string) => `${quoted(of, dialect)} = ${MISFIT}`;
  const any = reads.map((of, i) => `${i === 0 ? '' : 'OR '}${misfit(of)}`).join('\n      ');
  const said = ids.map((id, i) => `CASE WHEN ${misfit(reads[i]!)} THEN ' ${id}' ELSE '' END`);
  const text = said.map((one, i) => (i === 0 ? one : `|| ${one}`)).join('\n      ');
  return { name: 'problem', sql: `CASE WHEN ${any}\n    THEN TRIM(${text}) END`, reads };
}

function header(ruleSet: RuleSet, options: SqlOptions, dialect: Dialect, facts: readonly string[]): string {
  const { id, version, title, hash } = ruleSet;
  const lines = [
    `${title}: ${id} ${version} (${hash.slice(0, 8)}), as SQL for ${dialect.title}.`,
    `Judged by the perspective ${options.perspective}. Made by ${PROGRAM.name} ${PROGRAM.version}.`,
    ...(options.command === undefined ? [] : [`Repeat: ${options.command}`]),
  ];
  const read = listed(facts, 0)
    .split('\n')
    .map(line => `--   ${line}`);
  return [...lines.map(comment), comment('Facts read:'), ...read].join('\n');
}
