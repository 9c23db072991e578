import type { BacktestCase, BacktestOption, Miss } from '../model/backtest.js';
import { heightOf, helped } from './agreement.js';

/** How many options count as the front of a ranking. */
const FRONT = 3;

/** Where the ranking of a case and the judgements on what was done part. */
export function missesOf({
  done,
  ranked,
  baselineRank,
}: Pick<BacktestCase, 'done' | 'ranked' | 'baselineRank'>): Miss[] {
  const good = done.filter(option => helped(option) === true);
  const bad = done.filter(option => helped(option) === false);
  return [
    ...bad.flatMap(failed => good.filter(other => heightOf(failed) > heightOf(other)).map(under(failed))),
    ...good.flatMap(option => tooLow(option, ranked, baselineRank)),
    ...bad.flatMap(option => tooHigh(option, baselineRank)),
  ];
}

function under({ option }: BacktestOption): (helpful: BacktestOption) => Miss {
  return helpful => ({ kind: 'upside-down', option, over: helpful.option });
}

function tooLow({ option, standing }: BacktestOption, ranked: number, baselineRank: number): Miss[] {
  if (standing.standing !== 'ranked') return [{ kind: 'helped-but-excluded', option }];
  if (standing.rank > baselineRank) return [{ kind: 'helped-but-below-baseline', option }];
  return standing.rank > (ranked + 1) / 2 ? [{ kind: 'helped-but-in-lower-half', option }] : [];
}

function tooHigh({ option, standing, judgement }: BacktestOption, baselineRank: number): Miss[] {
  if (standing.standing !== 'ranked' || standing.rank >= baselineRank) return [];
  if (standing.rank <= FRONT) return [{ kind: 'failed-but-in-front', option }];
  return judgement === 'backfired' ? [{ kind: 'harmed-but-above-baseline', option }] : [];
}
