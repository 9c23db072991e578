import { markdownTable } from 'markdown-table';
import type { Flip, Flips } from '../model/flips.js';
import { saySeen } from '../rationale/seen.js';
import { ascii } from './ascii.js';
import { csv } from './csv.js';
import { columns, count, paint, safely, wrap } from './layout.js';
import { MADE_FROM, madeFrom, madeFromCells, repeatLine, situationOf } from './manifest.js';
import { md } from './md.js';
import type { ReportOptions } from './options.js';
import { signed } from './rounding.js';

/** What would put another option first, for a terminal. */
export function flipsText(result: Flips, options: ReportOptions): string {
  const told = safely(result);
  const { width } = options;
  const facts = told.flips.map((flip, i) => [
    String(i + 1),
    flip.changes.map(saidChange).join('; '),
    title(told, flip.leader),
    signed(flip.margin),
    likely(flip),
  ]);
  const shape = [
    { align: 'right', width: 2 },
    { width: width - 48 },
    { width: 26 },
    { align: 'right', width: 6 },
    { align: 'right', width: 10 },
  ] as const;
  const parts = [
    [...wrap(situationOf(told), width).map(paint(options).strong), ...wrap(leads(told), width)],
    told.maxFacts === 0 ? [] : wrap(found(told), width),
    facts.length === 0 ? [] : columns([['', 'if', 'then leads', 'by', 'likelihood'], ...facts], shape),
    weightRows(told, width),
    [madeFrom(told.manifest, [told.manifest.scenario]), ...repeatLine(told.manifest)]
      .flatMap(line => wrap(line, width, 2))
      .map(paint(options).quiet),
  ];
  return `${parts
    .filter(part => part.length > 0)
    .map(part => part.map(line => line.trimEnd()).join('\n'))
    .join('\n\n')}\n`;
}

/** The same in sentences and ASCII. */
export function flipsPlain(result: Flips, { width }: ReportOptions): string {
  const told = safely(result);
  const sentences = [
    `${situationOf(told)}.`,
    leads(told),
    ...(told.maxFacts === 0 ? [] : [found(told)]),
    ...told.flips.map(
      flip =>
        `If ${flip.changes.map(saidChange).join(' and ')}, ${flip.leader} leads by ${signed(flip.margin)}. ` +
        (flip.settles
          ? `The scenario gives that a probability of ${likely(flip)}.`
          : 'The scenario rules that out.'),
    ),
    ...told.weights.map(
      one =>
        `${told.leader} leads while the weight of ${one.criterion} is ${share(one.low)} to ${share(one.high)}.`,
    ),
    `Made from ${madeFrom(told.manifest, [told.manifest.scenario], ', ')}.`,
    ...repeatLine(told.manifest),
  ];
  return `${sentences.flatMap(text => wrap(ascii(text), width)).join('\n')}\n`;
}

/** The same as Markdown. */
export function flipsMarkdown(result: Flips): string {
  const told = safely(result);
  const rows = told.flips.map(flip => [
    md(flip.changes.map(saidChange).join('; ')),
    md(title(told, flip.leader)),
    signed(flip.margin),
    likely(flip),
  ]);
  const weights = told.weights.map(one => [
    md(one.criterion),
    share(one.weight),
    share(one.low),
    share(one.high),
  ]);
  const parts = [
    `# ${md(situationOf(told))}`,
    md(leads(told)),
    ...(told.maxFacts === 0 ? [] : [md(found(told))]),
    ...(rows.length > 0 ? [markdownTable([['if', 'then leads', 'by', 'likelihood'], ...rows])] : []),
    ...(weights.length > 0 ? [markdownTable([['weight of', 'now', 'leads from', 'to'], ...weights])] : []),
    md(madeFrom(told.manifest, [told.manifest.scenario], ', ')),
  ];
  return `${parts.join('\n\n')}\n`;
}

const COLUMNS = [
  'kind',
  'flip',
  'fact',
  'from',
  'to',
  'leader',
  'margin',
  'settles',
  'probability',
  'low',
  'high',
];

/** A row for each fact of each flip, and one for each weight. */
export function flipsCsv(result: Flips): string {
  const told = safely(result);
  const made = madeFromCells(told.manifest);
  const facts = told.flips.flatMap((flip, i) =>
    flip.changes.map(({ fact, from, to }) => ({
      ...{ kind: 'facts', flip: i + 1, fact, from: saySeen(from), to: String(to), leader: flip.leader },
      ...{ margin: flip.margin, settles: String(flip.settles), probability: flip.probability ?? '', ...made },
    })),
  );
  const weights = told.weights.map(({ criterion, weight, low, high }) => ({
    ...{ kind: 'weight', fact: criterion, from: weight, leader: told.leader, low, high, ...made },
  }));
  return csv([...facts, ...weights], [...COLUMNS, ...MADE_FROM]);
}

function leads(told: Flips): string {
  const by = told.margin === null ? '' : ` by ${told.margin.toFixed(2)} points`;
  const wanted = told.to === null ? 'another option' : title(told, told.to);
  return `${title(told, told.leader)} leads${by}. What would put ${wanted} first?`;
}

/** What was found, and whether that is all there is. */
function found({ flips, total, complete, maxFacts, tried }: Flips): string {
  const upTo = `up to ${count(maxFacts, 'fact')} at once`;
  const searched = complete
    ? `every change of ${upTo} was tried (${tried} situations)`
    : `the search ended after ${tried} situations, short of every change of ${upTo}`;
  if (total === 0)
    return complete ? `No change of facts does: ${searched}.` : `None found so far: ${searched}.`;
  const shown = total > flips.length ? `, of which the first ${flips.length} follow` : '';
  return `${count(total, 'smallest change')} of facts would${shown}; ${searched}.`;
}

function saidChange({ fact, from, to }: Flip['changes'][number]): string {
  return `${fact} is ${to}, not ${saySeen(from)}`;
}

/** How likely the scenario holds the new values, as a share of 1. */
function likely({ settles, probability }: Flip): string {
  if (!settles) return 'ruled out';
  return probability === null ? 'unknown' : probability < 0.005 ? '<0.01' : probability.toFixed(2);
}

function weightRows(told: Flips, width: number): string[] {
  const rows = told.weights
    .filter(({ low, high }) => low > 0 || high < 1)
    .map(({ criterion, weight, low, high, winners }) => [
      `weight of ${criterion}`,
      share(weight),
      [
        ...(low > 0 ? [`below ${share(low)} ${title(told, before(winners, low))}`] : []),
        ...(high < 1 ? [`above ${share(high)} ${title(told, after(winners, high))}`] : []),
      ].join('; '),
    ]);
  const firm = told.weights
    .filter(({ low, high }) => low === 0 && high === 1)
    .map(({ criterion }) => criterion);
  const never =
    firm.length === 0 ? [] : wrap(`No weight of ${firm.join(', ')} alone puts another first.`, width);
  if (rows.length === 0) return never;
  return [
    ...columns(
      [['weight', 'now', 'then leads'], ...rows],
      [{ width: 29 }, { width: 5 }, { width: width - 36 }],
    ),
    ...never,
  ];
}

function before(winners: Flips['weights'][number]['winners'], low: number): string {
  return winners.filter(({ to }) => to <= low + 1e-9).at(-1)?.option ?? winners[0]!.option;
}

function after(winners: Flips['weights'][number]['winners'], high: number): string {
  return winners.find(({ from }) => from >= high - 1e-9)?.option ?? winners.at(-1)!.option;
}

function share(weight: number): string {
  return weight.toFixed(2);
}

function title({ options }: Flips, option: string): string {
  return options[option]!.title;
}
