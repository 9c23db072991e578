import { blockEvaluator } from '../engine/block.js';
import { setColumn } from '../engine/columns.js';
import { isSet } from './difference.js';
import type { Hunt, Source } from './hunt.js';

/**
 * Tries one situation of a search, given by the group of each fact: whether the goal holds in it; undefined where it is not
 * in question, for it is impossible or what is given does not hold.
 */
export function trier({
  program,
  groups,
  views,
  given,
  goal,
}: Hunt): (at: readonly number[]) => boolean | undefined {
  const evaluators = views.map(() => blockEvaluator(program));
  const stepAt = (source: Source, at: readonly number[]) =>
    'step' in source ? source.step : groups[source.fact]!.steps[at[source.fact]!]!;
  return at => {
    const truths = views.map((sources, view) =>
      evaluators[view]!(
        sources.map(source => Uint16Array.of(stepAt(source, at))),
        0,
        1,
      ),
    );
    const isAsked = truths.every(
      ({ must }) =>
        given.every(node => isSet(must[node]!, 0)) && !program.impossible.some(node => isSet(must[node]!, 0)),
    );
    return isAsked ? goal.holds(truths, 0) : undefined;
  };
}

/** For each fact of a search the groups, nearest to neutral first, with which what is given can hold at all. */
export function groupsInQuestion({ program, groups, views, given }: Hunt): number[][] {
  const evaluate = blockEvaluator(program);
  const [own] = views;
  return groups.map(({ order }, fact) =>
    order.filter(group => {
      const columns = own!.map((_, other) => {
        const { steps } = groups[other]!;
        return setColumn([other === fact ? [steps[group]!] : steps], program.facts[other]!.steps);
      });
      const { may, must } = evaluate(columns, 0, 1);
      return (
        given.every(node => isSet(may[node]!, 0)) && !program.impossible.some(node => isSet(must[node]!, 0))
      );
    }),
  );
}
