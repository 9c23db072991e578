import type { Comparison } from '../model/comparison.js';
import { ascii } from './ascii.js';
import { leaders, reasonsOf, sayFact, share, shownChange, sideName, stands } from './comparison-words.js';
import { safely, wrap } from './layout.js';
import { madeFrom, repeatLine } from './manifest.js';
import type { ReportOptions } from './options.js';
import { signed } from './rounding.js';

/** What moved, in whole sentences and ASCII. */
export function comparisonPlain(result: Comparison, options: ReportOptions): string {
  const comparison = safely(result);
  const { a, b } = comparison;
  const sentences = [
    `From: ${sideName(a)}.`,
    `To: ${sideName(b)}.`,
    leaders(comparison),
    ...comparison.facts.map(one => `Fact ${one.fact} changes from ${sayFact(one.a)} to ${sayFact(one.b)}.`),
    ...comparison.weights.map(
      one => `The weight of ${one.criterion} changes from ${share(one.a)} to ${share(one.b)}.`,
    ),
    ...comparison.options.flatMap(option => {
      const change = shownChange(option);
      const moved = change === undefined ? '' : ` Change ${signed(change)}.`;
      const reasons = reasonsOf(option, options).map(({ points, criterion, text }) =>
        points === '' ? `It is ${criterion}: ${text}.` : `Moved by ${points} on ${criterion}: ${text}.`,
      );
      return [`${option.option}: from ${place(option.a)} to ${place(option.b)}.${moved}`, ...reasons];
    }),
    `Made from ${madeFrom(b.manifest, [a.manifest.scenario, b.manifest.scenario], ', ')}.`,
    ...repeatLine(b.manifest),
  ];
  return `${sentences.flatMap(text => wrap(ascii(text), options.width)).join('\n')}\n`;
}

function place(standing: Comparison['options'][number]['a']): string {
  if (standing?.standing !== 'ranked') return stands(standing);
  return `rank ${standing.rank} with ${signed(standing.score)}`;
}
