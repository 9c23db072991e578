import { expect, test } from 'vitest';
import { didYouMean } from '../../../src/diagnostics/suggest.js';

test.each<[name: string, known: string[], meant: string | undefined]>([
  ['colective-sanctions', ['targeted-sanctions', 'collective-sanctions'], 'collective-sanctions'],
  ['Patron_Support', ['patron-support'], 'patron-support'],
  ['support-patron', ['patron-support', 'public-support'], 'patron-support'],
  ['sanctions', ['sanctions-loopholes', 'regime-type'], 'sanctions-loopholes'],
  ['conflict-intensity-level', ['conflict-intensity'], 'conflict-intensity'],
  ['ax', ['ay', 'az'], 'ay'],
  ['ax', ['az', 'ay'], 'ay'],
  ['war', ['none', 'low'], undefined],
  ['a', [], undefined],
  ['same', ['same'], undefined],
])('for `%s` among %j: %s', (name, known, meant) => {
  expect(didYouMean(name, known)).toBe(meant && `did you mean \`${meant}\`?`);
});

test('a huge name or a huge number of known names is not searched', () => {
  const start = performance.now();
  const many = Array.from({ length: 200_000 }, (_, i) => `name-${i}`);
  expect(didYouMean('name-x', many)).toBeUndefined();
  expect(didYouMean('x'.repeat(1e6), ['x'.repeat(1e6 - 1)])).toBeUndefined();
  expect(performance.now() - start).toBeLessThan(60_000);
});
