import type { Chart } from '../charts/chart.js';
import type { KeyedGroup, TableChange, TableGroup, TableSummary } from '../model/table-summary.js';
import { safely } from '../report/layout.js';
import { type Block, brief, type Document, quiet, type Section, type Text, table, text } from './document.js';
import { percent } from './likely.js';

/** How many options have a shade of their own; the rest are shown as one. */
const SHADED = 5;
/** How many groups a chart shows: a chart of more is no longer read. */
const GROUPS = 60;
/** How many rules and facts a chart shows. */
const DECIDING = 12;

/** What comes of scoring a table, as a page that is read. */
export function tableDocument(summary: TableSummary): Document {
  const safe = safely(summary);
  const { all, manifest, groups, against } = safe;
  const { program, perspective } = manifest;
  const judged = perspective === null ? 'weights of its own' : `the perspective ${perspective}`;
  const sections = [
    leadersSection(safe),
    ...(groups.length > 0 ? [groupsSection(safe)] : []),
    unknownSection(safe),
    decidingSection(safe),
    ...(against === null ? [] : [againstSection(safe, against)]),
    manifestSection(safe),
  ];
  return {
    title: brief(`${safe.table}: ${rowCount(all.rows, 'situation')}`),
    about: `One situation a row, judged by ${judged}`,
    chapters: [
      {
        ...{ anchor: 'chapter', title: brief(safe.table), about: '' },
        intro: [{ kind: 'part', anchor: 'answer', title: 'In short', blocks: answer(safe) }],
        sections,
      },
    ],
    asOf: '',
    program: `${program.name} ${program.version}`,
  };
}

function answer(summary: TableSummary): Block[] {
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

/** Options that lead somewhere or are excluded somewhere. */
function leadersSection(summary: TableSummary): Section {
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

function groupsSection(summary: TableSummary): Section {
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

function unknownSection(summary: TableSummary): Section {
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

function decidingSection({ rules, facts }: TableSummary): Section {
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

function againstSection(summary: TableSummary, change: TableChange): Section {
  const { changed, rows, moves, onlyHere, onlyThere } = change;
  const alone = [
    ...(onlyHere > 0 ? [`${rowCount(onlyHere)} scored here alone`] : []),
    ...(onlyThere > 0 ? [`${rowCount(onlyThere)} scored there alone`] : []),
  ];
  return {
    anchor: 'against',
    title: 'What changed',
    blocks: [
      text(`Against ${brief(change.with)} another option leads in ${percent(changed)} of ${rowCount(rows)}.`),
      ...(moves.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              table: table(
                'Which option leads there, and which here',
                ['There', 'Here', 'Rows'],
                moves.map(({ there, here, rows: n }) => [
                  titled(summary, there),
                  titled(summary, here),
                  n.toLocaleString('en'),
                ]),
                [2],
              ),
            },
          ]),
      ...(alone.length === 0 ? [] : [quiet(`${alone.join('; ')}.`)]),
    ],
  };
}

function manifestSection({ manifest, table: source, rejected, all }: TableSummary): Section {
  const { ruleSet, perspective, weights, base, changes, program, command } = manifest;
  const pairs: [string, Text][] = [
    ['Table', [brief(source)]],
    ['Rows', [`${all.rows.toLocaleString('en')} scored, ${rejected.toLocaleString('en')} that do not fit`]],
    ['Rule set', [brief(ruleSet.title), ' ', { id: `${ruleSet.id} ${ruleSet.version}` }]],
    ['Hash of the rule set', [{ id: ruleSet.hash }]],
    ['Perspective', [perspective ?? 'weights of the base']],
    [
      'Weights',
      [
        Object.entries(weights)
          .map(([id, share]) => `${id} ${percent(share)}`)
          .join(', '),
      ],
    ],
    ...(base ? [['Base', [{ id: `${base.id} ${base.hash.slice(0, 8)}` }]] as [string, Text]] : []),
    ...(changes.length > 0
      ? [
          [
            'Set in every row',
            [changes.map(({ fact, value }) => `${fact} = ${JSON.stringify(value)}`).join('; ')],
          ] as [string, Text],
        ]
      : []),
    ['Program', [`${program.name} ${program.version}`]],
  ];
  return {
    anchor: 'manifest',
    title: 'What this was made from',
    blocks: [
      { kind: 'pairs', pairs },
      ...(command === null
        ? []
        : [text({ strong: 'To repeat it:' }), { kind: 'code', text: command } as Block]),
    ],
  };
}

function rowCount(n: number, noun = 'row'): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}

function byLead({ options }: TableGroup): TableGroup['options'] {
  return [...options].sort((a, b) => b.leads - a.leads || b.excluded - a.excluded);
}

function titled({ options }: TableSummary, id: string, most?: number): string {
  return brief(options[id]?.title ?? id, most);
}

function keyOf({ key }: KeyedGroup): string {
  return brief(key.map(one => one ?? '(none)').join(', '), 80);
}

function sharesOf(parts: string[], rows: { label: string; shares: number[] }[]): Chart {
  return { kind: 'shares', parts, rows };
}
