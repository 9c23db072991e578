import type { Backtest, BacktestCase, BacktestOption, Concordance, Miss } from '../model/backtest.js';
import { count } from './lists.js';
import { signed } from './rounding.js';

/** Each kind of verdict as a heading. */
export const VERDICTS: Record<BacktestCase['verdict'], string> = {
  miss: 'Misses: ranking and record part',
  hit: 'Hits: what helped is in front of what failed, as far as anything is judged',
  open: 'Open: nothing that was done can be judged',
};

/** What must be said of any such figure. */
export function caution({ cases }: Backtest): string {
  return (
    `A sanity check and no validation: ${count(cases.length, 'case')} that somebody picked ${cases.length === 1 ? 'is' : 'are'} ` +
    'no sample, and whoever judges a case knows how it ended. What came after a measure need not have come of it. No success ' +
    'rate follows from this, and no rule is to be tuned on it.'
  );
}

/** `Niger, five days after the coup (as of 2023-07-31), judged by european-union` */
export function caseTitle({ manifest: { scenario }, perspective }: BacktestCase): string {
  return `${scenario.title} (as of ${scenario.asOf}), judged by ${perspective.id}`;
}

/** What led then, and where doing nothing new stood. */
export function thenWords({ top, baselineRank, ranked }: BacktestCase): string {
  const first = top.map(({ title, rank, score }) => `${rank} ${title} ${signed(score)}`);
  return `${first.join(', ')}; the baseline is ${baselineRank} of ${ranked}`;
}

/** `2 of 19`, or that it is not ranked. */
export function rankWords({ standing }: BacktestOption, ranked: number): string {
  return standing.standing === 'ranked' ? `${standing.rank} of ${ranked}` : NOT_RANKED[standing.standing];
}

const NOT_RANKED = { excluded: 'excluded', 'left-out': 'left out' } as const;

/** The score, where it has one. */
export function scoreWords({ standing }: BacktestOption): string {
  return standing.standing === 'ranked' ? signed(standing.score) : '';
}

/** A judgement in plain words. */
export const JUDGED: Record<BacktestOption['judgement'], string> = {
  worked: 'worked',
  partly: 'in part',
  'did-not-work': 'did not work',
  backfired: 'backfired',
  unclear: 'unclear',
};

/** What is amiss, as a sentence without its end. */
export function missWords(miss: Miss, { done }: BacktestCase): string {
  const title = (option: string) => done.find(one => one.option === option)!.title;
  const what = title(miss.option);
  if (miss.kind === 'upside-down')
    return `${what}, which failed, ranks above ${title(miss.over)}, which helped`;
  return `${what}, which ${MISSES[miss.kind]}`;
}

const MISSES: Record<Exclude<Miss['kind'], 'upside-down'>, string> = {
  'helped-but-excluded': 'helped, is excluded',
  'helped-but-below-baseline': 'helped, ranks below the baseline',
  'helped-but-in-lower-half': 'helped, is in the lower half',
  'failed-but-in-front': 'failed, is among the first three',
  'harmed-but-above-baseline': 'backfired, ranks above the baseline',
};

/** Words with the sources they rest on, of which those that were only recalled say so. */
export function cited(words: string, sources: readonly string[], { sources: known }: Backtest): string {
  const each = sources.map(citation => {
    const isRead = known[citation.split('#')[0]!]?.checked === 'read';
    return isRead ? citation : `${citation}, recalled`;
  });
  return `${words} [${each.join('; ')}]`;
}

/** Whether what followed fits the reasons of the rules: by hand. */
export function fitWords({ record: { reasons } }: BacktestCase, told: Backtest): string {
  return cited(`${FITS[reasons.fit]}: ${reasons.because}`, reasons.sources, told);
}

const FITS = { fits: 'fits', partly: 'fits in part', against: 'speaks against them', open: 'open' } as const;

/** The three groups of cases, each with its name. */
export function groups({ all, seen, unseen }: Backtest): [string, Concordance][] {
  return [
    ['all', all],
    ['seen while writing', seen],
    ['not seen', unseen],
  ];
}

/** A share with its interval: `64.7% (40.0 to 88.2)`. */
export function shareWords(share: number | null, interval: Concordance['concordanceInterval']): string {
  if (share === null) return 'no pair';
  const percent = (x: number) => (100 * x).toFixed(0);
  return `${percent(share)}%${interval ? ` (${percent(interval[0])} to ${percent(interval[1])})` : ''}`;
}

/** Kendall's tau-b with its interval. */
export function tauWords(tau: number | null, interval: Concordance['tauBInterval']): string {
  if (tau === null) return 'none';
  return `${tau.toFixed(2)}${interval ? ` (${interval[0].toFixed(2)} to ${interval[1].toFixed(2)})` : ''}`;
}

/** How likely by chance alone. */
export function chanceWords(chance: number | null): string {
  return chance === null ? '' : chance.toFixed(2);
}

/** How the figures were found. */
export function method({ seed, resamples }: Backtest): string {
  return (
    'In order: of pairs of an option that helped (worked, or in part) and one that failed (did not work, or backfired) in the ' +
    'same case, the share in which the one that helped ranks higher, ties half. By chance: the exact probability of so many or ' +
    'more if the judgements fell at random on what was done in each case. Tau-b: of score and judgement, over all options ' +
    `judged, whatever their case. In brackets: the middle 95% of ${resamples} draws of whole cases (seed ${seed}), which says ` +
    'little with so few, and is left out of fewer than five. Seen while writing: those who wrote the rules looked at how the ' +
    'case ranks.'
  );
}

/** What the rankings were made from. */
export function madeFromAll({ cases, program, seed, resamples }: Backtest, between = '  '): string {
  const sets = new Set(
    cases.map(
      ({ manifest: { ruleSet } }) => `${ruleSet.id} ${ruleSet.version} (${ruleSet.hash.slice(0, 8)})`,
    ),
  );
  const draws = `${resamples} draws, seed ${seed}`;
  return [...sets, count(cases.length, 'case'), `${program.name} ${program.version}`, draws].join(between);
}
