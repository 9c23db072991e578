import type { TableSummary } from '../../model/table-summary.js';
import { brief, quiet, type Section, type Text, table, text } from '../document.js';
import { percent } from '../likely.js';
import { sharesOf } from './words.js';

/** How many rules a chart shows. */
const DECIDING = 12;

/** The rules and facts that decide rows. */
export function decidingSection({ rules, facts }: TableSummary): Section {
  const decisive = rules.filter(({ decides }) => decides > 0);
  const read = facts.filter(({ decides }) => decides > 0);
  const none = 'No rule decides a row alone: without any one of them the same option would lead.';
  const moreRules = decisive.length - DECIDING;
  return {
    anchor: 'deciding',
    title: 'What decides',
    blocks:
      decisive.length === 0
        ? [text(none)]
        : [
            text(
              'A rule decides a row where it fires, and another option would lead without it. Each is taken out alone, so two rules of which either would do decide nothing.',
            ),
            {
              kind: 'chart',
              chart: sharesOf(
                ['decides', 'fires, but does not decide', 'does not fire'],
                decisive.slice(0, DECIDING).map(({ title, fired, decides }) => ({
                  label: brief(title, 80),
                  shares: [decides, Math.max(0, fired - decides), Math.max(0, 1 - fired)],
                })),
              ),
              title: 'Rules by the share of rows that they decide',
              description:
                'Dark: the rule decides the row. Light: it fires, and the same option would lead without it.',
              table: table(
                'Rules in numbers',
                ['Rule', 'Id', 'Decides', 'Fires'],
                decisive.map(({ rule, title, fired, decides }): (string | Text)[] => [
                  brief(title),
                  [{ id: rule }],
                  percent(decides),
                  percent(fired),
                ]),
                [2, 3],
              ),
            },
            ...(moreRules > 0
              ? [
                  quiet(
                    `The chart shows the ${DECIDING} that decide most; the table has all ${decisive.length}.`,
                  ),
                ]
              : []),
            {
              kind: 'table',
              table: table(
                'Facts that such rules read',
                ['Fact', 'Decides'],
                read.map(({ title, decides }) => [brief(title), percent(decides)]),
                [1],
              ),
            },
          ],
  };
}
