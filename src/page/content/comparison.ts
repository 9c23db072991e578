import { points } from '../../charts/points.js';
import { isClose } from '../../report/open-facts.js';
import { shownMargin } from '../../report/rounding.js';
import { type Block, brief, type Chapter, quiet, type Text, table, text } from '../document.js';
import { likely } from '../likely.js';
import { fact, option, seen, type Told } from '../told.js';

const FOLLOWED = 3;
/** How many facts that differ are listed. */
const MOST = 40;

/** Several situations side by side: who leads in each, where each option stands, and in which facts they differ. */
export function comparisonChapter(all: readonly Told[]): Chapter {
  const sameRules = all.every(one => one.ruleSet.hash === all[0]!.ruleSet.hash);
  return {
    anchor: 'compared',
    title: 'The situations compared',
    about: '',
    intro: [{ kind: 'table', table: answers(all) }],
    sections: [
      {
        anchor: 'compared-ranking',
        title: 'Where each option stands',
        blocks: sameRules
          ? ranks(all)
          : [text('The situations are judged by different rule sets: their options are not the same.')],
      },
      ...(sameRules
        ? [{ anchor: 'compared-facts', title: 'Facts that differ', blocks: differing(all) }]
        : []),
    ],
  };
}

function names(all: readonly Told[]): string[] {
  return all.map(({ appraisal }) => brief(appraisal.manifest.scenario.title, 60));
}

function answers(all: readonly Told[]) {
  const rows = all.map((told, i): (string | Text)[] => {
    const { ranking } = told.appraisal;
    const [first, second] = ranking;
    const leaders = ranking.filter(({ rank }) => rank === 1).map(one => option(told, one.option));
    const margin = shownMargin(ranking).toFixed(1);
    return [
      [{ go: `${told.prefix}chapter`, text: names(all)[i]! }],
      leaders.join(' and '),
      points(first!.score),
      second ? `${margin}${isClose(told.appraisal) ? ' (narrow)' : ''}` : 'alone',
      sure(told),
    ];
  });
  return table(
    'The answers',
    ['Situation', 'Comes first', 'Score', 'Lead in points', 'How likely it comes first'],
    rows,
    [2],
  );
}

function sure({ robustness, appraisal, ruleSet }: Told): string {
  const found = robustness?.options.find(one => one.option === appraisal.ranking[0]!.option);
  if (!robustness || !found) return 'cannot be said';
  const error = found.standardError?.acceptability[0] ?? null;
  return likely(found.acceptability[0]!, ruleSet.likelihoodScale, { exact: robustness.exact, error });
}

function ranks(all: readonly Told[]): Block[] {
  const place = (told: Told, id: string) => told.appraisal.ranking.find(one => one.option === id);
  const ids = Object.keys(all[0]!.appraisal.options)
    .filter(id => all.some(told => place(told, id)))
    .sort((a, b) => (place(all[0]!, a)?.rank ?? 1e6) - (place(all[0]!, b)?.rank ?? 1e6));
  const titles = names(all);
  return [
    {
      kind: 'chart',
      chart: {
        kind: 'bump',
        columns: titles,
        rows: ids.map(id => {
          const own = all.map(told => place(told, id)?.rank ?? null);
          return {
            label: option(all[0]!, id),
            ranks: own,
            strong: own.some(rank => rank !== null && rank <= FOLLOWED),
          };
        }),
      },
      title: 'The rank of each option in each situation',
      description: `Each line is an option; the number is its rank. Dark lines are options that are among the first ${FOLLOWED} somewhere.`,
      table: table(
        'Rank and score by situation',
        ['Option', ...titles],
        ids.map(id => [
          option(all[0]!, id),
          ...all.map(told => {
            const one = place(told, id);
            return one ? `${one.rank} (${points(one.score)})` : 'excluded or left out';
          }),
        ]),
        all.map((_, i) => i + 1),
      ),
    },
  ];
}

function differing(all: readonly Told[]): Block[] {
  const ids = all[0]!.appraisal.facts.filter(({ derived }) => !derived).map(one => one.fact);
  const saw = (told: Told, id: string) =>
    told.appraisal.facts.find(one => one.fact === id)?.point ?? 'unknown';
  const differ = ids.filter(id => new Set(all.map(told => JSON.stringify(saw(told, id)))).size > 1);
  if (differ.length === 0) return [text('None: on the best estimates all facts are the same.')];
  const rows = differ
    .slice(0, MOST)
    .map(id => [fact(all[0]!, id), ...all.map(told => seen(told, id, saw(told, id)))]);
  const more = differ.length - rows.length;
  return [
    { kind: 'table', table: table('Facts that differ', ['Fact', ...names(all)], rows) },
    ...(more > 0 ? [quiet(`${more} more facts differ.`)] : []),
  ];
}
