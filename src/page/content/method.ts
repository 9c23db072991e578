import { capital } from '../../report/layout.js';
import { type Section, table, text } from '../document.js';
import { percent } from '../likely.js';
import type { Told } from '../told.js';

/** What was done, in plain words. */
export function methodSection({ ruleSet, prefix }: Told): Section {
  const { evidence, pointsScale } = ruleSet;
  return {
    anchor: `${prefix}method`,
    title: 'How this was worked out',
    blocks: [
      {
        kind: 'list',
        items: [
          [
            'The authors of the rule set wrote rules down in advance, each with its reason and its sources: when something is so, ' +
              'an option gains or loses points on what it is judged by. An analyst wrote down the facts of this situation. The ' +
              'ranking follows from the two and from the weights, by arithmetic that anyone can repeat.',
          ],
          [
            'A rule whose condition holds adds its points. The points of an option on one criterion are added up and kept between −100 and +100.',
          ],
          [
            `All points measure the difference from “${ruleSet.options[ruleSet.baseline]?.title ?? ruleSet.baseline}”, which scores 0 by definition.`,
          ],
          [
            'The score is the sum over all criteria of points times weight. Weights say whose priorities count; they are no facts.',
          ],
          ['Some rules rule an option out altogether, whatever its points.'],
          [
            'What is not known is never taken as false. A rule that hangs on it is listed as undetermined, and scores carry the range ' +
              'that it leaves open.',
          ],
          [
            'How sure the ranking is was found by ranking anew in all situations that fit what is known, each as likely as the facts ' +
              'make it. Facts are taken as independent of one another, which they seldom are: likelihoods are only as good as that.',
          ],
          [
            `Points are judgements. By the rule set’s own reckoning they may be off by ${percent(evidence.strong)} where evidence is strong, ` +
              `${percent(evidence.moderate)} where it is moderate and ${percent(evidence.weak)} where it is weak. The figures of this report ` +
              'take them as they stand.',
          ],
          [
            'This orders arguments; it predicts nothing. It can be wrong where a rule is wrong, a fact is wrong, or something that matters is in no rule.',
          ],
        ],
      },
      {
        kind: 'more',
        summary: 'What points stand for, and what the rule set is about',
        blocks: [
          text({ strong: `${capital(ruleSet.title)}. ` }, ruleSet.summary),
          {
            kind: 'table',
            table: table(
              'The scale of points',
              ['Points', 'Stand for'],
              pointsScale.map(({ points, means }) => [points, means]),
            ),
          },
        ],
      },
    ],
  };
}
