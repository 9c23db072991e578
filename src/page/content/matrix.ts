import { points } from '../../charts/points.js';
import { round1 } from '../../report/rounding.js';
import { type Section, table, text } from '../document.js';
import { percent } from '../likely.js';
import { criterion, option, type Told } from '../told.js';

/** The decision matrix: points of each option on each criterion before weighing. */
export function matrixSection(told: Told): Section {
  const { appraisal, prefix, ruleSet } = told;
  const { weights, ranking } = appraisal;
  const criteria = Object.keys(weights).sort((a, b) => weights[b]! - weights[a]!);
  const rows = ranking.map(one => ({
    label: option(told, one.option),
    values: criteria.map(id => round1(one.cells[id]?.value ?? 0)),
  }));
  return {
    anchor: `${prefix}matrix`,
    title: 'Every option on every criterion',
    blocks: [
      text(
        'Points before weighing, against the baseline. The percentage under each criterion is its weight: the score is the ' +
          'points of a row, each times its weight, added up.',
      ),
      {
        kind: 'chart',
        chart: {
          kind: 'heat-map',
          columns: criteria.map(id => `${criterion(id)} ${percent(weights[id]!)}`),
          rows,
        },
        title: 'Points of each option on each criterion',
        description:
          'The stronger the shade, the further from 0. Points below 0 have an edge and a minus sign.',
        table: table(
          'The decision matrix in numbers',
          ['Option', ...criteria.map(id => `${criterion(id)} (${percent(weights[id]!)})`)],
          rows.map(({ label, values }) => [label, ...values.map(value => points(value))]),
          criteria.map((_, i) => i + 1),
        ),
      },
      {
        kind: 'more',
        summary: 'What the criteria mean',
        blocks: [
          {
            kind: 'pairs',
            pairs: criteria.map(id => {
              const { title, description } = ruleSet.criteria[id] ?? { title: id, description: '' };
              return [criterion(id), [`${title}. ${description}`]];
            }),
          },
        ],
      },
    ],
  };
}
