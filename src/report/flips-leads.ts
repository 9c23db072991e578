import { markdownTable } from 'markdown-table';
import type { Flips, WeightLead } from '../model/flips.js';
import { share, title } from './flips-weights.js';
import { columns, wrap } from './layout.js';
import { shortList } from './lists.js';
import { md } from './md.js';

/** How many of the nearest weights are shown. */
const MOST = 3;

const HEADER = ['all weights together', 'change', 'to'];

/** The nearest weights that put another option first, and which options none do, for a terminal. */
export function leadRows(told: Flips, width: number): string[] {
  const rows = nearest(told).map(lead => cells(told, lead));
  const table = columns(
    [HEADER, ...rows],
    [{ width: 29 }, { align: 'right', width: 6 }, { width: width - 37 }],
  );
  const none = never(told).flatMap(line => wrap(line, width));
  return [...(rows.length > 0 ? table : []), ...(rows.length > 0 && none.length > 0 ? [''] : []), ...none];
}

/** The same in sentences. */
export function leadSentences(told: Flips): string[] {
  const sentences = nearest(told).map(lead => {
    const [, change, to] = cells(told, lead);
    return `${lead.option} comes first if the weights change by ${change} together, to ${to}.`;
  });
  return [...sentences, ...never(told)];
}

/** The same for Markdown. */
export function leadTable(told: Flips): string[] {
  const rows = nearest(told).map(lead => cells(told, lead).map(md));
  const table = markdownTable([HEADER, ...rows], { align: ['l', 'r', 'l'] });
  return [...(rows.length > 0 ? [table] : []), ...never(told).map(md)];
}

type Led = WeightLead & { change: number; weights: Record<string, number> };

function nearest({ leads, to, tied }: Flips): Led[] {
  const found = leads.filter((lead): lead is Led => lead.change !== null && lead.weights !== null);
  if (to !== null) return found.filter(({ option }) => option === to);
  return found.filter(({ option }) => !tied.includes(option)).slice(0, MOST);
}

/** The option, how much the weights change as a sum of shares, and what they then are, those that move most first. */
function cells(told: Flips, { option, change, weights }: Led): string[] {
  const moves = Object.entries(weights)
    .map(([criterion, weight]) => ({ criterion, weight, now: told.weightsNow[criterion]! }))
    .filter(({ weight, now }) => share(weight) !== share(now))
    .sort((a, b) => Math.abs(b.weight - b.now) - Math.abs(a.weight - a.now));
  const said = moves.map(({ criterion, weight, now }) => `${criterion} ${share(weight)} (now ${share(now)})`);
  return [
    title(told, option),
    change > 0 && change < 0.005 ? '<0.01' : share(change),
    said.join(', ') || 'much the same',
  ];
}

/** The options that no weights put first, and why that is so of the one that is asked for. */
function never(told: Flips): string[] {
  const { leads, to } = told;
  const asked = leads.find(({ option }) => option === to)?.never;
  if (asked) {
    const mixture = asked.mixture.map(({ option, share: part }) => `${title(told, option)} (${share(part)})`);
    const better =
      mixture.length === 1
        ? `${mixture[0]!.replace(/ \(.*/, '')} is`
        : `a mixture of ${mixture.join(', ')} is`;
    return [
      `No weights at all put ${title(told, to!)} first: ${better} better on every criterion, by ${points(asked.by)} points at least.`,
    ];
  }
  const all = leads.filter(one => one.never !== null && to === null).map(({ option }) => title(told, option));
  return all.length === 0 ? [] : [`No weights at all put these first: ${shortList(all, 20)}.`];
}

function points(by: number): string {
  return by < 0.05 ? 'less than 0.1' : by.toFixed(1);
}
