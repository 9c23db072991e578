import type { LeafTrace, RuleSet, Trace } from '../../index.js';
import { leafWords } from '../../report/condition-words.js';
import { sayOf } from './words.js';

const MARKS = { true: '✓', false: '✗', unknown: '?' } as const;
const SAID = { true: 'holds', false: 'does not hold', unknown: 'is open' } as const;
const KINDS = { all: 'all of', any: 'any of', not: 'not' } as const;

/** A condition part by part, each with whether it holds, down to the facts and what was seen of them. */
export function TraceTree({
  trace,
  ruleSet,
  goTo,
}: {
  trace: Trace;
  ruleSet: RuleSet;
  goTo: (fact: string) => void;
}) {
  return (
    <ul class="trace">
      <Part {...{ trace, ruleSet, goTo }} />
    </ul>
  );
}

function Part({ trace, ruleSet, goTo }: { trace: Trace; ruleSet: RuleSet; goTo: (fact: string) => void }) {
  if (trace.kind === 'leaf') return <Leaf {...{ leaf: trace, ruleSet, goTo }} />;
  const only = trace.of.length === 1 && trace.kind !== 'not' && trace.kind !== 'named';
  if (only) return <Part {...{ trace: trace.of[0]!, ruleSet, goTo }} />;
  const words =
    trace.kind === 'named'
      ? (ruleSet.conditions.get(trace.condition)?.title ?? trace.condition)
      : KINDS[trace.kind];
  return (
    <li>
      <Mark truth={trace.truth} /> {words}
      <ul>
        {trace.of.map((part, i) => (
          <Part key={i} {...{ trace: part, ruleSet, goTo }} />
        ))}
      </ul>
    </li>
  );
}

function Leaf({ leaf, ruleSet, goTo }: { leaf: LeafTrace; ruleSet: RuleSet; goTo: (fact: string) => void }) {
  const fact = ruleSet.facts.get(leaf.fact);
  const wanted = leafWords(leaf).slice(leaf.fact.length + 1);
  return (
    <li>
      <Mark truth={leaf.truth} />{' '}
      <button type="button" class="link" onClick={() => goTo(leaf.fact)}>
        {fact?.title ?? leaf.fact}
      </button>{' '}
      {wanted} <span class="saw">(it is {sayOf(fact, leaf.saw)})</span>
    </li>
  );
}

function Mark({ truth }: { truth: Trace['truth'] }) {
  return (
    <span class={`truth ${truth}`}>
      <span aria-hidden="true">{MARKS[truth]}</span>
      <span class="sr">{SAID[truth]}:</span>
    </span>
  );
}
