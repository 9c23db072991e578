import { afterAll, beforeAll, describe, it } from 'vitest';
import { ENGINES } from './all.js';
import { ALL_ENGINES, type Engine } from './engine.js';

/** Tests on each engine that statements are run on. One that is not there is said to be skipped, or fails where all are asked for. */
export function onEachEngine(
  tests: (id: (typeof ENGINES)[number]['id'], engine: Pick<Engine, 'run'>) => void,
): void {
  describe.each(ENGINES)('$id', ({ id, open, missing }) => {
    if (missing && !ALL_ENGINES) return it.skip(`${missing}`, () => undefined);
    let engine: Engine;
    beforeAll(async () => {
      engine = await open();
    });
    afterAll(() => engine?.close());
    tests(id, { run: statements => engine.run(statements) });
  });
}
