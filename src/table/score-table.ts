import { BLOCK } from '../engine/block.js';
import type { Fact, Value } from '../model/fact.js';
import { fits } from '../model/operators.js';
import { stepIndex } from '../model/parse-table-map.js';
import type { RuleSet } from '../model/rule-set.js';
import { type TableOptions, tableJudging } from './judging.js';
import { type Codes, rowScorer } from './row-scorer.js';

/** Rows as columns: by fact a value for each row, null where it is unknown. */
export type TableColumns = Readonly<Record<string, readonly (Value | null)[]>>;

/** What comes of each row, column by column. */
export interface ScoredTable {
  rows: number;
  /** Every option that is not left out, in order of id; `leader` is a place in this list. */
  options: readonly string[];
  /** Of several with the same score the first by id. */
  leader: Uint16Array;
  /** Its score less the highest other score; NaN where no other option is ranked. */
  margin: Float64Array;
  /** How many options may lead within what is not known. */
  mayLead: Uint16Array;
  /** 1 where nothing unknown can change who leads. */
  certain: Uint8Array;
  /** 0; or 1 and the place in the rule set's `impossible` of a combination that the row makes: its results mean nothing. */
  impossible: Uint16Array;
  /** By option. A rank of 0 is an exclusion; scores, lows and highs are then what they would be. */
  byOption: ReadonlyMap<
    string,
    { rank: Uint16Array; score: Float64Array; low: Float64Array; high: Float64Array }
  >;
}

/**
 * Scores many situations at once, as `appraise` does each. Throws a RangeError for a column of no stated fact, for columns of
 * different lengths, for a value that its fact cannot have, and where `TableOptions` make no sense for the rule set.
 */
export function scoreTable(ruleSet: RuleSet, columns: TableColumns, options: TableOptions): ScoredTable {
  const judging = tableJudging(ruleSet, Object.keys(columns), options);
  const rows = Object.values(columns)[0]?.length ?? 0;
  const codes = judging.columns.map(id => codesOf(ruleSet.facts.get(id)!, columns[id]!, rows));
  const score = rowScorer(judging);
  const kept = judging.program.options.flatMap((id, o) => (judging.leftOut.includes(o) ? [] : [{ id, o }]));
  const places = judging.program.options.map(id => kept.findIndex(one => one.id === id));
  const table: ScoredTable = {
    rows,
    options: kept.map(({ id }) => id),
    leader: new Uint16Array(rows),
    margin: new Float64Array(rows),
    mayLead: new Uint16Array(rows),
    certain: new Uint8Array(rows),
    impossible: new Uint16Array(rows),
    byOption: new Map(kept.map(({ id }) => [id, newFigures(rows)])),
  };
  for (let from = 0; from < rows; from += BLOCK) {
    const size = Math.min(BLOCK, rows - from);
    const block = score(codes, from, size);
    for (let row = 0; row < size; row += 1) table.leader[from + row] = places[block.leader[row]!]!;
    for (const key of ['margin', 'mayLead', 'certain', 'impossible'] as const)
      table[key].set(block[key].subarray(0, size), from);
    for (const { id, o } of kept) {
      const own = table.byOption.get(id)!;
      own.rank.set(block.ranks[o]!.subarray(0, size), from);
      own.score.set(block.scores[o]!.subarray(0, size), from);
      own.low.set(block.lows[o]!.subarray(0, size), from);
      own.high.set(block.highs[o]!.subarray(0, size), from);
    }
  }
  return table;
}

function newFigures(rows: number) {
  const numbers = () => new Float64Array(rows);
  return { rank: new Uint16Array(rows), score: numbers(), low: numbers(), high: numbers() };
}

function codesOf(fact: Fact, values: readonly (Value | null)[], rows: number): Codes {
  if (values.length !== rows) throw new RangeError(`the column of \`${fact.id}\` has another length`);
  const known = new Map<Value, number>();
  return Uint16Array.from(values, value => {
    if (value === null) return fact.steps.length;
    const code = known.get(value);
    if (code !== undefined) return code;
    if (!fits(value, fact.domain)) throw new RangeError(`\`${value}\` is no value of \`${fact.id}\``);
    const made = stepIndex(fact, value);
    if (fact.domain.kind !== 'number') known.set(value, made);
    return made;
  });
}
