import { markdownTable } from 'markdown-table';
import type {
  FactIndex,
  FactRange,
  Range,
  RuleWithout,
  Sensitivity,
  WeightRange,
} from '../model/sensitivity.js';
import { saySeen } from '../rationale/seen.js';
import { ascii } from './ascii.js';
import { type Column, columns, paint, paragraphs, safely, wrap } from './layout.js';
import { count } from './lists.js';
import { madeFrom, repeatLine, situationOf } from './manifest.js';
import { md } from './md.js';
import type { ReportOptions } from './options.js';
import { signed } from './rounding.js';
import { howIndices, leads, leadsThen } from './sensitivity-words.js';

/** A table of the report. */
interface Table<T> {
  header: readonly string[];
  shape: (width: number) => readonly Column[];
  cells: (one: T, told: Sensitivity) => string[];
  /** What is left out is so much of. */
  noun: string;
}

const right = (width: number): Column => ({ align: 'right', width });

const FACTS: Table<FactRange> = {
  header: ['one fact', 'possible', 'codebook', 'at its lowest'],
  shape: width => [{ width: 28 }, right(12), right(12), { width: width - 55 }],
  cells: ({ fact, possible, codebook }, told) => [
    fact,
    possible ? span(possible) : '',
    span(codebook),
    `${codebook.low.value}${leadsThen(told, codebook.low.leader)}`,
  ],
  noun: 'fact',
};

const WEIGHTS: Table<WeightRange> = {
  header: ['one weight', 'now', 'at 0', 'at 1'],
  shape: width => {
    const each = Math.floor((width - 37) / 2);
    return [{ width: 27 }, right(6), { width: each }, { width: each }];
  },
  cells: ({ criterion, weight, none, all }, told) => [
    criterion,
    weight.toFixed(2),
    `${signed(none.margin)}${leadsThen(told, none.leader)}`,
    `${signed(all.margin)}${leadsThen(told, all.leader)}`,
  ],
  noun: 'weight',
};

const RULES: Table<RuleWithout> = {
  header: ['without one rule', 'margin', 'leads then'],
  shape: width => [{ width: 42 }, right(7), { width: width - 51 }],
  cells: ({ rule, margin, leader }, told) => [
    rule,
    signed(margin),
    leadsThen(told, leader).replace(/^: /, ''),
  ],
  noun: 'rule',
};

const INDICES: Table<FactIndex> = {
  header: ['of what the margin varies', 'alone', '', 'with others', ''],
  shape: () => [{ width: 28 }, right(7), { width: 7 }, right(12), { width: 7 }],
  cells: ({ fact, first, total, firstWithin, totalWithin }) => [
    fact,
    share(first),
    within(firstWithin),
    share(total),
    within(totalWithin),
  ],
  noun: 'fact',
};

/** What drives the leader's margin, for a terminal. */
export function sensitivityText(result: Sensitivity, options: ReportOptions): string {
  const told = safely(result);
  const { width } = options;
  const parts = [
    [...wrap(situationOf(told), width).map(paint(options).strong), ...wrap(leads(told), width)],
    table(FACTS, told.facts, told, options),
    table(
      INDICES,
      (told.indices?.facts ?? []).filter(one => options.verbose || matters(one)),
      told,
      options,
    ),
    wrap(howIndices(told), width),
    table(RULES, told.rules, told, options),
    table(WEIGHTS, told.weights, told, { ...options, verbose: true }),
    [made(told), ...repeatLine(told.manifest)]
      .flatMap(line => wrap(line, width, 2))
      .map(paint(options).quiet),
  ];
  return paragraphs(parts);
}

function table<T>(
  { header, shape, cells, noun }: Table<T>,
  all: readonly T[],
  told: Sensitivity,
  { width, top, verbose }: ReportOptions,
): string[] {
  if (all.length === 0) return [];
  const shown = all.slice(0, verbose ? undefined : top);
  const more = all.length - shown.length;
  return [
    ...columns([header, ...shown.map(one => cells(one, told))], shape(width)),
    ...(more > 0 ? [`… and ${count(more, `more ${noun}`)}: --verbose shows all`] : []),
  ];
}

/** The same in sentences and ASCII. */
export function sensitivityPlain(result: Sensitivity, { width }: ReportOptions): string {
  const told = safely(result);
  const sentences = [
    `${situationOf(told)}.`,
    leads(told),
    ...told.facts
      .filter(moves)
      .map(
        ({ fact, now, codebook: { low, high } }) =>
          `With ${fact}, now ${saySeen(now)}, the margin is from ${signed(low.margin)} (${low.value}) to ` +
          `${signed(high.margin)} (${high.value}).`,
      ),
    ...(told.indices?.facts ?? []).map(one => {
      const [fact, alone, a, all, b] = INDICES.cells(one, told);
      return `${fact} explains ${alone}${a} of how the margin varies alone, and ${all}${b} with others.`;
    }),
    howIndices(told),
    ...told.rules.map(
      ({ rule, margin, leader }) =>
        `Without the rule ${rule} the margin is ${signed(margin)}, and ${leader} leads.`,
    ),
    ...told.weights.map(
      ({ criterion, none, all }) =>
        `With no weight on ${criterion} the margin is ${signed(none.margin)}, and ${none.leader} leads; with all weight ` +
        `on it ${signed(all.margin)}, and ${all.leader} leads.`,
    ),
    `Made from ${made(told, ', ')}.`,
    ...repeatLine(told.manifest),
  ];
  return `${sentences.flatMap(text => wrap(ascii(text), width)).join('\n')}\n`;
}

/** The same as Markdown. */
export function sensitivityMarkdown(result: Sensitivity): string {
  const told = safely(result);
  const tableOf = <T>({ header, cells }: Table<T>, all: readonly T[]): string[] =>
    all.length === 0 ? [] : [markdownTable([[...header], ...all.map(one => cells(one, told).map(md))])];
  const parts = [
    `# ${md(situationOf(told))}`,
    md(leads(told)),
    ...tableOf(FACTS, told.facts),
    ...tableOf(INDICES, told.indices?.facts ?? []),
    md(howIndices(told)),
    ...tableOf(RULES, told.rules),
    ...tableOf(WEIGHTS, told.weights),
    md(made(told, ', ')),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Whether a fact explains anything that one can see. */
function matters({ first, total }: FactIndex): boolean {
  return Math.max(first, total) >= 0.0005;
}

function made({ manifest, indices }: Sensitivity, between?: string): string {
  const how = indices && !indices.exact ? `${indices.draws} draws, seed ${indices.seed}` : 'exact';
  return madeFrom(manifest, [manifest.scenario], between, how);
}

/** Whether the margin visibly moves with a fact. */
function moves({ codebook: { low, high } }: FactRange): boolean {
  return high.margin - low.margin >= 0.05;
}

function span({ low, high }: Range): string {
  return `${signed(low.margin)}..${signed(high.margin)}`;
}

/** A share of the variance. An estimate may fall below 0, and is shown as it is. */
function share(index: number): string {
  return `${(100 * index).toFixed(1)}%`;
}

function within(half: number | null): string {
  return half === null ? '' : ` ±${(100 * half).toFixed(1)}`;
}
