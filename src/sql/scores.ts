import type { Program } from '../engine/program.js';
import type { Weights } from '../mcda/weights.js';
import { type CellColumns, READINGS, type Reading } from './cells.js';
import { type Dialect, quoted, realLiteral } from './dialect.js';
import type { Namer } from './names.js';
import { type Column, wrapped } from './stage.js';

/** The score of each option, its low and its high: weighted sums in order of criterion id, to nine decimals. */
export function scoreColumns(
  { options, criteria }: Program,
  weights: Weights,
  cells: CellColumns,
  name: Namer,
  dialect: Dialect,
): Column[] {
  return options.flatMap((option, o) => {
    const weighed = criteria.flatMap((criterion, c) => {
      const at = cells.at(o, c);
      const weight = weights.get(criterion)!;
      return at && weight !== 0 ? [{ at, weight: realLiteral(weight, dialect) }] : [];
    });
    return READINGS.map((reading): Column => {
      const reads = weighed.map(({ at }) => at[reading]);
      const terms = weighed.map(
        ({ weight }, i) => `${i === 0 ? '' : '+ '}${weight} * ${quoted(reads[i]!, dialect)}`,
      );
      const sql = terms.length === 0 ? realLiteral(0, dialect) : rounded(wrapped(terms), dialect);
      return { name: name(option, scoreOf(reading)), sql, reads };
    });
  });
}

/** How the column of a reading of a score is called. */
export function scoreOf(reading: Reading): string {
  return reading === 'value' ? 'score' : reading;
}

/** To nine decimals, halves up, so that equal scores compare equal. ROUND would take halves elsewhere. */
export function rounded(sql: string, dialect: Dialect): string {
  const billion = realLiteral(1_000_000_000, dialect);
  return `FLOOR((${sql}) * ${billion} + ${realLiteral(0.5, dialect)}) / ${billion}`;
}

/** Whether a gate excludes each option that has one, and whether one that is open may. */
export function gateColumns(program: Program, name: Namer, dialect: Dialect): Column[] {
  return program.options.flatMap((option, o) => {
    const gates = program.rules.filter(({ gates }) => gates.includes(o)).map(({ id }) => id);
    if (gates.length === 0) return [];
    const any = (of: 'fired' | 'open') =>
      gates.map(id => `${quoted(name(id, of), dialect)} = 1`).join(' OR ');
    const fired = gates.map(id => name(id, 'fired'));
    const open = gates.map(id => name(id, 'open'));
    return [
      {
        name: name(option, 'excluded'),
        sql: `CASE WHEN ${any('fired')} THEN TRUE ELSE FALSE END`,
        reads: fired,
      },
      {
        name: name(option, 'gate'),
        sql: `CASE WHEN ${any('fired')} THEN FALSE WHEN ${any('open')} THEN TRUE ELSE FALSE END`,
        reads: [...fired, ...open],
      },
    ];
  });
}
