import { describe, expect, it } from 'vitest';
import { shippedRuleSet, text } from '../support/shipped.js';

const COLUMNS = ['for', 'against', 'backfires', 'costs others', 'costs the sender'];

/** Each rule that a row of the page names, with the option of the row and its column. */
const named = text('docs/knowledge/backfire-and-cost.md')
  .split('\n')
  .filter(line => line.startsWith('| `'))
  .flatMap(line => {
    const [option, ...cells] = line.split('|').slice(1, -1);
    return cells.flatMap((cell, i) =>
      [...cell.matchAll(/\[([a-z0-9-]+)\]/g)].map(([, rule]) => ({
        option: option!.replaceAll(/[` ]/g, ''),
        column: COLUMNS[i]!,
        rule: rule!,
      })),
    );
  });

describe('the page on what backfires and who pays', () => {
  it('has a row for each option but the baseline, with rules for it and against it', async () => {
    const { options, baseline } = await shippedRuleSet();
    const having = (column: string) =>
      new Set(named.filter(one => one.column === column).map(({ option }) => option));
    const expected = new Set([...options.keys()].filter(id => id !== baseline));
    expect(having('for')).toEqual(expected);
    expect(having('against')).toEqual(expected);
  });

  it('names rules that do what its columns say', async () => {
    const { rules } = await shippedRuleSet();
    for (const { option, column, rule } of named) {
      const points = rules
        .filter(({ id }) => id === rule)
        .flatMap(({ effects }) => effects)
        .flatMap(effect => (effect.kind === 'points' && effect.option === option ? [effect.points] : []));
      const does = points.some(one => (column === 'for' ? one > 0 : one < 0));
      expect([option, column, rule, does]).toEqual([option, column, rule, true]);
    }
  });
});
