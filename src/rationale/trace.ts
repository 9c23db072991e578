import type { Traced } from '../engine/evaluate-conditions.js';
import type { LeafTrace, Seen, Trace } from '../model/appraisal.js';

/** A trace in the author's words, each comparison with the value that it saw. */
export function toTrace(traced: Traced, saw: (fact: string) => Seen): Trace {
  const { condition, truth } = traced;
  const of = traced.parts.map(part => toTrace(part, saw));
  switch (condition.kind) {
    case 'leaf': {
      const { fact, operator, value } = condition;
      const copy = Array.isArray(value) ? [...value] : (value as LeafTrace['value']);
      return { kind: 'leaf', fact, operator, value: copy, saw: saw(fact), truth };
    }
    case 'named':
      return { kind: 'named', condition: condition.name, truth, of };
    default:
      return { kind: condition.kind, truth, of };
  }
}

/** All comparisons of a trace, from left to right. */
export function leafTraces(trace: Trace): LeafTrace[] {
  return trace.kind === 'leaf' ? [trace] : trace.of.flatMap(leafTraces);
}

/** The comparisons that made the trace come out as it did: those of the parts that decided each step. */
export function decisiveLeaves(trace: Trace): LeafTrace[] {
  if (trace.kind === 'leaf') return [trace];
  if (trace.kind === 'not') return trace.of.flatMap(decisiveLeaves);
  return trace.of.filter(part => part.truth === trace.truth).flatMap(decisiveLeaves);
}
