import type { AuthoredStatement, Restated, ScenarioFile, SourceText } from '../../index.js';
import { saysTheSame } from './statement.js';

/** Which of two situations. */
export type Name = 'a' | 'b';

/** All that undo can bring back: a scenario as it was read, and one or two situations that start from it. */
export interface Work {
  /** The scenario that changes are told from, as its author wrote it. */
  base: SourceText;
  /** What each situation says instead. */
  a: Restated;
  b: Restated | null;
  /** The one that is worked on. */
  on: Name;
}

/** What can be done to it. `original` is what the scenario says. */
export type Action =
  | { do: 'state'; fact: string; statement: AuthoredStatement; original: ScenarioFile }
  | { do: 'apply'; facts: Readonly<Record<string, AuthoredStatement>>; original: ScenarioFile }
  | { do: 'reset-fact'; fact: string }
  | { do: 'reset-all' }
  | { do: 'judge-by'; perspective: string; original: ScenarioFile }
  | { do: 'weigh'; weights: Readonly<Record<string, number>> }
  | { do: 'reset-weights' }
  | { do: 'set-beside' }
  | { do: 'put-away'; keep: Name }
  | { do: 'work-on'; on: Name }
  | { do: 'restore'; work: Work };

const NOTHING: Restated = { facts: {} };

/** A scenario with nothing changed. */
export function startFrom(base: SourceText): Work {
  return { base, a: NOTHING, b: null, on: 'a' };
}

/** The work after an action; the same object where nothing changes. */
export function reduce(work: Work, action: Action): Work {
  switch (action.do) {
    case 'restore':
      return action.work;
    case 'work-on':
      return action.on === work.on || (action.on === 'b' && !work.b) ? work : { ...work, on: action.on };
    case 'set-beside':
      return work.b ? work : { ...work, b: work.a, on: 'b' };
    case 'put-away':
      return work.b ? { ...work, a: work[action.keep] ?? work.a, b: null, on: 'a' } : work;
    default: {
      const before = situationOf(work);
      const after = change(before, action);
      return after === before || isSame(after, before) ? work : { ...work, [work.on]: after };
    }
  }
}

/** The situation that is worked on. */
export function situationOf(work: Work): Restated {
  return work[work.on] ?? work.a;
}

type Change = Exclude<Action, { do: 'restore' | 'work-on' | 'set-beside' | 'put-away' }>;

function change(situation: Restated, action: Change): Restated {
  switch (action.do) {
    case 'state':
      return withFacts(situation, { [action.fact]: action.statement }, action.original);
    case 'apply':
      return withFacts(situation, action.facts, action.original);
    case 'reset-fact': {
      const { [action.fact]: _, ...facts } = situation.facts;
      return { ...situation, facts };
    }
    case 'reset-all':
      return NOTHING;
    case 'judge-by':
      return action.perspective === action.original.perspective
        ? { facts: situation.facts }
        : { facts: situation.facts, perspective: action.perspective };
    case 'weigh':
      return Object.values(action.weights).some(weight => weight > 0)
        ? { facts: situation.facts, weights: action.weights }
        : situation;
    case 'reset-weights':
      return { facts: situation.facts };
  }
}

/** What is said as the scenario itself says it is no change. */
function withFacts(
  situation: Restated,
  stated: Readonly<Record<string, AuthoredStatement>>,
  original: ScenarioFile,
): Restated {
  const all = Object.entries({ ...situation.facts, ...stated });
  const facts = all.filter(([fact, statement]) => !saysTheSame(statement, original.facts[fact]));
  return { ...situation, facts: Object.fromEntries(facts) };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** How many things a situation says otherwise than its scenario. */
export function changesIn({ facts, perspective, weights }: Restated): number {
  return Object.keys(facts).length + (perspective === undefined && weights === undefined ? 0 : 1);
}
