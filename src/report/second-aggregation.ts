import type { Appraisal } from '../model/appraisal.js';

/** The header of a table of flows. */
export const FLOW_HEADER = ['by PROMETHEE II', 'net flow', 'rank', 'by score'];

/** The options by net flow: title, flow, rank by it and rank by score. None where it was not asked for. */
export function flowRows({ secondAggregation, ranking }: Appraisal): string[][] {
  const byScore = new Map(ranking.map(one => [one.option, one]));
  return (secondAggregation?.flows ?? []).map(({ option, rank, net }) => {
    const { title, baseline, rank: score } = byScore.get(option)!;
    return [
      `${title}${baseline ? ' (baseline)' : ''}`,
      `${net < 0 ? '-' : net > 0 ? '+' : ''}${Math.abs(net).toFixed(3)}`,
      String(rank),
      String(score),
    ];
  });
}

/** The rows to show where only the first `top` are: these, whoever leads by score, and the baseline; and how many are not. */
export function shownFlows(appraisal: Appraisal, top: number): { rows: string[][]; hidden: number } {
  const all = flowRows(appraisal);
  const [leader] = appraisal.ranking;
  const rows = all.filter((_, i) => {
    const { option } = appraisal.secondAggregation!.flows[i]!;
    return (
      i < top || option === leader!.option || appraisal.ranking.some(o => o.baseline && o.option === option)
    );
  });
  return { rows, hidden: all.length - rows.length };
}

/** What the check says, and how far to trust it; none where it was not asked for. */
export function checkWords({ secondAggregation, ranking, options }: Appraisal): string[] {
  if (secondAggregation === null) return [];
  const first = secondAggregation.flows.filter(({ rank }) => rank === 1).map(({ option }) => option);
  const [leader] = ranking;
  const leaders = ranking.filter(({ rank }) => rank === 1).map(({ option }) => option);
  const own = secondAggregation.flows.find(({ option }) => option === leader!.option)!.rank;
  const elsewhere = own === 1 ? '' : `, and ${leader!.title} has rank ${own}`;
  const titles = first.map(option => options[option]!.title).join(' and ');
  const told =
    first.join(' ') === leaders.join(' ')
      ? `Checked by PROMETHEE II: ${titles} ${first.length === 1 ? 'leads' : 'lead'} there too.`
      : `Checked by PROMETHEE II: there ${titles} ${first.length === 1 ? 'leads' : 'lead'}${elsewhere}.`;
  const how = thresholdWords(secondAggregation.thresholds);
  return [
    `${told} ${how} It can reverse ranks when an option is added or left out, so it is a check and no second ranking to choose from.`,
  ];
}

function thresholdWords(thresholds: NonNullable<Appraisal['secondAggregation']>['thresholds']): string {
  const all = Object.values(thresholds);
  const [one] = all;
  const alike = all.every(
    ({ indifference, preference }) => indifference === one!.indifference && preference === one!.preference,
  );
  return alike
    ? alikeWords(one!)
    : 'Small differences count for nothing there, large ones in full, as the thresholds of the criteria say.';
}

/** What thresholds that all criteria share come to. Where the two are one, nothing counts in part. */
function alikeWords({ indifference, preference }: { indifference: number; preference: number }): string {
  if (preference === 0) return 'Any difference on a criterion counts in full there.';
  return indifference === preference
    ? `A difference above ${indifference} points on a criterion counts in full there, any other for nothing.`
    : `A difference up to ${indifference} points on a criterion counts for nothing there, one of ${preference} or more in full.`;
}
