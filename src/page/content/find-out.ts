import type { FactValue, Information } from '../../model/information.js';
import { assumedWords } from '../../report/assumed.js';
import { estimate, onOneLine } from '../../report/estimates.js';
import { type Block, quiet, type Section, table, text } from '../document.js';
import { percent, precise } from '../likely.js';
import { fact, option, type Told } from '../told.js';

/** Which facts are worth finding out before choosing. */
export function findOutSection(told: Told): Section {
  const { information, prefix, unanswered } = told;
  return {
    anchor: `${prefix}find-out`,
    title: 'What is worth finding out',
    blocks:
      information === null
        ? [text(`This cannot be said: ${unanswered ?? 'it was not asked for'}.`)]
        : worth(told, information),
  };
}

function worth(told: Told, information: Information): Block[] {
  const { facts, total, totalError, exact, draws, seed } = information;
  if (facts.length === 0) return [text('Every fact that matters is certain: there is nothing to find out.')];
  const all = `To know everything would be worth ${points(total, totalError)} points on average.`;
  const shown = facts.filter(({ value, standardError }) => value > Math.max(0.005, 2 * (standardError ?? 0)));
  const found = exact ? 'Exact.' : `Estimated from ${draws} draws (seed ${seed}); ± is a standard error.`;
  const how = quiet(
    `Worth is in points of score that a better choice would gain on average; values of several facts do not add up. ${found} Facts are taken as independent.${assumedWords(information.assumed)}`,
  );
  if (shown.length === 0) return [text(`No single fact alone would change the choice. ${all}`), how];
  const rows = shown.map(one => [
    fact(told, one.fact),
    points(one.value, one.standardError),
    precise(one.changesLeader, { exact, error: one.changesLeaderError }),
    answers(told, information, one),
  ]);
  return [
    text(
      'To find out ',
      { strong: `“${fact(told, shown[0]!.fact)}”` },
      ` is worth most: ${points(shown[0]!.value, shown[0]!.standardError)} points of score on average. ${all}`,
    ),
    {
      kind: 'table',
      table: table(
        'Facts by what it is worth to know them',
        ['Fact', 'Worth in points', 'Changes the choice', 'What could be found'],
        rows,
        [1, 2],
      ),
    },
    how,
  ];
}

/** The answers after which another option would be chosen. */
function answers(told: Told, { expectedLeader }: Information, { answers: all }: FactValue): string {
  const changing = all
    .filter(({ leader }) => leader !== expectedLeader)
    .map(({ is, probability, leader }) => `if ${is} (${percent(probability)}), ${option(told, leader)}`);
  return changing.join('; ') || 'nothing that changes the choice by itself';
}

function points(x: number, error: number | null): string {
  return onOneLine(estimate(x > 0 && x < 0.005 ? '<0.01' : x.toFixed(2), error));
}
