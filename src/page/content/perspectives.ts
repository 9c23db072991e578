import { points } from '../../charts/points.js';
import { type Block, brief, type Section, table, text } from '../document.js';
import { percent } from '../likely.js';
import { criterion, option, type Told } from '../told.js';

/** Up to which rank an option is worth following from one perspective to the next. */
const FOLLOWED = 3;

/** How the ranking differs with whose priorities one judges by. */
export function perspectivesSection(told: Told): Section {
  const { perspectives, prefix } = told;
  const blocks = perspectives.length > 1 ? compared(told) : [text('The rule set has one perspective only.')];
  return { anchor: `${prefix}perspectives`, title: 'How perspectives differ', blocks };
}

function compared(told: Told): Block[] {
  const { perspectives, appraisal } = told;
  const ids = order(told);
  const titles = perspectives.map(({ title }) => brief(title, 60));
  const ranks = (id: string) => perspectives.map(({ places }) => places[id]?.rank ?? null);
  return [
    text(leaders(told)),
    {
      kind: 'chart',
      chart: {
        kind: 'bump',
        columns: titles,
        rows: ids.map(id => ({
          label: option(told, id),
          ranks: ranks(id),
          strong: ranks(id).some(rank => rank !== null && rank <= FOLLOWED),
        })),
      },
      title: 'The rank of each option by each perspective',
      description: `Each line is an option; the number is its rank. Dark lines are options that are among the first ${FOLLOWED} by some perspective.`,
      table: table(
        'Rank and score by perspective',
        ['Option', ...titles],
        ids.map(id => [
          option(told, id),
          ...perspectives.map(({ places }) => {
            const place = places[id];
            return place ? `${place.rank} (${points(place.score)})` : 'excluded or left out';
          }),
        ]),
        perspectives.map((_, i) => i + 1),
      ),
    },
    {
      kind: 'more',
      summary: 'Whose priorities these are, and their weights',
      blocks: [
        { kind: 'pairs', pairs: perspectives.map(({ title, because }) => [brief(title), [because]]) },
        {
          kind: 'table',
          table: table(
            'Weights by perspective',
            ['Criterion', ...titles],
            Object.keys(appraisal.weights).map(id => [
              criterion(id),
              ...perspectives.map(({ weights }) => percent(weights[id] ?? 0)),
            ]),
            perspectives.map((_, i) => i + 1),
          ),
        },
      ],
    },
  ];
}

/** Options in order of their rank by the first perspective, then by their sum of ranks. */
function order({ perspectives, appraisal }: Told): string[] {
  const ranked = Object.keys(appraisal.options).filter(id => perspectives.some(({ places }) => id in places));
  const first = (id: string) => perspectives[0]!.places[id]?.rank ?? 1e6;
  const sum = (id: string) =>
    perspectives.reduce((total, { places }) => total + (places[id]?.rank ?? 1e3), 0);
  return ranked.sort((a, b) => first(a) - first(b) || sum(a) - sum(b));
}

/** Who comes first by which perspectives. */
function leaders(told: Told): string {
  const by = new Map<string, string[]>();
  for (const { title, places } of told.perspectives)
    for (const [id, { rank }] of Object.entries(places))
      if (rank === 1) by.set(id, [...(by.get(id) ?? []), brief(title, 60)]);
  const all = [...by].sort((a, b) => b[1].length - a[1].length);
  if (all.length === 1)
    return `${option(told, all[0]![0])} comes first by all ${told.perspectives.length} perspectives.`;
  return `${all.map(([id, titles]) => `${option(told, id)} comes first by ${titles.map(one => `“${one}”`).join(', ')}`).join('. ')}.`;
}
