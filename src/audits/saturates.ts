import type { Option } from '../model/rule-set.js';
import { attainable } from '../proofs/attainable.js';
import { type Way, waysOf } from '../proofs/violations.js';
import { about, askEach } from './ask.js';
import type { AuditContext, RuleSetAudit } from './context.js';
import { othersThanBaseline } from './never-above-baseline.js';
import { seek, shown } from './situations.js';

/** Cells whose points add up to more than the scale holds in some possible situation, so that some are cut off. */
export const saturates: RuleSetAudit = {
  kind: 'saturates',
  severity: 'note',
  title: 'Cells whose points are cut off at 100',
  run: context =>
    askEach(cellsOf(context), nameOf, async cell => {
      const { ruleSet } = context;
      const { option, criterion, sign } = cell;
      const searched = await seek(context, { way: beyond(cell, 100, context) }, false);
      const found = await shown(
        ruleSet,
        searched,
        ({ points }) => sign * points(option.id, criterion) > 100,
        ({ effects }) => effects.flatMap(own => (isOf(cell, own) ? [{ points: own.points }] : []))[0],
      );
      if (!found) return searched.isComplete ? [] : 'undecided';
      const first = found.at.points(option.id, criterion);
      const end = { option: option.id, criterion, sign };
      const { points, isProved } = await attainable(ruleSet, end, first, context.limit);
      const to = `${points}${isProved ? '' : ' or beyond'}`;
      return {
        about: about({ options: [option.id], criteria: [criterion] }),
        at: { file: option.place.file, line: option.place.line },
        message: `${nameOf(cell)} adds up to ${to}, and counts as ${100 * sign}`,
        proof: null,
        situation: found.situation,
      };
    }),
};

/** A situation in which the points of a cell pass a limit, on its side of the scale. */
function beyond({ option, criterion, sign }: Cell, limit: number, { ruleSet }: AuditContext): Way {
  const ends = sign > 0 ? { from: -Infinity, to: limit } : { from: -limit, to: Infinity };
  const claim = { kind: 'bounded' as const, option: option.id, criterion, ...ends };
  return waysOf({ claim, by: 'any-weights' }, ruleSet)[0]!;
}

interface Cell {
  option: Option;
  criterion: string;
  /** Which end of the scale. */
  sign: 1 | -1;
}

type PointsEffect = { kind: 'points'; option: string; criterion: string; points: number };

function isOf(
  { option, criterion }: Cell,
  effect: { kind: string; option: string; criterion?: string },
): effect is PointsEffect {
  return effect.kind === 'points' && effect.option === option.id && effect.criterion === criterion;
}

function nameOf({ option, criterion }: Cell): string {
  return `\`${option.id}\` on \`${criterion}\``;
}

/** The cells, and ends of the scale, that all the points together could pass. */
function cellsOf({ ruleSet }: AuditContext): Cell[] {
  const all = othersThanBaseline(ruleSet).flatMap(option =>
    [...ruleSet.criteria.keys()].flatMap(criterion =>
      ([1, -1] as const).map((sign): Cell => ({ option, criterion, sign })),
    ),
  );
  return all.filter(cell => {
    const own = ruleSet.rules.flatMap(({ effects }) => effects.filter(one => isOf(cell, one)));
    return own.reduce((sum, { points }) => sum + Math.max(0, cell.sign * points), 0) > 100;
  });
}
