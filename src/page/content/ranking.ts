import { points } from '../../charts/points.js';
import type { RankedOption } from '../../model/appraisal.js';
import { round1, roundParts } from '../../report/rounding.js';
import { verdict } from '../../report/verdict.js';
import { brief, quiet, type Section, table, text } from '../document.js';
import { fact, option, type Told } from '../told.js';

/** What speaks for an option and against it, in points as they are shown: they add up to its score as that is shown. */
export function sides({ contributions, score }: RankedOption): { pro: number; contra: number } {
  const sum = (sign: number) =>
    contributions.reduce((total, { weighted }) => total + (Math.sign(weighted) === sign ? weighted : 0), 0);
  const [pro, contra] = roundParts([sum(1), sum(-1)], round1(score));
  return { pro: pro!, contra: contra! };
}

/** The ranking, with what speaks for and against each option. */
export function rankingSection(told: Told): Section {
  const { appraisal, prefix } = told;
  const { ranking } = appraisal;
  const rows = ranking.map(one => ({ ...one, ...sides(one), name: named(told, one) }));
  return {
    anchor: `${prefix}ranking`,
    title: 'The ranking',
    blocks: [
      text(verdict(withBriefTitles(told))),
      {
        kind: 'chart',
        chart: {
          kind: 'ranking',
          rows: rows.map(({ name, rank, pro, contra, score, low, high }) => ({
            ...{ label: `${rank}. ${name}`, pro, contra, score, low, high },
          })),
        },
        title: 'Options by score, with what speaks for and against each',
        description:
          'Solid bar to the right: points for the option. Outlined bar to the left: points against it. Diamond and bold ' +
          'number: its score, which is their sum. Thin line: the least and the greatest score within everything that is ' +
          'not certain.',
        table: table(
          'The ranking in numbers',
          ['Option', 'Rank', 'For', 'Against', 'Score', 'Lowest', 'Highest', 'May come first'],
          rows.map(({ name, rank, pro, contra, score, low, high, mayLead }) => [
            ...[name, String(rank), points(pro), points(contra), points(score), points(low), points(high)],
            mayLead ? 'yes' : 'no',
          ]),
          [1, 2, 3, 4, 5, 6],
        ),
      },
      quiet(
        `A score is in points from −100 to +100 against “${option(told, told.ruleSet.baseline)}”, which by definition scores 0. ` +
          'Differences of less than 5 points are too small to choose by alone.',
      ),
    ],
  };
}

function named(told: Told, { option: id, baseline }: RankedOption): string {
  return `${option(told, id)}${baseline ? ' (baseline)' : ''}`;
}

/** The appraisal with long titles cut and facts by their titles, for a sentence. */
function withBriefTitles(told: Told) {
  const { appraisal } = told;
  const ranking = appraisal.ranking.map(one => ({ ...one, title: brief(one.title) }));
  const excluded = appraisal.excluded.map(one => ({ ...one, title: brief(one.title) }));
  const name = (id: string) => `“${fact(told, id)}”`;
  const facts = appraisal.facts.map(one => ({ ...one, fact: name(one.fact) }));
  const undetermined = appraisal.undetermined.map(one => ({ ...one, facts: one.facts.map(name) }));
  return { ...appraisal, ranking, excluded, facts, undetermined };
}
