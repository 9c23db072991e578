import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { by } from '../model/order.js';
import type { AuthoredScenario } from '../model/resolve-scenario.js';
import { placeOf } from '../source/place.js';

/** No two scenarios that are checked together share an id. Told of all but the first by path. */
export function checkScenarioIds(scenarios: readonly AuthoredScenario[]): Diagnostic[] {
  const seen = new Map<string, string>();
  return [...scenarios].sort(by(({ file }) => file.path)).flatMap(({ file, value: { id } }) => {
    const first = seen.get(id);
    if (id === undefined || first === undefined) {
      seen.set(id, file.path);
      return [];
    }
    const message = `another scenario already has the id \`${id}\``;
    return [diagnostic('scenario/duplicate-id', message, placeOf(file, ['id'], 'value'), `it is ${first}`)];
  });
}
