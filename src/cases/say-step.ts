import type { Fact, Interval } from '../model/fact.js';

/** Neighbouring values of a fact in words: `low or high`; of a number `below 0.2`, `0.2 to below 0.5`, `above 0.5`. */
export function sayStep({ steps, domain }: Fact, places: readonly number[]): string {
  const of = places.map(place => steps[place]!);
  if (domain.kind !== 'number')
    return of.flatMap(step => ('value' in step ? [String(step.value)] : [])).join(' or ');
  const [{ low, lowOpen }, { high, highOpen }] = [of[0], of.at(-1)] as [Interval, Interval];
  if (low === high) return String(low);
  const [isFirst, isLast] = [places[0] === 0, places.at(-1) === steps.length - 1];
  const from = `${lowOpen ? 'above ' : isLast ? 'at least ' : ''}${low}`;
  const to = `${highOpen ? 'below ' : isFirst ? 'at most ' : ''}${high}`;
  if (isFirst && isLast) return `${low} to ${high}`;
  if (isFirst) return to;
  return isLast ? from : `${from} to ${to}`;
}
