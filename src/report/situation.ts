import type { ShownSituation } from '../model/verification.js';
import { count } from './lists.js';

/** A situation by what differs in it from the neutral one. */
export function differenceLines({ differs, smallest }: ShownSituation): string[] {
  if (differs.length === 0) return ['Every fact is at its neutral value.'];
  const which = smallest ? 'The smallest differs' : 'One that was found, perhaps not the smallest, differs';
  return [
    `${which} from the neutral situation in ${count(differs.length, 'fact')}:`,
    ...differs.map(({ fact, neutral, value }) => `  ${fact}: ${value} (neutral: ${neutral})`),
  ];
}
