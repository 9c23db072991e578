import type { Flip } from '../../model/flips.js';
import { fact, seen, type Told, value } from '../told.js';

/** The changes of a flip: `“Armed conflict” were minor instead of war`. */
export function changeWords(told: Told, { changes }: Flip): string {
  return changes
    .map(
      ({ fact: id, from, to }) =>
        `“${fact(told, id)}” were ${value(told, id, to)} instead of ${seen(told, id, from)}`,
    )
    .join(' and ');
}
