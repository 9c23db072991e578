import type { ComparedOption, Comparison } from '../model/comparison.js';
import {
  isNews,
  leaders,
  reasonsOf,
  sayFact,
  share,
  shownChange,
  sideName,
  stands,
} from './comparison-words.js';
import { columns, paint, paragraphs, safely, wrap } from './layout.js';
import { count } from './lists.js';
import { madeFrom, repeatLine } from './manifest.js';
import type { ReportOptions } from './options.js';
import { signed } from './rounding.js';

/** What moved, for a terminal: facts and weights, ranks and scores, and the rules that moved them. */
export function comparisonText(result: Comparison, options: ReportOptions): string {
  const comparison = safely(result);
  const parts = [head, changed, standings, why, foot].map(part => part(comparison, options));
  return paragraphs(parts);
}

type Part = (comparison: Comparison, options: ReportOptions) => string[];

const head: Part = (comparison, { width }) => [
  ...wrap(`From ${sideName(comparison.a)}`, width, 2),
  ...wrap(`to   ${sideName(comparison.b)}`, width, 2),
  ...wrap(leaders(comparison), width),
];

const changed: Part = ({ facts, weights }, { width }) => {
  const rows = [
    ...facts.map(({ fact, a, b }) => [fact, sayFact(a), '->', sayFact(b)]),
    ...weights.map(({ criterion, a, b }) => [`weight of ${criterion}`, share(a), '->', share(b)]),
  ];
  if (rows.length === 0) return ['No fact and no weight differs.'];
  const side = Math.floor((width - 34) / 2);
  return columns(rows, [{ width: 28 }, { width: side }, { width: 2 }, { width: side }]);
};

const standings: Part = (comparison, options) => {
  const shown = comparison.options.filter(option => options.verbose || isNews(option));
  const rows = shown.map(option => [option.title, stands(option.a), stands(option.b), change(option)]);
  const table = columns(
    [['option', 'rank and score', 'then', 'change'], ...rows],
    [{ width: options.width - 45 }, { width: 17 }, { width: 17 }, { align: 'right', width: 8 }],
  );
  const more = comparison.options.length - shown.length;
  const unmoved = `… and ${count(more, 'more option')} with the same score: --verbose shows them`;
  return [...table, ...(more > 0 ? wrap(unmoved, options.width, 2) : [])];
};

function change(option: ComparedOption): string {
  const by = shownChange(option);
  return by === undefined ? '' : signed(by);
}

const why: Part = (comparison, options) => {
  const moved = comparison.options
    .filter(option => reasonsOf(option, options).length > 0)
    .sort((a, b) => Number(leadsNow(b)) - Number(leadsNow(a)));
  const shown = moved.slice(0, options.verbose ? undefined : options.top);
  const more = moved.length - shown.length;
  return [
    ...shown.flatMap((option, i) => [
      ...(i === 0 ? [] : ['']),
      paint(options).strong([option.title, change(option)].filter(Boolean).join(', ')),
      ...columns(
        reasonsOf(option, options).map(({ points, criterion, text }) => [points, criterion, text]),
        [{ align: 'right', width: 6 }, { width: 18 }, { width: options.width - 28 }],
      ).map(line => `  ${line}`),
    ]),
    ...(more > 0
      ? [
          '',
          ...wrap(
            `… and ${count(more, 'more option')} moved: --top ${moved.length} shows them`,
            options.width,
            2,
          ),
        ]
      : []),
  ];
};

/** The option that leads now is told of first, for it is what a reader asks about. */
function leadsNow({ b }: ComparedOption): boolean {
  return b?.standing === 'ranked' && b.rank === 1;
}

const foot: Part = ({ a, b }, options) =>
  [madeFrom(b.manifest, [a.manifest.scenario, b.manifest.scenario]), ...repeatLine(b.manifest)]
    .flatMap(line => wrap(line, options.width, 2))
    .map(paint(options).quiet);
