import { markdownTable } from 'markdown-table';
import type { Flip, Flips } from '../model/flips.js';
import { saySeen } from '../rationale/seen.js';
import { ascii } from './ascii.js';
import { assumedWords } from './assumed.js';
import { csv } from './csv.js';
import { leadRows, leadSentences, leadTable } from './flips-leads.js';
import { share, title, weightRows } from './flips-weights.js';
import { columns, paint, paragraphs, safely, wrap } from './layout.js';
import { count } from './lists.js';
import { MADE_FROM, madeFrom, madeFromCells, repeatLine, situationOf } from './manifest.js';
import { md } from './md.js';
import type { ReportOptions } from './options.js';
import { signed } from './rounding.js';

/** What would put another option first, for a terminal. */
export function flipsText(result: Flips, options: ReportOptions): string {
  const told = askedOf(safely(result));
  const { width } = options;
  const facts = told.flips.map((flip, i) => [
    String(i + 1),
    flip.changes.map(saidChange).join('; '),
    title(told, flip.leader),
    by(flip),
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
    facts.length === 0
      ? []
      : [
          ...columns([['', 'if', 'then leads', 'by', 'likelihood'], ...facts], shape),
          ...likelihoods(told).flatMap(line => wrap(line, width)),
        ],
    weightRows(told, width),
    leadRows(told, width),
    [madeFrom(told.manifest, [told.manifest.scenario]), ...repeatLine(told.manifest)]
      .flatMap(line => wrap(line, width, 2))
      .map(paint(options).quiet),
  ];
  return paragraphs(parts);
}

/** The same in sentences and ASCII. */
export function flipsPlain(result: Flips, { width }: ReportOptions): string {
  const told = askedOf(safely(result));
  const sentences = [
    `${situationOf(told)}.`,
    leads(told),
    ...(told.maxFacts === 0 ? [] : [found(told)]),
    ...told.flips.map(
      flip =>
        `If ${flip.changes.map(saidChange).join(' and ')}, ${flip.leader} ` +
        `${flip.margin === null ? 'alone is ranked' : `leads by ${by(flip)}`}. ` +
        (flip.settles ? `Its likelihood is ${likely(flip)}.` : 'The scenario rules that out.'),
    ),
    ...likelihoods(told),
    ...told.weights.map(
      one =>
        `${told.leader} leads while the weight of ${one.criterion} is ${share(one.low)} to ${share(one.high)}.`,
    ),
    ...leadSentences(told),
    `Made from ${madeFrom(told.manifest, [told.manifest.scenario], ', ')}.`,
    ...repeatLine(told.manifest),
  ];
  return `${sentences.flatMap(text => wrap(ascii(text), width)).join('\n')}\n`;
}

/** The same as Markdown. */
export function flipsMarkdown(result: Flips): string {
  const told = askedOf(safely(result));
  const rows = told.flips.map(flip => [
    md(flip.changes.map(saidChange).join('; ')),
    md(title(told, flip.leader)),
    by(flip),
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
    ...likelihoods(told).map(md),
    ...(weights.length > 0 ? [markdownTable([['weight of', 'now', 'leads from', 'to'], ...weights])] : []),
    ...leadTable(told),
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
  'change',
];

/** A row for each fact of each flip, one for each weight, and one for each weight of those that put another option first. */
export function flipsCsv(result: Flips): string {
  const told = askedOf(safely(result));
  const made = madeFromCells(told.manifest);
  const facts = told.flips.flatMap((flip, i) =>
    flip.changes.map(({ fact, from, to }) => ({
      ...{ kind: 'facts', flip: i + 1, fact, from: saySeen(from), to: String(to), leader: flip.leader },
      ...{
        margin: flip.margin ?? '',
        settles: String(flip.settles),
        probability: flip.probability ?? '',
        ...made,
      },
    })),
  );
  const weights = told.weights.map(({ criterion, weight, low, high }) => ({
    ...{ kind: 'weight', fact: criterion, from: weight, leader: told.leader, low, high, ...made },
  }));
  const leads = told.leads.flatMap(({ option, change, weights: to }) =>
    Object.entries(to ?? {}).map(([criterion, weight]) => ({
      ...{ kind: 'weights', fact: criterion, to: weight, leader: option, change: change ?? '', ...made },
    })),
  );
  return csv([...facts, ...weights, ...leads], [...COLUMNS, ...MADE_FROM]);
}

/** Without a search for what is so already. */
function askedOf(told: Flips): Flips {
  const already = told.to === told.leader && told.tied.length === 0;
  return already ? { ...told, maxFacts: 0, weights: [], leads: [] } : told;
}

function leads(told: Flips): string {
  const { leader, tied, to, margin } = told;
  const wanted = to === null ? 'another option' : title(told, to);
  if (tied.length > 0) {
    const all = tied.map(option => title(told, option)).join(' and ');
    return `${all} lead together. What would put ${to === null ? 'one option alone' : wanted} first?`;
  }
  if (margin === null && to === leader) return `${title(told, leader)} alone is ranked already.`;
  if (margin === null) return `${title(told, leader)} alone is ranked. What would put ${wanted} first?`;
  const by = `leads by ${margin.toFixed(2)} points`;
  if (to === leader) return `${title(told, leader)} ${by} already.`;
  return `${title(told, leader)} ${by}. What would put ${wanted} first?`;
}

/** What was found, and whether that is all there is. */
function found({ flips, total, complete, maxFacts, tried, provedUpTo }: Flips): string {
  const upTo = (n: number) => `every change of up to ${count(n, 'fact')} at once`;
  const evaluated = `${count(tried, 'situation')} evaluated`;
  const searched = complete
    ? `${upTo(maxFacts)} was tried or shown to be hopeless (${evaluated})`
    : `the search ended early (${evaluated}); ${provedUpTo === 0 ? 'no number of facts was' : `${upTo(provedUpTo)} was`} searched whole`;
  if (total === 0)
    return complete ? `No change of facts does: ${searched}.` : `None found so far: ${searched}.`;
  const shown = total > flips.length ? `, of which the first ${flips.length} follow` : '';
  return `${count(total, 'smallest change')} of facts would${complete ? '' : ', found so far'}${shown}; ${searched}.`;
}

/** On what the likelihoods rest, where there are any. */
function likelihoods({ flips, assumed }: Flips): string[] {
  if (!flips.some(({ settles }) => settles)) return [];
  return [
    `Likelihoods take facts as independent, before any impossible situations are taken out.${assumedWords(assumed)}`,
  ];
}

/** By how much a flip leads. */
function by({ margin }: Flip): string {
  return margin === null ? 'alone' : signed(margin);
}

function saidChange({ fact, from, to }: Flip['changes'][number]): string {
  return `${fact} is ${to}, not ${saySeen(from)}`;
}

/** How likely the scenario holds the new values, as a share of 1. */
function likely({ settles, probability }: Flip): string {
  if (!settles) return 'ruled out';
  return probability === null
    ? 'unknown'
    : probability > 0 && probability < 0.005
      ? '<0.01'
      : probability.toFixed(2);
}
