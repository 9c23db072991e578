import type { Program } from '../engine/program.js';
import { type Dialect, quoted } from './dialect.js';
import type { Namer } from './names.js';
import { type Column, wrapped } from './stage.js';

/** The three readings of a cell: by what fired, and the least and most that open rules leave possible. */
export const READINGS = ['value', 'low', 'high'] as const;
export type Reading = (typeof READINGS)[number];

/** The cells of all options, in two steps, and in which column each stands: undefined where no rule adds anything. */
export interface CellColumns {
  sums: Column[];
  cells: Column[];
  at(option: number, criterion: number): Readonly<Record<Reading, string>> | undefined;
}

/** Sums of points: of rules that fired, and of open rules those that can take it down or up; then clamped cells. */
export function cellColumns(program: Program, name: Namer, dialect: Dialect): CellColumns {
  const { criteria } = program;
  const sums: Column[] = [];
  const cells: Column[] = [];
  const places = program.options.map((option, o) =>
    criteria.map((criterion, c) => {
      const adds = addsTo(program, o * criteria.length + c);
      if (adds.length === 0) return undefined;
      const id = `${option}__${criterion}`;
      const sum = (of: string, counted: typeof adds, rules: 'fired' | 'open'): string[] => {
        if (counted.length === 0) return [];
        const column = name(id, of);
        sums.push({ name: column, ...sumOf(counted, rules, name, dialect) });
        return [column];
      };
      const value = sum('', adds, 'fired');
      const down = sum(
        'down',
        adds.filter(({ points }) => points < 0),
        'open',
      );
      const up = sum(
        'up',
        adds.filter(({ points }) => points > 0),
        'open',
      );
      const cell = (of: Reading, parts: readonly string[]): string => {
        const total = parts.map(part => quoted(part, dialect)).join(' + ');
        if (parts.length === 1 && !leavesScale(adds)) return parts[0]!;
        const sql = leavesScale(adds) ? `GREATEST(-100, LEAST(100, ${total}))` : total;
        cells.push({ name: name(id, of), sql, reads: parts });
        return name(id, of);
      };
      const fired = cell('value', value);
      return {
        value: fired,
        low: down.length === 0 ? fired : cell('low', [...value, ...down]),
        high: up.length === 0 ? fired : cell('high', [...value, ...up]),
      };
    }),
  );
  return { sums, cells, at: (option, criterion) => places[option]![criterion] };
}

interface Add {
  rule: string;
  points: number;
}

/** What is added to one cell, by rule. */
function addsTo({ rules }: Program, cell: number): Add[] {
  return rules.flatMap(({ id, adds }) =>
    adds.filter(add => add.cell === cell).map(({ points }) => ({ rule: id, points })),
  );
}

function sumOf(
  adds: readonly Add[],
  of: 'fired' | 'open',
  name: Namer,
  dialect: Dialect,
): Pick<Column, 'sql' | 'reads'> {
  const reads = adds.map(({ rule }) => name(rule, of));
  const terms = adds.map(({ points }, i) => {
    const term = `${Math.abs(points)} * ${quoted(reads[i]!, dialect)}`;
    if (i === 0) return points < 0 ? `-${term}` : term;
    return points < 0 ? `- ${term}` : `+ ${term}`;
  });
  return { sql: wrapped(terms), reads };
}

/** Whether the points can leave the scale, so that the cell has to be clamped. */
function leavesScale(adds: readonly Add[]): boolean {
  const most = adds.reduce((sum, { points }) => sum + Math.max(points, 0), 0);
  const least = adds.reduce((sum, { points }) => sum + Math.min(points, 0), 0);
  return most > 100 || least < -100;
}
