import type { ScenarioFile } from '../schema/generated/author-types.js';
import type { Pointer } from '../source/source-file.js';

/** Keys of a scenario that hold entries, each of which can be sound where another is not. */
const MAPS = new Set(['facts', 'sources', 'leave-out']);

/** So many entries are no person's scenario: the schema says so, and nothing more is said of them. */
const MOST_ENTRIES = 2_000;

/**
 * What of a scenario has the right shape: whatever a schema found fault with is left out, entry by entry in its maps,
 * so that the rest can be checked all the same. Undefined where the file is no map.
 */
export function soundScenario(data: unknown, broken: readonly Pointer[]): ScenarioFile | undefined {
  if (!isMap(data)) return undefined;
  const keys = new Set(broken.map(([key]) => key));
  const places = new Set(broken.map(([key, entry]) => `${key} ${entry}`));
  const entries = Object.entries(data).flatMap(([key, value]) => {
    if (!MAPS.has(key)) return keys.has(key) ? [] : [[key, value]];
    if (!isMap(value)) return [];
    const sound = Object.entries(value).filter(([entry]) => !places.has(`${key} ${entry}`));
    return sound.length > MOST_ENTRIES ? [] : [[key, Object.fromEntries(sound)]];
  });
  return { facts: {}, ...Object.fromEntries(entries) } as ScenarioFile;
}

function isMap(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
