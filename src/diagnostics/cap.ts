import type { Code } from './codes.js';
import type { Diagnostic } from './diagnostic.js';

/**
 * At most `most` diagnostics with one code, the first ones in the order given. The last of them says in its
 * help how many more there are.
 */
export function capPerCode(diagnostics: readonly Diagnostic[], most: number): Diagnostic[] {
  const total = countPerCode(diagnostics);
  const shown = new Map<Code, number>();
  return diagnostics.flatMap(one => {
    const count = (shown.get(one.code) ?? 0) + 1;
    shown.set(one.code, count);
    if (count > most) return [];
    const more = total.get(one.code)! - most;
    return count === most && more > 0 ? [withRest(one, more)] : [one];
  });
}

function countPerCode(diagnostics: readonly Diagnostic[]): Map<Code, number> {
  const counts = new Map<Code, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function withRest(last: Diagnostic, more: number): Diagnostic {
  const rest = `${more} more like this ${more === 1 ? 'is' : 'are'} not shown`;
  return { ...last, help: last.help === undefined ? rest : `${last.help} (${rest})` };
}
