import { points } from '../../charts/points.js';
import type { Robustness, RobustOption } from '../../model/robustness.js';
import { assumedWords } from '../../report/assumed.js';
import { estimate, onOneLine } from '../../report/estimates.js';
import { count, shortList } from '../../report/lists.js';
import { dominated } from '../../report/robustness-words.js';
import { shownMargin } from '../../report/rounding.js';
import { type Block, brief, quiet, type Section, table, text } from '../document.js';
import { likely, percent, precise } from '../likely.js';
import { option, type Told } from '../told.js';

/** How many options the chart shows. */
const MOST = 10;

/** How sure the ranking is: how often each option takes each rank, and the margin of the first over the second. */
export function surenessSection(told: Told): Section {
  const { robustness, prefix, unanswered } = told;
  const blocks: Block[] =
    robustness === null
      ? [text(`This cannot be said: ${unanswered ?? 'it was not asked for'}.`)]
      : [...margin(told, robustness), chart(robustness), ...notes(told, robustness)];
  const between = quiet(
    'A probability that lies between two bands is said in the words of the nearer one; its number stands beside it.',
  );
  return {
    anchor: `${prefix}sureness`,
    title: 'How sure it is',
    blocks: [...blocks, scale(told), between],
  };
}

function margin(told: Told, robustness: Robustness): Block[] {
  const { ranking } = told.appraisal;
  const [first, second] = ranking;
  if (!first || !second) return [];
  const { exact, pairwise, pairwiseError } = robustness;
  const above = pairwise[first.option]?.[second.option];
  const error = pairwiseError?.[first.option]?.[second.option] ?? null;
  const expected = (id: string) => robustness.options.find(one => one.option === id);
  const [a, b] = [expected(first.option), expected(second.option)];
  const names = [option(told, first.option), option(told, second.option)];
  return [
    text(
      { strong: 'The margin. ' },
      `On the best estimates ${names[0]} is ${shownMargin(ranking).toFixed(1)} points ahead of ${names[1]}. `,
      ...(a && b
        ? [`On average over all that is uncertain it is ${points(a.expected - b.expected)} points ahead. `]
        : []),
      ...(above === undefined
        ? []
        : [
            `That it stands above ${names[1]} is ${likely(above, told.ruleSet.likelihoodScale, { exact, error })}` +
              `${exact ? '' : `, estimated at ${precise(above, { exact, error })} (standard error in percentage points)`}.`,
          ]),
    ),
  ];
}

const PARTS = ['1st', '2nd', '3rd', '4th–5th', '6th–10th', 'lower', 'excluded'];
const BANDS = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 5],
  [5, 10],
  [10, Number.POSITIVE_INFINITY],
] as const;

function chart(robustness: Robustness): Block {
  const shown = robustness.options.slice(0, MOST);
  const more = robustness.options.length - shown.length;
  return {
    kind: 'chart',
    chart: {
      kind: 'shares',
      parts: PARTS,
      rows: shown.map(one => ({
        label: brief(one.title),
        shares: [...BANDS.map(([from, to]) => sum(one.acceptability.slice(from, to))), one.excluded],
      })),
    },
    title: 'How often each option takes each rank',
    description:
      'Each bar is all that may be so, given what is not certain. The stronger the shade, the higher the rank; what is left blank is excluded. The ' +
      `bold number is how often the option comes first.${more > 0 ? ` The ${more} options that do so least are in the table only.` : ''}`,
    table: table(
      `How often each option takes each rank${robustness.exact ? '' : ', with standard errors (±) in percentage points'}`,
      [
        'Option',
        'First',
        'Second',
        'Third',
        'Lower',
        'Excluded',
        'Above the baseline',
        'Expected score',
        'Nine times in ten',
      ],
      robustness.options.map(one => cells(one, robustness.exact)),
      [1, 2, 3, 4, 5, 6, 7],
    ),
  };
}

function cells(one: RobustOption, exact: boolean): string[] {
  const { acceptability, excluded, beatsBaseline, expected, quantiles, standardError: errors } = one;
  const share = (p: number, error: number | undefined) => precise(p, { exact, error: error ?? null });
  return [
    brief(one.title),
    ...[0, 1, 2].map(i => share(acceptability[i] ?? 0, errors?.acceptability[i])),
    percent(sum(acceptability.slice(3))),
    share(excluded, errors?.excluded),
    share(beatsBaseline, errors?.beatsBaseline),
    onOneLine(estimate(points(expected), errors?.expected)),
    `${points(quantiles.p5)} to ${points(quantiles.p95)}`,
  ];
}

function notes(told: Told, robustness: Robustness): Block[] {
  const short = {
    ...robustness,
    options: robustness.options.map(one => ({ ...one, title: option(told, one.option) })),
  };
  return [
    ...unseen(told, short),
    text({ strong: 'For the cautious. ' }, cautious(short)),
    ...dominated(short).map(line => quiet(line)),
    quiet(how(short)),
  ];
}

/** What a cautious choice goes by: what an option is worth at worst, and how far behind the best it can be left. */
function cautious({ choices, options, exact }: Robustness): string {
  const names = (ids: readonly string[]) =>
    shortList(
      ids.map(id => options.find(({ option }) => option === id)!.title),
      3,
    );
  const of = (id: string) => options.find(({ option }) => option === id)!;
  const among = exact ? 'held possible' : 'drawn';
  const [worst, regret] = [of(choices.maximin[0]!).worst, of(choices.minimaxRegret[0]!).maxRegret];
  return (
    `The best of the scores at worst, in the situations ${among}, is ${points(worst)}, that of ${names(choices.maximin)}. ` +
    `Whoever takes ${names(choices.minimaxRegret)} is never more than ${regret.toFixed(1)} points behind what would have been best, which is the least that can be had.`
  );
}

/** Options whose range reaches the first place, and that never took it. */
function unseen({ appraisal }: Told, { options, exact }: Robustness): Block[] {
  const never = options.filter(
    one =>
      one.acceptability[0] === 0 &&
      appraisal.ranking.some(({ option, mayLead }) => option === one.option && mayLead),
  );
  if (never.length === 0) return [];
  const names = shortList(
    never.map(({ title }) => title),
    6,
  );
  return [
    text(
      `By range alone these could come first as well, but did in none of the situations ${exact ? 'held possible' : 'drawn'}: ` +
        `${names}. A range may be wider than what can happen together.`,
    ),
  ];
}

/** How it was found, and on what it rests. */
function how({ exact, regions, draws, seed, assumed }: Robustness): string {
  const found = exact
    ? `Exact: all ${count(regions, 'kind')} of situation that fit what is known were visited.`
    : `Estimated from ${draws} situations drawn at random (seed ${seed}) of those that fit what is known; ± is a standard error.`;
  return `${found} Facts are taken as independent of one another.${assumedWords(assumed)}`;
}

/** The scale of likelihood, as it is published. */
function scale({ ruleSet }: Told): Block {
  const { title, citation, bands } = ruleSet.likelihoodScale;
  const rows = bands.map(({ words: all, low, high }) => [
    all.join(', '),
    `${percent(low)} to ${percent(high)}`,
  ]);
  return {
    kind: 'table',
    table: table(
      `Words of likelihood in this report: ${title} (${citation})`,
      ['Words', 'Probability'],
      rows,
    ),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, x) => total + x, 0);
}
