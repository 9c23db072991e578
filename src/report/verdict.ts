import type { Appraisal } from '../model/appraisal.js';
import { count, shortList } from './layout.js';
import { isClose, openFacts, tooMuchIsOpen } from './open-facts.js';

/** How firm the first place is, from the data: one sentence. */
export function verdict(appraisal: Appraisal): string {
  const { ranking, margin } = appraisal;
  const leaders = ranking.filter(({ rank }) => rank === 1).map(({ title }) => title);
  const mayLead = ranking.filter(option => option.mayLead);
  if (ranking.length === 1) return `Only ${leaders[0]} is left to rank.`;
  const loose = looseGates(appraisal);
  if (mayLead.length <= 1) {
    return loose.length === 0
      ? 'Firm: whatever the uncertain facts turn out to be, no other option leads.'
      : `${leaders[0]} leads on the best estimates, but that rests on whether ${shortList(loose, 3)} excluded.`;
  }
  const among = `${mayLead.length} of ${ranking.length}`;
  if (tooMuchIsOpen(appraisal)) return `Too much is unknown to name a first option: ${among} can lead.`;
  const could = `${because(appraisal)}, ${among} could lead.`;
  if (leaders.length > 1) {
    return `Tied: ${shortList(leaders, 4)} share the first place on the best estimates; ${could}`;
  }
  const lead = `${leaders[0]} leads ${ranking[1]!.title} by ${margin!.toFixed(1)} points`;
  return `${isClose(appraisal) ? 'Close: ' : ''}${lead} on the best estimates; ${could}`;
}

/** Exclusions on which the first place rests: that of the leader, and of options that would lead without theirs. */
function looseGates({ ranking, excluded }: Appraisal): string[] {
  const leader = ranking[0]!;
  return [
    ...(leader.openGates.length > 0 ? [`${leader.title} is`] : []),
    ...excluded.filter(({ mayLead }) => mayLead).map(({ title }) => `${title} is`),
  ];
}

/** Why others could lead: the facts that leave rules about them open, or else what is known but not certain. */
function because(appraisal: Appraisal): string {
  const bearing = openFacts(appraisal).filter(({ bearsOn }) => bearsOn.length > 0);
  const uncertain = appraisal.facts.some(
    ({ point, possible }) => JSON.stringify(point) !== JSON.stringify(possible),
  );
  const names =
    bearing.length > 2 ? count(bearing.length, 'fact') : bearing.map(({ fact }) => fact).join(' and ');
  const parts = [
    ...(bearing.length > 0 ? [`${names} open`] : []),
    ...(uncertain || bearing.length === 0 ? ['what is not certain'] : []),
  ];
  return `with ${parts.join(' and ')}`;
}
