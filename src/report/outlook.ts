import type { Appraisal } from '../model/appraisal.js';
import type { Flip } from '../model/flips.js';
import { saySeen } from '../rationale/seen.js';
import { shortList } from './lists.js';

/** What the analyses say of an appraisal, in a line each with a word that names it; none where they were not asked. */
export function outlookLines(appraisal: Appraisal): { name: string; text: string }[] {
  const { outlook, options, ranking } = appraisal;
  if (outlook === null) return [];
  const { first, flip, information } = outlook;
  const title = (option: string) => options[option]!.title;
  const leader = ranking[0]!.option;
  const often = (p: number) => share(p);
  return [
    {
      name: 'First',
      text:
        first === null
          ? 'how often, over all that may be so: demarche robustness SCENARIO'
          : `${title(leader)} in ${often(first.probability)} of the situations held possible` +
            (first.probability === 1 ? '' : ', facts taken as independent') +
            (first.assumed.length === 0 ? '' : `, ${shortList(first.assumed, 3)} as assumed`) +
            (first.mostOften === leader
              ? ''
              : `; ${title(first.mostOften)} most often, in ${often(first.mostOftenProbability)}`),
    },
    {
      name: 'Flips',
      text:
        flip === null
          ? 'what would put another option first: demarche flips SCENARIO'
          : flip.nearest === null
            ? `no change of ${upTo(flip.maxFacts)} puts another option first`
            : `if ${flip.nearest.changes.map(change).join(' and ')}, ${title(flip.nearest.leader)} leads`,
    },
    {
      name: 'Find out',
      text:
        information === null
          ? 'what is most worth knowing: demarche information SCENARIO'
          : information.most === null
            ? 'no single fact is worth knowing: none alone would change the choice'
            : `${information.most.fact}, worth ${worth(information.most.value)} points on average`,
    },
  ];
}

function upTo(facts: number): string {
  return facts === 1 ? 'one fact' : `up to ${facts} facts`;
}

function change({ fact, from, to }: Flip['changes'][number]): string {
  return `${fact} is ${to}, not ${saySeen(from)}`;
}

function worth(points: number): string {
  return points < 0.005 ? 'less than 0.01' : points.toFixed(2);
}

function share(p: number): string {
  if (p === 0 || p === 1) return `${100 * p}%`;
  if (p < 0.001) return '<0.1%';
  return p > 0.999 ? '>99.9%' : `${(100 * p).toFixed(1)}%`;
}
