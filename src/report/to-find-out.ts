import type { Appraisal, FactUsed, RankedOption, UndeterminedRule } from '../model/appraisal.js';
import { byId } from '../model/order.js';
import { isSettled } from './words.js';

/** A fact that is not known, the rules it leaves undetermined, and which options those could put first. */
export interface ToFindOut {
  fact: string;
  seen: FactUsed | undefined;
  rules: UndeterminedRule[];
  /** Options other than the leader that can lead if these rules, and no others, come out either way. */
  couldPutFirst: string[];
}

/** Every stated fact without a value or best estimate that is unknown or leaves a rule open; what decides most first. */
export function toFindOut(appraisal: Appraisal): ToFindOut[] {
  const leader = appraisal.ranking[0]?.option;
  return openFacts(appraisal)
    .map(fact => {
      const rules = appraisal.undetermined.filter(({ facts }) => facts.includes(fact));
      const couldPutFirst = canLead(appraisal, rules).filter(option => option !== leader);
      return { fact, seen: appraisal.facts.find(used => used.fact === fact), rules, couldPutFirst };
    })
    .sort(
      (a, b) =>
        b.couldPutFirst.length - a.couldPutFirst.length ||
        b.rules.length - a.rules.length ||
        byId(a.fact, b.fact),
    );
}

/**
 * The options that can have the highest score when these rules, which the facts leave open, come out either way and
 * everything else stays at its best estimate. An option that one of them may exclude can drop out of every comparison.
 */
export function canLead(appraisal: Appraisal, open: readonly UndeterminedRule[]): string[] {
  const ranges = appraisal.ranking.map(option => ({ option, ...openRange(option, appraisal, open) }));
  return ranges
    .filter(({ option, high }) => ranges.every(other => other.option === option || high >= other.low - 1e-9))
    .map(({ option }) => option.option);
}

function openFacts({ facts, undetermined }: Appraisal): string[] {
  const unknown = facts.filter(({ derived, point }) => !derived && point === 'unknown');
  return [...new Set([...unknown.map(({ fact }) => fact), ...undetermined.flatMap(rule => rule.facts)])];
}

/** The score if all open rules with points against it hold, and if all with points for it do; clamped cell by cell. */
function openRange(
  option: RankedOption,
  { weights }: Appraisal,
  open: readonly UndeterminedRule[],
): { low: number; high: number } {
  const effects = open.flatMap(rule => rule.effects).filter(effect => effect.option === option.option);
  const pointsOn = (criterion: string, direction: 1 | -1) =>
    effects.reduce((sum, effect) => {
      const own = 'criterion' in effect && effect.criterion === criterion ? effect.points : 0;
      return own * direction > 0 ? sum + own : sum;
    }, 0);
  const score = (direction: 1 | -1) =>
    Object.entries(weights).reduce(
      (sum, [criterion, weight]) =>
        sum + weight * clamp(unclamped(option, criterion) + pointsOn(criterion, direction)),
      0,
    );
  return { low: effects.some(effect => 'exclude' in effect) ? -Infinity : score(-1), high: score(1) };
}

function unclamped({ contributions }: RankedOption, criterion: string): number {
  return contributions
    .filter(contribution => contribution.rule !== null && contribution.criterion === criterion)
    .reduce((sum, { points }) => sum + points, 0);
}

function clamp(cell: number): number {
  return Math.max(-100, Math.min(100, cell));
}

/** Stated facts with a best estimate that is not the only possibility. */
export function notCertain({ facts }: Appraisal): FactUsed[] {
  return facts.filter(({ derived, point, possible }) => !derived && isSettled(point) && !isSettled(possible));
}
