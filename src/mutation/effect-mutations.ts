import type { AuthoredEffect } from '../schema/generated/author-types.js';
import type { Edit } from '../source/edit.js';
import type { Pointer } from '../source/source-file.js';
import type { MutationOperator } from './mutation.js';

/** A change to an effect. */
export interface EffectMutation {
  operator: MutationOperator;
  edit: Edit;
}

/** What becomes of points. One that changes nothing is no change. */
const POINTS: { [K in MutationOperator]?: (points: number) => number } = {
  sign: points => -points,
  doubled: points => Math.max(-100, Math.min(100, 2 * points)),
  halved: points => Math.sign(points) * Math.ceil(Math.abs(points) / 2),
  zeroed: () => 0,
};

/** Every small change to one effect of a rule. */
export function effectMutations(
  { points, options = [] }: AuthoredEffect,
  pointer: Pointer,
): EffectMutation[] {
  const changed =
    points === undefined
      ? [{ operator: 'removed' as const, edit: { at: pointer, drop: true } as const }]
      : (Object.keys(POINTS) as MutationOperator[]).flatMap(operator => {
          const to = POINTS[operator]!(points);
          return to === points ? [] : [{ operator, edit: { at: [...pointer, 'points'], to } }];
        });
  const fewer =
    options.length < 2
      ? []
      : options.map((_, i) => ({
          operator: 'removed' as const,
          edit: { at: [...pointer, 'options', i], drop: true } as const,
        }));
  return [...changed, ...fewer];
}
