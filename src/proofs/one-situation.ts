import { BLOCK, blockEvaluator } from '../engine/block.js';
import { setColumn } from '../engine/columns.js';
import type { Hunt, Source } from './hunt.js';
import { isSet } from './sums.js';

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
  const [own] = views;
  // One row for each group of each fact, in which the other facts can be anything.
  const rows = groups.flatMap(({ steps }, fact) => steps.map(step => ({ fact, step })));
  const columns = own!.map((_, other) =>
    setColumn(
      rows.map(({ fact, step }) => (other === fact ? [step] : groups[other]!.steps)),
      program.facts[other]!.steps,
    ),
  );
  const evaluate = blockEvaluator(program);
  const inQuestion: boolean[] = [];
  for (let from = 0; from < rows.length; from += BLOCK) {
    const block = rows.slice(from, from + BLOCK);
    const { may, must } = evaluate(columns, from, block.length);
    for (const row of block.keys())
      inQuestion.push(
        given.every(node => isSet(may[node]!, row)) &&
          !program.impossible.some(node => isSet(must[node]!, row)),
      );
  }
  let first = 0;
  return groups.map(({ steps, order }) => {
    const start = first;
    first += steps.length;
    return order.filter(group => inQuestion[start + group]);
  });
}
