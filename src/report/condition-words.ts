import type { LeafTrace, Trace } from '../model/appraisal.js';
import { OPERATORS } from '../model/operators.js';
import { saySeen } from '../rationale/seen.js';

/** A comparison as a reader would say it: `conflict-intensity is at least war`. */
export function leafWords({ fact, operator, value }: LeafTrace): string {
  const wanted = Array.isArray(value) ? value.join(', ') : String(value);
  return `${fact} ${OPERATORS[operator].words} ${wanted}`;
}

/** The same with the value that it saw. */
export function leafAndSeen(leaf: LeafTrace): string {
  return `${leafWords(leaf)} (saw ${leaf.saw === 'unknown' ? 'nothing: it is unknown' : saySeen(leaf.saw)})`;
}

/** What would have to be found for an open condition to hold: its open comparisons, without those already settled. */
export function openWords(trace: Trace): string {
  if (trace.kind === 'leaf') return leafWords(trace);
  const open = [...new Set(trace.of.filter(({ truth }) => truth === 'unknown').map(openWords))];
  if (trace.kind === 'not') return `not (${open[0]})`;
  if (open.length === 1) return open[0]!;
  const word = trace.kind === 'any' ? ' or ' : ' and ';
  return open.map(part => (/ (and|or) /.test(part) ? `(${part})` : part)).join(word);
}
