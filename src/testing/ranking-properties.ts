import type { RankedOption } from '../model/appraisal.js';
import { byId } from '../model/order.js';
import type { RuleSet } from '../model/rule-set.js';
import { type AppraisalProperty, type Appraiser, everyAppraisal, firstOf } from './property.js';

/** Every option is in one place: ranked, excluded by a gate, or left out with a reason (docs/meaning.md, 4.3). */
export function excludedAreNotRanked(ruleSet: RuleSet, appraiser?: Appraiser): AppraisalProperty {
  return everyAppraisal(ruleSet, appraiser, ({ ranking, excluded, leftOut }) => {
    const places = [...ranking, ...excluded, ...leftOut].map(({ option }) => option);
    return firstOf([...ruleSet.options.keys()], id => {
      const count = places.filter(option => option === id).length;
      if (count === 1) return undefined;
      return `\`${id}\` stands in ${count} places among what is ranked, excluded and left out (4.3)`;
    });
  });
}

/** Ranks are 1, 2, 2, 4 over equal scores, from the highest score down, and ties stand by id (docs/meaning.md, 4.5). */
export function ranksFollowScores(ruleSet: RuleSet, appraiser?: Appraiser): AppraisalProperty {
  return everyAppraisal(ruleSet, appraiser, ({ ranking }) => {
    const inOrder = [...ranking].sort((a, b) => b.score - a.score || byId(a.option, b.option));
    return firstOf(inOrder, one => {
      const rank = 1 + ranking.filter(({ score }) => score > one.score).length;
      if (one.rank === rank && ranking[inOrder.indexOf(one)] === one) return undefined;
      return `by its score \`${one.option}\` has rank ${rank}, and it is not listed so (4.5)`;
    });
  });
}

/**
 * An option never ranks above one that dominates it: one whose cells are all at least its own, and one of them better
 * (docs/meaning.md, 4.10). It is level with that one at best, where weights or rounding leave no difference.
 */
export function dominatedNeverLeads(ruleSet: RuleSet, appraiser?: Appraiser): AppraisalProperty {
  return everyAppraisal(ruleSet, appraiser, ({ ranking }) =>
    firstOf(ranking, under => {
      const over = ranking.find(one => one.rank > under.rank && dominates(one, under));
      return over && `\`${under.option}\` ranks above \`${over.option}\`, which dominates it (4.10)`;
    }),
  );
}

function dominates(over: RankedOption, under: RankedOption): boolean {
  const gaps = Object.keys(over.cells).map(id => over.cells[id]!.value - under.cells[id]!.value);
  return gaps.every(gap => gap >= 0) && gaps.some(gap => gap > 0);
}
