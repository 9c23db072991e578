import { points } from '../../charts/points.js';
import type { Flip, Flips, WeightLead } from '../../model/flips.js';
import { assumedWords } from '../../report/assumed.js';
import { capital } from '../../report/layout.js';
import { count } from '../../report/lists.js';
import { type Block, quiet, type Section, type Text, table, text } from '../document.js';
import { likely, percent } from '../likely.js';
import { criterion, option, type Told } from '../told.js';
import { changeWords } from './change-words.js';

/** How many other ways to weigh are shown. */
const MOST = 3;

/** What would put another option first: changes of facts, one weight at a time, and all weights together. */
export function changesSection(told: Told): Section {
  return {
    anchor: `${told.prefix}changes`,
    title: 'What would change it',
    blocks: [...facts(told), ...oneWeight(told), ...allWeights(told)],
  };
}

function facts(told: Told): Block[] {
  const { flips } = told;
  if (flips.maxFacts === 0) return [];
  if (flips.flips.length === 0) return [text({ strong: 'Facts. ' }, searched(flips))];
  const rows = flips.flips.map(flip => [
    capital(`if ${changeWords(told, flip)}`),
    option(told, flip.leader),
    flip.margin === null ? 'alone' : points(flip.margin),
    often(told, flip),
  ]);
  return [
    text({ strong: 'Facts. ' }, searched(flips)),
    {
      kind: 'table',
      table: table('The nearest turns', ['Change', 'Then first', 'By points', 'How likely'], rows, [2]),
    },
    quiet(
      `How likely a change is follows from what the situation says, facts taken as independent.${assumedWords(flips.assumed)}`,
    ),
  ];
}

function searched({ flips, total, complete, maxFacts, tried, provedUpTo }: Flips): string {
  const upTo = `up to ${count(maxFacts, 'fact')} at once`;
  const how = complete
    ? `every change of ${upTo} was tried or shown to be hopeless`
    : `the search ended early, after ${count(tried, 'situation')}; all changes of up to ${count(provedUpTo, 'fact')} were searched`;
  if (total === 0) return `No change of ${upTo} that puts another option first was found; ${how}.`;
  const shown = total > flips.length ? `, of which the nearest ${flips.length} follow` : '';
  return `${count(total, 'smallest change')} would put another option first${shown}; ${how}.`;
}

function often({ ruleSet }: Told, { settles, probability }: Flip): string {
  if (!settles) return 'ruled out as described';
  return probability === null ? 'not known' : likely(probability, ruleSet.likelihoodScale, { exact: false });
}

function oneWeight(told: Told): Block[] {
  const { flips } = told;
  const { weights } = flips;
  if (weights.length === 0) return [];
  const sorted = [...weights].sort((a, b) => b.weight - a.weight);
  const leader = option(told, flips.leader);
  const rows = sorted.map(one => [
    criterion(one.criterion),
    percent(one.weight),
    one.low === 0 && one.high === 1 ? 'any weight' : `${percent(one.low)} to ${percent(one.high)}`,
    beyond(told, one),
  ]);
  return [
    {
      kind: 'chart',
      chart: {
        kind: 'spans',
        rows: sorted.map(({ criterion: id, weight, low, high }) => ({
          label: criterion(id),
          low,
          high,
          now: weight,
        })),
      },
      title: `How far each weight can move with ${leader} still first`,
      description:
        `Thick bar: the weights of that criterion with which ${leader} stays first, the other weights rescaled in ` +
        'proportion. Mark: the weight as it is.',
      table: table(
        'Weight ranges',
        ['Criterion', 'Weight now', 'Stays first from', 'Beyond that, first is'],
        rows,
        [1],
      ),
    },
  ];
}

function beyond(told: Told, { low, high, winners }: Flips['weights'][number]): string {
  const below = winners.filter(({ to }) => to <= low + 1e-9).at(-1);
  const above = winners.find(({ from }) => from >= high - 1e-9);
  const parts = [
    ...(low > 0 && below ? [`below: ${option(told, below.option)}`] : []),
    ...(high < 1 && above ? [`above: ${option(told, above.option)}`] : []),
  ];
  return parts.join('; ') || 'no other';
}

function allWeights(told: Told): Block[] {
  const { flips } = told;
  const found = flips.leads
    .filter(one => one.change !== null && !flips.tied.includes(one.option) && one.option !== flips.leader)
    .slice(0, MOST);
  const never = flips.leads.filter(one => one.never !== null).map(one => option(told, one.option));
  return [
    ...(found.length > 0
      ? [
          text(
            { strong: 'All weights together. ' },
            'The nearest other priorities under which another option comes first:',
          ),
          { kind: 'list' as const, items: found.map(one => priorities(told, one)) },
        ]
      : []),
    ...(never.length > 0 ? [quiet(`No priorities at all put these first: ${never.join(', ')}.`)] : []),
  ];
}

function priorities(told: Told, { option: id, weights }: WeightLead): Text {
  const now = told.flips.weightsNow;
  const moves = Object.entries(weights ?? {})
    .filter(([one, weight]) => percent(weight) !== percent(now[one] ?? 0))
    .sort(([a, x], [b, y]) => Math.abs(y - (now[b] ?? 0)) - Math.abs(x - (now[a] ?? 0)))
    .map(([one, weight]) => `${criterion(one)} ${percent(weight)} rather than ${percent(now[one] ?? 0)}`);
  return [{ strong: option(told, id) }, `: ${moves.join(', ') || 'almost the same weights'}`];
}
