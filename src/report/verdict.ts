import type { Appraisal, RankedOption } from '../model/appraisal.js';
import { fromTenths } from './numbers.js';
import { tenths } from './rounding.js';
import { canLead, type ToFindOut, toFindOut } from './to-find-out.js';
import { capital, list } from './words.js';

/** How close the first place is, in sentences, and what to find out first where too much is unknown. */
export interface Verdict {
  sentences: string[];
  /** Facts to find out; empty unless these are why no first option can be named. */
  toFindOut: ToFindOut[];
}

/** Reads from the data how firm the first place is: what is unknown comes before what is only not certain. */
export function verdict(appraisal: Appraisal): Verdict {
  const [leader, next] = appraisal.ranking;
  if (leader === undefined || next === undefined) return only(leader);
  const open = canLead(appraisal, appraisal.undetermined);
  const facts = open.length > 1 ? factsThatMatter(appraisal, open) : [];
  const sentences = [...first(appraisal), ...mayDropOut(leader)];
  if (facts.length > 1) {
    const leaders = `${open.length} of ${appraisal.ranking.length} can lead`;
    return {
      sentences: [`Too much is unknown to name a first option: ${leaders}.`, ...sentences],
      toFindOut: facts,
    };
  }
  return { sentences: [...sentences, howFirm(appraisal, facts)], toFindOut: [] };
}

function only(leader: RankedOption | undefined): Verdict {
  const what = leader === undefined ? 'No option is' : 'Only the baseline is';
  return { sentences: [`${what} ranked: all others are excluded or left out.`], toFindOut: [] };
}

/** Who leads, by how much, ties said. */
function first({ ranking }: Appraisal): string[] {
  const leaders = ranking.filter(({ rank }) => rank === 1);
  const aside = leaders[0]!.baseline ? ['No option scores above the baseline.'] : [];
  if (leaders.length > 1) {
    const names = list(leaders.map(({ title }) => title));
    return [...aside, `A tie for the first place, listed by id: ${names}.`];
  }
  const { title } = leaders[0]!;
  return [...aside, `${capital(`${closeness(ranking)}${title} leads by ${margin(ranking)}`)}.`];
}

/** The difference of the two scores as they are printed. */
function margin(ranking: readonly RankedOption[]): string {
  const units = printedMargin(ranking);
  return units === 0 ? 'less than 0.1' : fromTenths(units).replace('+', '');
}

function closeness(ranking: readonly RankedOption[]): string {
  return printedMargin(ranking) <= CLOSE ? 'close: ' : '';
}

/** In tenths: a fifth of what the points scale calls a small effect. */
const CLOSE = 20;

function printedMargin([leader, next]: readonly RankedOption[]): number {
  return tenths(leader!.score) - tenths(next!.score);
}

function mayDropOut({ title, openGates }: RankedOption): string[] {
  return openGates.length > 0 ? [`A gate may still exclude ${title}.`] : [];
}

function factsThatMatter(appraisal: Appraisal, leaders: readonly string[]): ToFindOut[] {
  const touches = ({ rules }: ToFindOut) =>
    rules.some(({ effects }) => effects.some(({ option }) => leaders.includes(option)));
  return toFindOut(appraisal).filter(touches);
}

function howFirm({ ranking }: Appraisal, facts: readonly ToFindOut[]): string {
  const [fact] = facts;
  if (fact !== undefined) return `The first place rests on one fact that is not known: ${fact.fact}.`;
  const leaders = ranking.filter(({ mayLead }) => mayLead).length;
  if (leaders > 1) {
    return `The order is what the best estimates give; ${leaders} of ${ranking.length} options could lead within what is not certain.`;
  }
  const certain = ranking.every(({ low, high }) => low === high);
  return certain ? 'No fact that matters is uncertain.' : 'No fact that is uncertain can change that.';
}
