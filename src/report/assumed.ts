import { shortList } from './lists.js';

/** Facts that are not known, and what was assumed of them; empty where there are none. */
export function assumedWords(assumed: readonly { fact: string; how: 'prior' | 'equal' }[]): string {
  const named = assumed.map(({ fact, how }) =>
    how === 'prior' ? `${fact} (its prior)` : `${fact} (all levels alike)`,
  );
  return named.length === 0 ? '' : ` Not known, and assumed: ${shortList(named, 8)}.`;
}
