import type { Mixtures } from '../model/agreement.js';
import { byId } from '../model/order.js';
import { type Coded, ownMix, variants } from './coded.js';

/** Up to how many mixtures all are evaluated. */
const MOST = 65_536;
const AT_ONCE = 2048;

/** What leads in every mixture of some codings; null where there are more than 65,536 of them. */
export function mixtures(coded: Coded): Mixtures | null {
  const choices = coded.facts.map((_, place) => variants(coded, place));
  const total = choices.reduce((product, { length }) => product * length, 1);
  if (total > MOST) return null;
  const leaders = new Map<string, number>();
  let impossible = 0;
  for (let from = 0; from < total; from += AT_ONCE) {
    const mixes = Array.from({ length: Math.min(AT_ONCE, total - from) }, (_, i) =>
      nth(choices, from + i, ownMix(coded, 0)),
    );
    for (const lead of coded.judge(mixes)) {
      if (lead) leaders.set(lead.leader, (leaders.get(lead.leader) ?? 0) + 1);
      else impossible += 1;
    }
  }
  return {
    count: total - impossible,
    impossible,
    leaders: [...leaders]
      .map(([option, count]) => ({ option, count }))
      .sort((a, b) => b.count - a.count || byId(a.option, b.option)),
  };
}

/** The n-th mixture, counting choices as digits. */
function nth(choices: readonly (readonly number[])[], n: number, mix: number[]): number[] {
  let left = n;
  choices.forEach((of, place) => {
    mix[place] = of[left % of.length]!;
    left = Math.floor(left / of.length);
  });
  return mix;
}
