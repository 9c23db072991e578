import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { by } from '../model/order.js';
import type { AuthoredRecord } from '../model/parse-record.js';
import { placeOf } from '../source/place.js';

/** A record with the path of the scenario that it leads to, from where the program runs. */
export interface AboutScenario {
  authored: AuthoredRecord;
  scenario: string;
}

/** No two records that are read together are about one scenario, which would count twice. Told of all but the first by path. */
export function checkRecordScenarios(records: readonly AboutScenario[]): Diagnostic[] {
  const seen = new Map<string, string>();
  return [...records]
    .sort(by(({ authored }) => authored.file.path))
    .flatMap(({ authored: { file }, scenario }) => {
      const first = seen.get(scenario);
      if (first === undefined) {
        seen.set(scenario, file.path);
        return [];
      }
      const message = `another record is about \`${scenario}\``;
      return [
        diagnostic(
          'record/duplicate-scenario',
          message,
          placeOf(file, ['scenario'], 'value'),
          `it is ${first}`,
        ),
      ];
    });
}
