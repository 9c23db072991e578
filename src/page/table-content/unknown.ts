import type { TableGroup, TableSummary } from '../../model/table-summary.js';
import { brief, type Section, table, text } from '../document.js';
import { percent } from '../likely.js';
import { GROUPS, keyOf, sharesOf } from './words.js';

/** Where what is not known may change who leads, and which facts that is. */
export function unknownSection(summary: TableSummary): Section {
  const { all, groups, facts } = summary;
  const rows = groups.length > 0 ? groups.slice(0, GROUPS).map(group => ({ name: keyOf(group), group })) : [];
  const missing = facts.filter(({ unknown }) => (unknown ?? 0) > 0).sort((a, b) => b.unknown! - a.unknown!);
  return {
    anchor: 'unknown',
    title: 'What is not known',
    blocks: [
      {
        kind: 'chart',
        chart: sharesOf(
          ['may change who leads', 'changes nothing'],
          [{ name: 'All rows', group: all as TableGroup }, ...rows].map(({ name, group }) => ({
            label: name,
            shares: [group.undetermined, 1 - group.undetermined],
          })),
        ),
        title: 'Rows in which what is not known may change who leads',
        description:
          'Dark: the share of rows in which some value of an unknown fact may put another option first.',
        table: table(
          'The same in numbers',
          ['Rows', 'May change'],
          [{ name: 'All rows', group: all as TableGroup }, ...rows].map(({ name, group }) => [
            name,
            percent(group.undetermined),
          ]),
          [1],
        ),
      },
      ...(missing.length === 0
        ? [text('Every fact that a column gives is known in every row.')]
        : [
            {
              kind: 'table' as const,
              table: table(
                'Facts that a column leaves unknown',
                ['Fact', 'Unknown in'],
                missing.map(({ title, unknown }) => [brief(title), percent(unknown!)]),
                [1],
              ),
            },
          ]),
    ],
  };
}
