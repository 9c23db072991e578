import { markdownTable } from 'markdown-table';
import type { FactValue, Information, PairValue, Worth } from '../model/information.js';
import { ascii } from './ascii.js';
import { assumedWords } from './assumed.js';
import { csv } from './csv.js';
import { estimate, onOneLine, shareEstimate } from './estimates.js';
import { columns, paint, paragraphs, safely, wrap } from './layout.js';
import { count } from './lists.js';
import { MADE_FROM, madeFromCells, madeFromSituations, repeatLine, situationOf } from './manifest.js';
import { md } from './md.js';
import type { ReportOptions } from './options.js';
import { signed } from './rounding.js';

const HEADER = ['fact', 'worth', 'changes choice', 'what could be found'];

/** What is worth finding out, for a terminal. */
export function informationText(result: Information, options: ReportOptions): string {
  const told = safely(result);
  const { width } = options;
  const worth = worthKnowing(told);
  const shown = options.verbose ? told.facts : worth.slice(0, options.top);
  const more = worth.length - shown.length;
  const name = Math.min(30, Math.max(12, ...shown.map(({ fact }) => fact.length)));
  const parts = [
    [...wrap(situationOf(told), width).map(paint(options).strong), ...wrap(verdict(told), width)],
    shown.length === 0
      ? []
      : [
          ...columns(
            [HEADER, ...shown.map(one => cells(one, told))],
            [
              { width: name },
              { align: 'right', width: 6 },
              { align: 'right', width: 14 },
              { width: width - name - 23 },
            ],
          ),
          ...(more > 0 ? [`… and ${count(more, 'more fact')}: --verbose shows all`] : []),
        ],
    pairTable(told, options.verbose ? Number.POSITIVE_INFINITY : options.top, width),
    wrap(how(told), width),
    [madeFromSituations(told), ...repeatLine(told.manifest)]
      .flatMap(line => wrap(line, width, 2))
      .map(paint(options).quiet),
  ];
  return paragraphs(parts);
}

/** The same in sentences and ASCII. */
export function informationPlain(result: Information, { width }: ReportOptions): string {
  const told = safely(result);
  const sentences = [
    `${situationOf(told)}.`,
    verdict(told),
    ...worthKnowing(told).map(
      one =>
        `To know ${one.fact} is worth ${onOneLine(points(one.value, one.standardError))} points, and changes the choice ` +
        `with a probability of ${onOneLine(shareEstimate(one.changesLeader, false, one.changesLeaderError))}. ${changing(one, told).join('. ')}.`,
    ),
    ...worthPairs(told).map(
      ({ facts, value, standardError, more, moreError }) =>
        `To know both ${facts.join(' and ')} is worth ${onOneLine(points(value, standardError))} points, ` +
        `${onOneLine(points(more, moreError))} more than one of them.`,
    ),
    how(told),
    `Made from ${madeFromSituations(told, ', ')}.`,
    ...repeatLine(told.manifest),
  ];
  return `${sentences.flatMap(text => wrap(ascii(text), width)).join('\n')}\n`;
}

/** The same as Markdown. */
export function informationMarkdown(result: Information): string {
  const told = safely(result);
  const rows = worthKnowing(told).map(one => cells(one, told).map(cell => md(onOneLine(cell))));
  const parts = [
    `# ${md(situationOf(told))}`,
    md(verdict(told)),
    ...(rows.length > 0 ? [markdownTable([HEADER, ...rows], { align: ['l', 'r', 'r', 'l'] })] : []),
    ...(worthPairs(told).length > 0
      ? [
          markdownTable(
            [PAIR_HEADER, ...worthPairs(told).map(pair => pairCells(pair).map(cell => md(onOneLine(cell))))],
            {
              align: ['l', 'r', 'r'],
            },
          ),
        ]
      : []),
    md(how(told)),
    md(madeFromSituations(told, ', ')),
  ];
  return `${parts.join('\n\n')}\n`;
}

const COLUMNS = [
  ...['fact', 'value', 'standard-error', 'changes-leader', 'changes-leader-error'],
  ...['answer', 'probability', 'probability-error', 'leader'],
];

/** A row for each answer that each fact can have. */
export function informationCsv(result: Information): string {
  const told = safely(result);
  const made = madeFromCells(told.manifest);
  const rows = told.facts.flatMap(({ answers, ...worth }) =>
    answers.map(({ is, probability, probabilityError, leader }) => ({
      ...worthColumns(worth.fact, worth),
      ...{ answer: is, probability, 'probability-error': probabilityError ?? 0, leader, ...made },
    })),
  );
  const pairs = (told.pairs ?? []).map(({ facts, ...worth }) => ({
    ...worthColumns(facts.join(' + '), worth),
    ...made,
  }));
  return csv([...rows, ...pairs], [...COLUMNS, ...MADE_FROM]);
}

function worthColumns(fact: string, { value, standardError, changesLeader, changesLeaderError }: Worth) {
  return {
    ...{ fact, value, 'standard-error': standardError ?? 0 },
    ...{ 'changes-leader': changesLeader, 'changes-leader-error': changesLeaderError ?? 0 },
  };
}

const PAIR_HEADER = ['both facts', 'worth', 'more than one'];

/** Two facts, and by how much they are worth more together than the better of them alone; its error is at most so much. */
type Pair = PairValue & { more: number; moreError: number };

/** Pairs that are worth more than the better of the two alone, beyond what could be noise; those that add most first. */
function worthPairs({ pairs, facts }: Information): Pair[] {
  const alone = new Map(facts.map(one => [one.fact, one]));
  return (pairs ?? [])
    .map(pair => {
      const [a, b] = pair.facts.map(fact => alone.get(fact)!) as [FactValue, FactValue];
      const better = b.value > a.value ? b : a;
      const moreError = (pair.standardError ?? 0) + (better.standardError ?? 0);
      return { ...pair, more: pair.value - better.value, moreError };
    })
    .filter(({ more, standardError }) => more > Math.max(0.005, 2 * (standardError ?? 0)))
    .sort((a, b) => b.more - a.more);
}

function pairTable(told: Information, most: number, width: number): string[] {
  if (told.pairs === null) return [];
  const worth = worthPairs(told);
  if (worth.length === 0) return ['No two facts are worth more together than one of them alone.'];
  const shown = worth.slice(0, most);
  const more = worth.length - shown.length;
  return [
    ...columns(
      [PAIR_HEADER, ...shown.map(pairCells)],
      [{ width: width - 21 }, { align: 'right', width: 6 }, { align: 'right', width: 13 }],
    ),
    ...(more > 0 ? [`… and ${count(more, 'more pair')}: --verbose shows all`] : []),
  ];
}

function pairCells({ facts, value, standardError, more, moreError }: Pair): string[] {
  return [facts.join(' + '), points(value, standardError), `+${points(more, moreError)}`];
}

/** Facts that can change the choice, beyond what could be noise. */
function worthKnowing({ facts }: Information): FactValue[] {
  return facts.filter(({ value, standardError }) => value > Math.max(0.005, 2 * (standardError ?? 0)));
}

function verdict(told: Information): string {
  const { leader, expectedLeader, expected, total, facts } = told;
  const differs = leader === expectedLeader ? '' : ` On the best estimates ${title(told, leader)} leads.`;
  const leads = `${title(told, expectedLeader)} has the highest expected score, ${onOneLine(estimate(signed(expected), told.expectedError))}.${differs}`;
  if (facts.length === 0) return `${leads} Every fact that matters is certain.`;
  const [first] = worthKnowing(told);
  const all = `To know everything would be worth ${onOneLine(points(total, told.totalError))} points on average`;
  return first
    ? `${leads} ${all}; the fact most worth knowing is ${first.fact}, at ${onOneLine(points(first.value, first.standardError))}.`
    : `${leads} ${all}; no single fact alone is worth knowing.`;
}

function cells(one: FactValue, told: Information): string[] {
  return [
    one.fact,
    points(one.value, one.standardError),
    shareEstimate(one.changesLeader, false, one.changesLeaderError),
    changing(one, told).join('; ') || 'nothing that changes it',
  ];
}

/** The answers after which another option would be chosen. */
function changing({ answers }: FactValue, told: Information): string[] {
  return answers
    .filter(({ leader }) => leader !== told.expectedLeader)
    .map(
      ({ is, probability, probabilityError, leader }) =>
        `${is} (${onOneLine(shareEstimate(probability, false, probabilityError))}): ${title(told, leader)}`,
    );
}

/** How it was found, and how to read it. */
function how({ exact, regions, draws, seed, assumed }: Information): string {
  const found = exact
    ? `Exact, over ${count(regions, 'region')}.`
    : `Estimated from ${draws} draws (seed ${seed}) of ${regions.toExponential(1)} regions; ± is a standard error.`;
  return `${found} Worth is in points of score that a better choice would gain on average; values of facts do not add up. Facts are taken as independent.${assumedWords(assumed)}`;
}

function title({ options }: Information, option: string): string {
  return options[option]!.title;
}

function points(x: number, error: number | null = null): string {
  return estimate(x > 0 && x < 0.005 ? '<0.01' : x.toFixed(2), error);
}
