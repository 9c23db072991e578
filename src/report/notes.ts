import type { Appraisal, FactUsed, OpenGate, RankedOption } from '../model/appraisal.js';
import { saySeen } from '../rationale/seen.js';
import { type OpenEffect, openEffects, whatIfs } from './main-reasons.js';
import { points, shares } from './numbers.js';
import { notCertain, type ToFindOut, toFindOut } from './to-find-out.js';
import { cited, count, list, spaced } from './words.js';

/** What a reader must know beside the ranking, under one label. */
export interface Note {
  label: string;
  items: { lead: string; text: string }[];
}

/** All notes that there is anything to say in; exclusions always, and never shortened. */
export function notes(appraisal: Appraisal, verbose: boolean): Note[] {
  const all: Note[] = [
    { label: 'Excluded', items: excluded(appraisal) },
    { label: 'Left out', items: leftOut(appraisal) },
    { label: 'Open gates', items: appraisal.ranking.flatMap(openGates) },
    { label: 'Ties', items: ties(appraisal) },
    { label: 'Unknown', items: unknown(appraisal, verbose) },
    { label: 'Not certain', items: uncertain(appraisal, verbose) },
    { label: 'Weights', items: weights(appraisal) },
    { label: 'Warnings', items: warnings(appraisal) },
  ];
  return all.filter(({ items }) => items.length > 0);
}

function excluded({ excluded }: Appraisal) {
  if (excluded.length === 0) return [{ lead: '', text: 'Nothing is excluded.' }];
  return excluded.map(({ title, certain, gates }) => {
    const reasons = gates.map(({ reason, sources, evidence }) => spaced(reason, cited(sources, evidence)));
    const doubt = certain ? '' : '(on the best estimates, not for certain)';
    return { lead: title, text: spaced(reasons.join('; '), doubt) };
  });
}

function leftOut({ leftOut }: Appraisal) {
  return leftOut.map(({ title, reason }) => ({ lead: title, text: reason }));
}

function openGates({ title, openGates }: RankedOption) {
  return openGates.map(gate => ({ lead: title, text: openGate(gate) }));
}

/** What would have to be so for a gate to exclude its option. */
export function openGate({ reason, sources, evidence, facts }: OpenGate): string {
  const rests = facts.length > 0 ? `; rests on ${list(facts)}` : '';
  return spaced(`may still be excluded: ${reason}${rests}`, cited(sources, evidence));
}

function ties({ ranking }: Appraisal) {
  const ranks = [...new Set(ranking.filter(({ tied }) => tied).map(({ rank }) => rank))];
  return ranks.map(rank => {
    const tied = ranking.filter(option => option.rank === rank);
    const titles = list(tied.map(({ title }) => title));
    return { lead: `Rank ${rank}`, text: `${titles} score ${points(tied[0]!.score)}; listed by id` };
  });
}

/** Facts shown with what they leave open; further ones are only named. */
const MOST_FACTS = 6;

function unknown(appraisal: Appraisal, verbose: boolean) {
  const facts = toFindOut(appraisal);
  const most = verbose ? Infinity : MOST_FACTS;
  const rest = facts.slice(most);
  const others = {
    lead: `${rest.length} more`,
    text: rest.map(({ fact, rules }) => `${fact} (${count(rules.length, 'rule')})`).join(', '),
  };
  const items = facts.slice(0, most).map(item => ({
    lead: item.fact,
    text: whatItLeavesOpen(item, appraisal, verbose ? Infinity : 2),
  }));
  return rest.length > 0 ? [...items, others] : items;
}

function whatItLeavesOpen({ seen, rules }: ToFindOut, appraisal: Appraisal, most: number): string {
  const value = seen === undefined || seen.point === 'unknown' ? '' : `${saySeen(seen.point)};`;
  if (rules.length === 0) return spaced(value, 'leaves no rule open');
  const effects = openEffects(appraisal, rules);
  const more = effects.length > most ? [`${effects.length - most} more`] : [];
  const shown = [...effects.slice(0, most).map(sayOpenEffect), ...more].join('; ');
  return spaced(value, `leaves ${count(rules.length, 'rule')} open${shown === '' ? '' : `: ${shown}`}`);
}

/** What an open rule would do to one option: `-12.0 leverage for arms-embargo if sanctions-loopholes is many`. */
export function sayOpenEffect({ rule, option, criterion, weighted }: OpenEffect): string {
  const effect = criterion === null ? `excludes ${option}` : `${points(weighted)} ${criterion} for ${option}`;
  return `${effect} ${whatIfs(rule)}`;
}

function uncertain(appraisal: Appraisal, verbose: boolean) {
  const facts = notCertain(appraisal);
  if (facts.length === 0) return [];
  if (verbose) return facts.map(fact => ({ lead: fact.fact, text: sayEstimate(fact) }));
  const one = facts.length === 1 ? 'has a best estimate' : 'have a best estimate each';
  const text = `${count(facts.length, 'fact')} ${one}; the ranges allow for all that they could be`;
  return [{ lead: '', text }];
}

function sayEstimate({ point, possible }: FactUsed): string {
  return `read as ${saySeen(point)}, could be ${saySeen(possible)}`;
}

function weights(appraisal: Appraisal) {
  const stated = shares(appraisal.weights);
  const ordered = Object.entries(appraisal.weights).sort(([, a], [, b]) => b - a);
  const text = ordered.map(([criterion]) => `${criterion} ${stated.get(criterion)}`).join(', ');
  return [{ lead: '', text }];
}

function warnings({ diagnostics }: Appraisal) {
  const found = diagnostics.filter(({ severity }) => severity === 'warning').length;
  return found === 0 ? [] : [{ lead: '', text: `${found}; \`demarche check\` shows them` }];
}
