import type { Backtest, BacktestCase } from '../model/backtest.js';
import { ascii } from './ascii.js';
import {
  caseTitle,
  caution,
  chanceWords,
  cited,
  fitWords,
  groups,
  JUDGED,
  madeFromAll,
  method,
  missWords,
  rankWords,
  scoreWords,
  shareWords,
  tauWords,
  thenWords,
} from './backtest-words.js';
import { safely, wrap } from './layout.js';
import { count } from './lists.js';
import type { ReportOptions } from './options.js';

/** The same in sentences and ASCII, misses first. */
export function backtestPlain(result: Backtest, { width }: ReportOptions): string {
  const told = safely(result);
  const sentences = [
    caution(told),
    ...told.cases.flatMap(one => caseSentences(one, told)),
    ...groups(told).map(
      ([name, { cases, options, pairs, ...figures }]) =>
        `Cases ${name}: ${cases}, with ${count(options, 'option')} judged and ${count(pairs.total, 'pair')}. In order: ` +
        `${shareWords(figures.concordance, figures.concordanceInterval)}. By chance: ${chanceWords(figures.chance) || 'none'}. ` +
        `Tau-b: ${tauWords(figures.tauB, figures.tauBInterval)}.`,
    ),
    method(told),
    `Made from ${madeFromAll(told, ', ')}.`,
    ...(told.command === null ? [] : [`Repeat: ${told.command}`]),
  ];
  return `${sentences.flatMap(text => wrap(ascii(text), width)).join('\n')}\n`;
}

function caseSentences(one: BacktestCase, told: Backtest): string[] {
  const { verdict, misses, record, done, ranked } = one;
  return [
    `${verdict === 'miss' ? 'Miss' : verdict === 'hit' ? 'Hit' : 'Open'}: ${caseTitle(one)}.`,
    `Then: ${thenWords(one)}.`,
    ...done.map(option => {
      const at = [rankWords(option, ranked), scoreWords(option)].filter(Boolean).join(' with ');
      return cited(
        `${option.title}: ${at}. Judged: ${JUDGED[option.judgement]}: ${option.because}`,
        option.sources,
        told,
      );
    }),
    ...misses.map(miss => `Amiss: ${missWords(miss, one)}.`),
    cited(`Followed: ${record.followed.what}`, record.followed.sources, told),
    `Reasons of the rules: ${fitWords(one, told)}`,
  ];
}
