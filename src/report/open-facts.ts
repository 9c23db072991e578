import type { Appraisal, RankedOption } from '../model/appraisal.js';
import { byId } from '../model/order.js';

/** A fact that is not settled, and what hangs on it. */
export interface OpenFact {
  fact: string;
  /** Nothing at all is known of it, rather than only its exact value. */
  unknown: boolean;
  /** How many undetermined rules it would help to settle. */
  rules: number;
  /** The options that may lead and that those rules bear on, in order of rank. */
  bearsOn: RankedOption[];
}

/**
 * The facts that the scenario leaves open: those that leave a rule undetermined, and those that are wholly unknown.
 * What bears on most of the options that may lead comes first, then what leaves most rules open.
 */
export function openFacts({ facts, undetermined, ranking }: Appraisal): OpenFact[] {
  const mayLead = ranking.filter(option => option.mayLead);
  return facts
    .filter(({ derived }) => !derived)
    .map(({ fact, point }) => {
      const rules = undetermined.filter(rule => rule.facts.includes(fact));
      const touched = new Set(rules.flatMap(({ effects }) => effects.map(({ option }) => option)));
      const bearsOn = mayLead.filter(({ option }) => touched.has(option));
      return { fact, unknown: point === 'unknown', rules: rules.length, bearsOn };
    })
    .filter(({ unknown, rules }) => unknown || rules > 0)
    .sort((a, b) => b.bearsOn.length - a.bearsOn.length || b.rules - a.rules || byId(a.fact, b.fact));
}

/**
 * Whether so much is open that naming a first option would mislead: several facts bear on who leads, and either the
 * first two are close or half of the options can lead.
 */
export function tooMuchIsOpen(appraisal: Appraisal): boolean {
  const { ranking } = appraisal;
  const mayLead = ranking.filter(option => option.mayLead).length;
  const bearing = openFacts(appraisal).filter(({ bearsOn }) => bearsOn.length > 0);
  return bearing.length > FEW && mayLead > 1 && (isClose(appraisal) || mayLead >= ranking.length / 2);
}

/** Whether the first two are nearer than what is worth calling a difference: 5 points, of scores from -100 to 100. */
export function isClose({ margin }: Appraisal): boolean {
  return margin !== null && margin < CLOSE;
}

const CLOSE = 5;
const FEW = 2;
