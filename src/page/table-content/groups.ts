import type { TableGroup, TableSummary } from '../../model/table-summary.js';
import { brief, quiet, type Section, table } from '../document.js';
import { percent } from '../likely.js';
import { byLead, GROUPS, keyOf, sharesOf, titled } from './words.js';

/** How many options have a shade of their own; the rest are shown as one. */
const SHADED = 5;

/** Which option leads in each group, and what decides there. */
export function groupsSection(summary: TableSummary): Section {
  const { by, groups } = summary;
  const named = by.map(name => `“${brief(name, 60)}”`).join(' and ');
  const shaded = byLead(summary.all)
    .filter(({ leads }) => leads > 0)
    .slice(0, SHADED)
    .map(({ option }) => option);
  const leads = (group: TableGroup, option: string) =>
    group.options.find(one => one.option === option)?.leads ?? 0;
  const parts = (group: TableGroup) => {
    const own = shaded.map(option => leads(group, option));
    return [...own, Math.max(0, 1 - own.reduce((sum, share) => sum + share, 0))];
  };
  const shown = groups.slice(0, GROUPS);
  const rest = groups.length - shown.length;
  return {
    anchor: 'groups',
    title: `By ${named}`,
    blocks: [
      {
        kind: 'chart',
        chart: sharesOf(
          [...shaded.map(option => titled(summary, option, 34)), 'another option'],
          shown.map(group => ({ label: keyOf(group), shares: parts(group) })),
        ),
        title: `Which option leads, by ${named}`,
        description: `One bar for each group: the share of its rows in which each option leads, from left to right as in the legend. A date counts by its year. The number is that of ${titled(summary, shaded[0] ?? '')}.`,
        table: table(
          'Groups in numbers',
          ['Group', 'Rows', 'Leads most', 'In', 'Mean lead', 'May change', 'Decided most by'],
          groups.map(group => {
            const [first] = byLead(group);
            const [rule] = group.rules;
            return [
              keyOf(group),
              group.rows.toLocaleString('en'),
              first ? titled(summary, first.option) : '',
              first ? percent(first.leads) : '',
              group.margin === null ? '' : group.margin.toFixed(1),
              percent(group.undetermined),
              rule ? [{ id: rule.rule }, ` (${percent(rule.decides)})`] : '',
            ];
          }),
          [1, 3, 4, 5],
        ),
      },
      ...(rest > 0
        ? [quiet(`The chart shows the first ${GROUPS} groups; the table has all ${groups.length}.`)]
        : []),
    ],
  };
}
