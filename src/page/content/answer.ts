import { points } from '../../charts/points.js';
import type { Contribution } from '../../model/appraisal.js';
import { count } from '../../report/lists.js';
import { isClose, tooMuchIsOpen } from '../../report/open-facts.js';
import { shownMargin } from '../../report/rounding.js';
import type { Block, Inline } from '../document.js';
import { brief, joined } from '../document.js';
import { likely } from '../likely.js';
import { fact, judge, option, type Told } from '../told.js';
import { changeWords } from './change-words.js';

/** The answer in one paragraph, from the data. */
export function answer(told: Told): Block[] {
  const { ranking } = told.appraisal;
  if (ranking.length === 1) {
    const only: Inline[] = [`Judged by ${judge(told)}, only `, { strong: option(told, ranking[0]!.option) }];
    return [{ kind: 'text', tone: 'lead', text: [...only, ' is left to rank.'] }];
  }
  const sentences = [first(told), why(told), sure(told), turned(told), others(told), worth(told)];
  return [
    {
      kind: 'text',
      tone: 'lead',
      text: joined(
        sentences.filter(one => one.length > 0),
        ' ',
      ),
    },
  ];
}

/** Who comes first, and how far ahead. */
function first(told: Told): Inline[] {
  const { appraisal, ruleSet } = told;
  const { ranking } = appraisal;
  const leaders = ranking.filter(({ rank }) => rank === 1);
  const names = joined(
    leaders.slice(0, 4).map(one => [{ strong: option(told, one.option) }]),
    ' and ',
  );
  const open: Inline[] = tooMuchIsOpen(appraisal)
    ? [
        `Too much is unknown to name one option: ${ranking.filter(one => one.mayLead).length} of ${ranking.length} can still come first. On the best estimates, judged by `,
      ]
    : ['Judged by '];
  const scored = `${points(leaders[0]!.score)} on a scale from −100 to +100, where 0 is “${option(told, ruleSet.baseline)}”`;
  if (leaders.length > 1)
    return [
      ...open,
      `${judge(told)}, `,
      ...names,
      ` share the first place among ${count(ranking.length, 'option')} (${scored}).`,
    ];
  const margin = shownMargin(ranking);
  const close = isClose(appraisal)
    ? ' That is a narrow lead: on this scale, a difference of less than 5 points is too small to choose by alone.'
    : '';
  return [
    ...open,
    `${judge(told)}, `,
    ...names,
    ` comes first among ${count(ranking.length, 'option')}, ${margin === 0 ? 'by less than 0.1' : margin.toFixed(1)} points ahead of `,
    { strong: option(told, ranking[1]!.option) },
    `. It scores ${scored}.${close}`,
  ];
}

/** The weightiest reason for the leader, and against it. */
function why({ appraisal }: Told): Inline[] {
  const { contributions, baseline } = appraisal.ranking[0]!;
  if (baseline)
    return ['It is what all others are measured against: on the best estimates none of them does better.'];
  const most = (wanted: (one: Contribution) => boolean) => contributions.filter(wanted)[0];
  const pro = most(({ weighted }) => weighted > 0);
  const contra = contributions
    .filter(({ weighted }) => weighted < 0)
    .sort((a, b) => a.weighted - b.weighted)[0];
  return [
    ...(pro ? [`What speaks for it most: ${pro.reason}.`] : ['No reason in the rules speaks for it.']),
    contra ? ` What speaks against it most: ${contra.reason}.` : ' No reason in the rules speaks against it.',
  ];
}

/** How likely that is, in the words of the rule set's scale. */
function sure(told: Told): Inline[] {
  const { robustness, appraisal } = told;
  if (robustness === null) return ['How likely that is cannot be said.'];
  const leader = appraisal.ranking[0]!.option;
  const often = robustness.options[0]!;
  if (often.option === leader && robustness.exact && often.acceptability[0] === 1)
    return ['Whatever the facts that are not known for certain turn out to be, it comes first.'];
  const open = 'With rules and priorities as they stand, over all that is uncertain of the facts, ';
  if (often.option === leader)
    return [`${open}it is `, { strong: comesFirst(told, leader) }, ' to come first.'];
  return [
    `${open}${option(told, often.option)} is likelier to come first: that is `,
    { strong: comesFirst(told, often.option) },
    `, while for ${option(told, leader)} it is ${comesFirst(told, leader)}.`,
  ];
}

function comesFirst({ robustness, ruleSet }: Told, id: string): string {
  const { exact, options } = robustness!;
  const one = options.find(other => other.option === id)!;
  const error = one.standardError?.acceptability[0] ?? null;
  return likely(one.acceptability[0]!, ruleSet.likelihoodScale, { exact, error });
}

/** What would put another option first. */
function turned(told: Told): Inline[] {
  const { flips } = told;
  const nearest = flips.flips[0];
  if (nearest)
    return [
      `The answer would turn if ${changeWords(told, nearest)}: then ${option(told, nearest.leader)} would come first.`,
    ];
  if (flips.maxFacts === 0) return [];
  return flips.complete
    ? [`No change of up to ${count(flips.maxFacts, 'fact')} puts another option first.`]
    : ['No small change of facts that puts another option first was found in the time given.'];
}

/** By whose priorities another option comes first. */
function others({ perspectives, appraisal, ...told }: Told): Inline[] {
  const leader = appraisal.ranking[0]!.option;
  const rest = perspectives.filter(({ id }) => id !== appraisal.perspective?.id);
  const turned = rest.flatMap(({ title, places }) => {
    const firsts = Object.keys(places).filter(id => places[id]!.rank === 1);
    return firsts.includes(leader) ? [] : [{ by: `“${brief(title, 60)}”`, first: firsts[0]! }];
  });
  if (turned.length === 0) return [];
  const all = { perspectives, appraisal, ...told };
  const named = [...new Set(turned.map(({ first }) => first))].map(id => {
    const by = turned.filter(({ first }) => first === id).map(one => one.by);
    return `${option(all, id)} by ${[by.slice(0, -1).join(', '), by.at(-1)].filter(Boolean).join(' and ')}`;
  });
  const how = `${turned.length} of the ${count(rest.length, 'other perspective')}`;
  return [
    `By ${rest.length === 1 ? 'the other perspective' : how} another option comes first: ${named.join('; ')}.`,
  ];
}

/** The fact most worth finding out. */
function worth(told: Told): Inline[] {
  const most = told.information?.facts.find(({ value, standardError }) => value > 2 * (standardError ?? 0));
  return most ? [`Most worth finding out: “${fact(told, most.fact)}”.`] : [];
}
