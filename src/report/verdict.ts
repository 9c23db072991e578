import type { Appraisal } from '../model/appraisal.js';
import { count, shortList } from './lists.js';
import { isClose, openFacts, tooMuchIsOpen } from './open-facts.js';
import { shownMargin } from './rounding.js';

/** Who leads, how close the second is, and how firm that is, from the data: one sentence. */
export function verdict(appraisal: Appraisal): string {
  const { ranking } = appraisal;
  const leaders = ranking.filter(({ rank }) => rank === 1).map(({ title }) => title);
  const mayLead = ranking.filter(option => option.mayLead).length;
  if (ranking.length === 1) return `Only ${leaders[0]} is left to rank.`;
  const among = `${mayLead} of ${ranking.length}`;
  if (tooMuchIsOpen(appraisal)) return `Too much is unknown to name a first option: ${among} can lead.`;

  const loose = looseGates(appraisal);
  const margin = `${leaders[0]} leads ${ranking[1]!.title} by ${shownMargin(ranking).toFixed(1)} points`;
  const tie = `${shortList(leaders, 4)} share the first place`;
  if (mayLead <= 1 && loose.length > 0) {
    return `${margin} on the best estimates, but that rests on whether ${shortList(loose, 3)} excluded.`;
  }
  const why = because(appraisal);
  if (why === undefined)
    return leaders.length > 1 ? `Tied: ${tie}.` : `${margin}; every fact that matters is certain.`;
  if (mayLead <= 1)
    return `${isClose(appraisal) ? 'Narrow but firm' : 'Firm'}: ${margin}, and ${why} no other could lead.`;
  if (leaders.length > 1) return `Tied: ${tie} on the best estimates; ${why}, ${among} could lead.`;
  return `${isClose(appraisal) ? 'Close: ' : ''}${margin} on the best estimates; ${why}, ${among} could lead.`;
}

/** Exclusions on which the first place rests: that of the leader, and of options that would lead without theirs. */
function looseGates({ ranking, excluded }: Appraisal): string[] {
  const leader = ranking[0]!;
  return [
    ...(leader.openGates.length > 0 ? [`${leader.title} is`] : []),
    ...excluded.filter(({ mayLead }) => mayLead).map(({ title }) => `${title} is`),
  ];
}

/** What leaves room for others: facts that leave rules about who may lead open, and what is known but not certain. */
function because(appraisal: Appraisal): string | undefined {
  const bearing = openFacts(appraisal).filter(({ bearsOn }) => bearsOn.length > 0);
  const uncertain = appraisal.facts.some(
    ({ point, possible }) => JSON.stringify(point) !== JSON.stringify(possible) || typeof point === 'object',
  );
  const names =
    bearing.length > 2 ? count(bearing.length, 'fact') : bearing.map(({ fact }) => fact).join(' and ');
  const parts = [
    ...(bearing.length > 0 ? [`${names} open`] : []),
    ...(uncertain ? ['what is not certain'] : []),
  ];
  const unknown = appraisal.facts.some(({ point }) => point === 'unknown');
  if (parts.length === 0) return unknown ? 'with what is not known' : undefined;
  return `with ${parts.join(' and ')}`;
}
