import type { TableSummary } from '../../model/table-summary.js';
import { quiet, type Section, table } from '../document.js';
import { percent } from '../likely.js';
import { byLead, rowCount, sharesOf, titled } from './words.js';

/** How often each option leads, and is excluded. */
export function leadersSection(summary: TableSummary): Section {
  const shown = byLead(summary.all).filter(({ leads, excluded }) => leads > 0 || excluded > 0);
  const never = summary.all.options.length - shown.length;
  return {
    anchor: 'leaders',
    title: 'How often each option leads',
    blocks: [
      {
        kind: 'chart',
        chart: sharesOf(
          ['leads', 'is ranked, but does not lead', 'is excluded'],
          shown.map(({ option, leads, excluded }) => ({
            label: titled(summary, option),
            shares: [leads, Math.max(0, 1 - leads - excluded), excluded],
          })),
        ),
        title: 'Options by the share of rows in which they lead',
        description:
          'Dark: the option leads. Light: it is ranked, but another leads. Without fill: a rule excludes it.',
        table: table(
          'Options in numbers',
          ['Option', 'Leads', 'Excluded'],
          shown.map(({ option, leads, excluded }) => [
            titled(summary, option),
            percent(leads),
            percent(excluded),
          ]),
          [1, 2],
        ),
      },
      ...(never > 0
        ? [
            quiet(
              `${rowCount(never, 'other option')} never ${never === 1 ? 'leads' : 'lead'}, and ${never === 1 ? 'is' : 'are'} nowhere excluded.`,
            ),
          ]
        : []),
      quiet('Of several options with the same score the first by id is taken to lead.'),
    ],
  };
}
