import type { TableSummary } from '../../model/table-summary.js';
import { type Block, text } from '../document.js';
import { percent } from '../likely.js';
import { byLead, rowCount, titled } from './words.js';

/** What the table says, in a few sentences. */
export function answer(summary: TableSummary): Block[] {
  const { all, rejected } = summary;
  const [first, second] = byLead(all);
  if (!first || first.leads === 0) return [text('No row could be scored.')];
  const next =
    second && second.leads > 0 ? `, ${titled(summary, second.option)} in ${percent(second.leads)}` : '';
  const margin =
    all.margin === null
      ? ''
      : ` The first is on average ${all.margin.toFixed(1)} points ahead of the second.`;
  return [
    {
      ...{ kind: 'text', tone: 'lead' },
      text: [
        { strong: titled(summary, first.option) },
        ` leads in ${percent(first.leads)} of ${rowCount(all.rows)}${next}.${margin}`,
      ],
    },
    text(
      all.undetermined === 0
        ? 'Nothing that is not known could change who leads in any row.'
        : `In ${percent(all.undetermined)} of the rows what is not known may change who leads.`,
    ),
    ...(rejected > 0
      ? [
          text(
            { strong: `${rowCount(rejected)} left out: ` },
            'they do not fit, and are counted in nothing below.',
          ),
        ]
      : []),
  ];
}
