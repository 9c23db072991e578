import type { Sensitivity } from '../model/sensitivity.js';
import { assumedWords } from './assumed.js';
import { estimate, onOneLine } from './estimates.js';
import { count } from './lists.js';

/** Who leads by how much, and what follows. */
export function leads({ options, leader, margin, facts }: Sensitivity): string {
  const by = margin === 0 ? 'leads with no margin' : `leads by ${margin.toFixed(2)} points`;
  const told = `${options[leader]!.title} ${by}.`;
  return facts.length === 0
    ? `${told} No fact moves that.`
    : `${told} What moves that margin, one at a time:`;
}

/** Who leads then, where that is another option. */
export function leadsThen({ options, leader }: Sensitivity, then: string): string {
  return then === leader ? '' : `: ${options[then]!.title}`;
}

/** How the indices were found and how to read them, or why there are none. */
export function howIndices({ indices, noIndices }: Sensitivity): string {
  if (indices === null) return noIndices === null ? '' : why(noIndices);
  const { exact, regions, draws, seed, variance, varianceError, coupled, assumed } = indices;
  const deviation = Math.sqrt(variance);
  const error = varianceError && varianceError / deviation / 2;
  const found = exact
    ? `Exact, over ${count(regions, 'region')}.`
    : `Estimated from ${draws} draws (seed ${seed}); ± of a share is half of a 95% confidence interval, by Student's t over replicates, and else a standard error.`;
  const read =
    `The margin varies with a standard deviation of ${onOneLine(estimate(deviation.toFixed(2), error))} points over all that may be so; ` +
    `shares are of its variance (Sobol' indices). Facts are taken as independent.`;
  const couples = coupled
    ? ' Impossible situations couple some facts, so the shares need not add up, nor the second be the larger.'
    : '';
  return `${found} ${read}${couples}${assumedWords(assumed)}`;
}

function why({ why, facts }: NonNullable<Sensitivity['noIndices']>): string {
  return {
    'without-prior': `How the margin varies cannot be told: nothing says how likely the values of ${facts.join(', ')} are.`,
    impossible: 'No situation that the scenario holds possible can occur.',
    'none-drawn': 'None of the situations that were drawn can occur: raise --draws.',
    'no-variance': 'The margin is the same in every situation that the scenario holds possible.',
  }[why];
}
