import type { KeyedGroup, TableChange, TableGroup, TableSummary } from '../model/table-summary.js';
import { csv } from './csv.js';
import { safely } from './layout.js';
import { repeatLine } from './manifest.js';
import type { ReportOptions } from './options.js';
import { type Line, outlineMarkdown, outlinePlain, outlineText, type Section } from './outline.js';

/** What comes of scoring a table, for a terminal. */
export function tableSummaryText(summary: TableSummary, options: ReportOptions): string {
  return outlineText(sections(safely(summary), options), options);
}

/** The same in sentences. */
export function tableSummaryPlain(summary: TableSummary, options: ReportOptions): string {
  return outlinePlain(sections(safely(summary), options), options);
}

/** The same as Markdown. */
export function tableSummaryMarkdown(summary: TableSummary, options: ReportOptions): string {
  return outlineMarkdown(sections(safely(summary), options));
}

const COLUMNS = ['group', 'figure', 'of', 'value'];

/** A row for each figure: of all rows, where the group is empty, then of each group, then of rules and facts. */
export function tableSummaryCsv(summary: TableSummary): string {
  const figures = (group: string, told: TableGroup) => [
    { group, figure: 'rows', of: '', value: told.rows },
    { group, figure: 'margin', of: '', value: told.margin ?? '' },
    { group, figure: 'undetermined', of: '', value: told.undetermined },
    ...told.options.flatMap(({ option, leads, excluded }) => [
      { group, figure: 'leads', of: option, value: leads },
      { group, figure: 'excluded', of: option, value: excluded },
    ]),
  ];
  const rows = [
    ...figures('', summary.all),
    { group: '', figure: 'rejected', of: '', value: summary.rejected },
    ...summary.groups.flatMap(group => [
      ...figures(keyOf(group.key), group),
      ...decidingRows(keyOf(group.key), group),
    ]),
    ...(summary.against?.moves ?? []).map(({ there, here, rows }) => ({
      ...{ group: '', figure: 'moved', of: `${there} to ${here}`, value: rows },
    })),
    ...decidingRows('', summary),
    ...summary.facts.map(({ fact, unknown }) => ({
      ...{ group: '', figure: 'fact-unknown', of: fact, value: unknown ?? '' },
    })),
  ];
  const { ruleSet, perspective } = summary.manifest;
  const made = { perspective: perspective ?? '', 'rule-set': ruleSet.id, 'rule-set-hash': ruleSet.hash };
  return csv(
    rows.map(row => ({ ...row, ...made })),
    [...COLUMNS, ...Object.keys(made)],
  );
}

function decidingRows(group: string, { rules, facts }: Pick<KeyedGroup, 'rules' | 'facts'>) {
  return [
    ...rules.flatMap(({ rule, fired, decides }) => [
      { group, figure: 'rule-fired', of: rule, value: fired },
      { group, figure: 'rule-decides', of: rule, value: decides },
    ]),
    ...facts.map(({ fact, decides }) => ({ group, figure: 'fact-decides', of: fact, value: decides })),
  ];
}

function sections(summary: TableSummary, options: ReportOptions): Section[] {
  const { manifest, table, all, rejected, by, groups, rules, facts } = summary;
  const most = options.verbose ? Number.POSITIVE_INFINITY : 10;
  const judged = manifest.perspective === null ? 'weights of its own' : manifest.perspective;
  const decisive = rules.filter(({ decides }) => decides > 0);
  const reading = facts.filter(({ decides, unknown }) => decides > 0 || (unknown ?? 0) > 0);
  const { ruleSet, program } = manifest;
  return [
    {
      title: `${table}: ${rowCount(all.rows)}, judged by ${judged}`,
      lines: [
        ...(rejected > 0 ? [line(`Not scored, as they do not fit: ${rowCount(rejected)}`)] : []),
        ...linesOf(summary, all),
      ],
    },
    ...groups.map(group => ({
      title: `${by.join(', ')} ${keyOf(group.key)}: ${rowCount(group.rows)}`,
      lines: [...linesOf(summary, group), ...decidedMost(group)],
    })),
    ...(summary.against ? [changeSection(summary.against, summary, most)] : []),
    {
      title: 'Rules that decide: without which another option would lead',
      lines:
        decisive.length === 0
          ? [line('none: no rule does so alone')]
          : [
              ...decisive
                .slice(0, most)
                .map(({ rule, fired, decides }) =>
                  line(`${rule} in ${percent(decides)}, firing in ${percent(fired)}`),
                ),
              ...rest(decisive.length - most),
            ],
    },
    {
      title: 'Facts that decide: which such a rule reads',
      lines: [
        ...reading
          .slice(0, most)
          .map(({ fact, decides, unknown }) =>
            line(`${fact} in ${percent(decides)}${unknown ? `, unknown in ${percent(unknown)}` : ''}`),
          ),
        ...rest(reading.length - most),
      ],
    },
    {
      title: `${ruleSet.id} ${ruleSet.version} (${ruleSet.hash.slice(0, 8)})  ${program.name} ${program.version}`,
      lines: repeatLine(manifest).map(line),
    },
  ];
}

function changeSection(change: TableChange, { options }: TableSummary, most: number): Section {
  const { rows, changed, moves, onlyHere, onlyThere } = change;
  const title = (option: string) => options[option]?.title ?? option;
  const alone = [
    ...(onlyHere > 0 ? [`Scored here alone: ${rowCount(onlyHere)}`] : []),
    ...(onlyThere > 0 ? [`Scored there alone: ${rowCount(onlyThere)}`] : []),
  ];
  return {
    title: `Against ${change.with}: another option leads in ${percent(changed)} of ${rowCount(rows)}`,
    lines: [
      ...moves
        .slice(0, most)
        .map(({ there, here, rows }) =>
          line(`${title(here)} in place of ${title(there)} in ${number(rows)}`),
        ),
      ...rest(moves.length - most),
      ...alone.map(line),
    ],
  };
}

function linesOf({ options }: TableSummary, group: TableGroup): Line[] {
  const told = group.options
    .filter(({ leads, excluded }) => leads > 0 || excluded > 0)
    .sort((a, b) => b.leads - a.leads);
  return [
    ...told.map(({ option, leads, excluded }) => {
      const gone = excluded > 0 ? `, excluded in ${percent(excluded)}` : '';
      return line(`${options[option]!.title} leads in ${percent(leads)}${gone}`);
    }),
    line(
      `Mean lead ${group.margin === null ? 'none' : `${group.margin.toFixed(1)} points`}; what is not known may change who leads in ${percent(group.undetermined)}`,
    ),
  ];
}

/** How many rules are named of a group. */
const NAMED = 3;

function decidedMost({ rules }: KeyedGroup): Line[] {
  const named = rules.slice(0, NAMED).map(({ rule, decides }) => `${rule} (${percent(decides)})`);
  return named.length === 0 ? [] : [line(`Decided most by ${named.join(', ')}`)];
}

function rest(left: number): Line[] {
  return left > 0 && Number.isFinite(left) ? [line(`${number(left)} more: --verbose shows them`)] : [];
}

function line(text: string): Line {
  return { depth: 0, text };
}

function keyOf(key: readonly (string | null)[]): string {
  return key.map(one => one ?? '(none)').join(', ');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function rowCount(n: number): string {
  return `${number(n)} ${n === 1 ? 'row' : 'rows'}`;
}

function number(n: number): string {
  return n.toLocaleString('en');
}
