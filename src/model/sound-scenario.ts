import type { ScenarioFile } from '../schema/generated/author-types.js';
import type { Pointer } from '../source/source-file.js';

/** Keys of a scenario that hold entries, each of which can be sound where another is not. */
const MAPS = new Set(['facts', 'sources', 'leave-out']);

/**
 * What of a scenario has the right shape: whatever a schema found fault with is left out, entry by entry in its maps,
 * so that the rest can be checked all the same. Undefined where the file is no map.
 */
export function soundScenario(data: unknown, broken: readonly Pointer[]): ScenarioFile | undefined {
  if (!isMap(data)) return undefined;
  const wrong = (...at: string[]) =>
    broken.some(pointer => at.length <= pointer.length && at.every((step, i) => pointer[i] === step));
  const entries = Object.entries(data).flatMap(([key, value]) => {
    if (!MAPS.has(key)) return wrong(key) ? [] : [[key, value]];
    if (!isMap(value)) return [];
    return [[key, Object.fromEntries(Object.entries(value).filter(([id]) => !wrong(key, id)))]];
  });
  return { facts: {}, ...Object.fromEntries(entries) } as ScenarioFile;
}

function isMap(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
