import type { Appraisal, Contribution, RankedOption, UndeterminedRule } from '../model/appraisal.js';
import { by } from '../model/order.js';
import { fromTenths, points } from './numbers.js';
import { printedScore } from './rounding.js';
import { cited, count, sayLeaf, spaced } from './words.js';

/** One line of an account of a score. */
export interface ReasonLine {
  label: 'for' | 'against' | 'others' | 'open';
  points: string;
  criterion: string;
  text: string;
  /** Sources in brackets. */
  cites: string;
}

/** How many reasons an account shows before it sums up the others. */
interface Picks {
  for: number;
  against: number;
}

const MOST: Picks = { for: 2, against: 1 };
const MOST_OF_LEADER: Picks = { for: 3, against: 2 };

/** The main reasons for and against an option, then the others, adding up to its printed score; then what is open. */
export function mainReasons(option: RankedOption, appraisal: Appraisal, all: boolean): ReasonLine[] {
  const most = option.rank === 1 ? MOST_OF_LEADER : MOST;
  const picks = all ? { for: Infinity, against: Infinity } : most;
  return [...account(option, picks), ...openLines(option, appraisal, all ? Infinity : 1)];
}

interface Printed {
  contribution: Contribution;
  units: number;
}

function account(option: RankedOption, picks: Picks): ReasonLine[] {
  const { contributions } = printedScore(option);
  const printed = option.contributions.map((contribution, i) => ({ contribution, units: contributions[i]! }));
  const fors = printed.filter(({ contribution }) => contribution.weighted > 0);
  const againsts = printed.filter(({ contribution }) => contribution.weighted < 0);
  const shown = [...fors.slice(0, picks.for), ...againsts.slice(0, picks.against)];
  const others = printed.filter(item => !shown.includes(item));
  return [...shown.map(reasonLine), ...summedUp(others)];
}

function reasonLine({ contribution, units }: Printed): ReasonLine {
  const { criterion, reason, sources, evidence, weighted } = contribution;
  const cites = cited(sources, evidence);
  return {
    label: weighted > 0 ? 'for' : 'against',
    points: fromTenths(units),
    criterion,
    text: reason,
    cites,
  };
}

/** What is not shown one by one: a single one is, several are summed up. */
function summedUp(others: readonly Printed[]): ReasonLine[] {
  const moving = others.filter(({ contribution }) => contribution.weighted !== 0);
  if (others.length === 0) return [];
  if (others.length === 1 && moving.length === 1) return [reasonLine(others[0]!)];
  const part = (name: string, own: readonly Printed[]) =>
    own.length > 0 ? [`${own.length} ${name} (${fromTenths(total(own))})`] : [];
  const text = [
    ...part(
      'for',
      moving.filter(({ contribution }) => contribution.weighted > 0),
    ),
    ...part(
      'against',
      moving.filter(({ contribution }) => contribution.weighted < 0),
    ),
    ...part(
      'of no weight',
      others.filter(item => !moving.includes(item)),
    ),
  ].join(', ');
  return [{ label: 'others', points: fromTenths(total(others)), criterion: '', text, cites: '' }];
}

function total(items: readonly Printed[]): number {
  return items.reduce((sum, { units }) => sum + units, 0);
}

/** What an undetermined rule or an exclusion would do to options that are ranked. */
export interface OpenEffect {
  rule: UndeterminedRule;
  option: string;
  criterion: string | null;
  /** Weighted; minus infinity for an exclusion. */
  weighted: number;
}

/** What these rules would do if they held, to the options that are ranked; the largest first. */
export function openEffects(
  { ranking, weights }: Appraisal,
  rules: readonly UndeterminedRule[],
): OpenEffect[] {
  const ranked = new Set(ranking.map(({ option }) => option));
  const effects = rules.flatMap(rule => rule.effects.map(effect => ({ rule, effect })));
  return effects
    .filter(({ effect }) => ranked.has(effect.option))
    .map(({ rule, effect }) => {
      if ('exclude' in effect) return { rule, option: effect.option, criterion: null, weighted: -Infinity };
      const weighted = effect.points * (weights[effect.criterion] ?? 0);
      return { rule, option: effect.option, criterion: effect.criterion, weighted };
    })
    .sort(by(({ rule, option, criterion }) => `${rule.rule} ${option} ${criterion}`))
    .sort((a, b) => Math.abs(b.weighted) - Math.abs(a.weighted));
}

function openLines({ option }: RankedOption, appraisal: Appraisal, most: number): ReasonLine[] {
  const effects = openEffects(appraisal, appraisal.undetermined).filter(
    effect => effect.option === option && effect.criterion !== null,
  );
  return effects.slice(0, most).map(({ rule, criterion, weighted }) => ({
    label: 'open',
    points: points(weighted),
    criterion: criterion ?? '',
    text: spaced(`${whatIfs(rule)}:`, rule.reason, moreOpen(effects.length - most)),
    cites: cited(rule.sources, rule.evidence),
  }));
}

function moreOpen(more: number): string {
  return more > 0 && more < Infinity ? `(and ${more} more open)` : '';
}

/** The comparisons that an undetermined rule waits for. */
export function whatIfs(rule: Pick<UndeterminedRule, 'trace'>): string {
  const leaves = waitingFor(rule.trace);
  if (leaves.length > 2) return `if ${leaves[0]}, and ${count(leaves.length - 1, 'more condition')}`;
  return `if ${leaves.join(' and ')}`;
}

function waitingFor(trace: UndeterminedRule['trace']): string[] {
  if (trace.truth !== 'unknown') return [];
  if (trace.kind === 'leaf') return [sayLeaf(trace)];
  const parts = [...new Set(trace.of.flatMap(waitingFor))];
  if (trace.kind === 'not') return parts.map(part => `not (${part})`);
  return trace.kind === 'any' && parts.length > 1 ? [`one of: ${parts.join('; ')}`] : parts;
}
