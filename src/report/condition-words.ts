import type { LeafTrace, ListedEffect, Trace } from '../model/appraisal.js';
import type { Leaf } from '../model/condition.js';
import { OPERATORS } from '../model/operators.js';
import type { SaidCondition } from '../model/rule-set-diff.js';
import { saySeen } from '../rationale/seen.js';
import { shortList } from './lists.js';
import { signed } from './rounding.js';

/** A comparison as a reader would say it: `conflict-intensity is at least war`. */
export function leafWords({ fact, operator, value }: Pick<Leaf, 'fact' | 'operator' | 'value'>): string {
  const wanted = Array.isArray(value) ? value.join(', ') : String(value);
  return `${fact} ${OPERATORS[operator].words} ${wanted}`;
}

/** The same with the value that it saw. */
export function leafAndSeen(leaf: LeafTrace): string {
  return `${leafWords(leaf)} (saw ${leaf.saw === 'unknown' ? 'nothing: it is unknown' : saySeen(leaf.saw)})`;
}

/** A condition as a reader would say it, named ones by their name. */
export function conditionWords(condition: SaidCondition): string {
  if (condition.kind === 'leaf') return leafWords(condition);
  if (condition.kind === 'named') return `the condition ${condition.name}`;
  if (condition.kind === 'not') return `not (${conditionWords(condition.of)})`;
  return joined(condition.of.map(conditionWords), condition.kind);
}

function joined(parts: readonly string[], kind: 'all' | 'any'): string {
  if (parts.length === 1) return parts[0]!;
  return parts
    .map(part => (/ (and|or) /.test(part) ? `(${part})` : part))
    .join(kind === 'any' ? ' or ' : ' and ');
}

/** What would have to be found for an open condition to hold: its open comparisons, without those already settled. */
export function openWords(trace: Trace): string {
  if (trace.kind === 'leaf') return leafWords(trace);
  const open = [...new Set(trace.of.filter(({ truth }) => truth === 'unknown').map(openWords))];
  if (trace.kind === 'not') return `not (${open[0]})`;
  return joined(open, trace.kind === 'any' ? 'any' : 'all');
}

/** What a rule would do: `+10 leverage for collective-sanctions`, the first three effects. */
export function effectWords({ effects }: { effects: readonly ListedEffect[] }): string {
  const words = effects.map(effect =>
    'points' in effect
      ? `${signed(effect.points, 0)} ${effect.criterion} for ${effect.option}`
      : `excludes ${effect.option}`,
  );
  return shortList(words, 3);
}
