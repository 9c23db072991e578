import { type ConditionProperties, Engine, type RuleResult, type TopLevelCondition } from 'json-rules-engine';
import { type Condition, partsOf } from '../model/condition.js';
import type { Steps } from '../model/fact.js';
import type { StepSets } from '../model/scenario.js';
import { type Truth, truthOf } from './truth.js';

/** A condition with its truth, and the same for its parts. Shaped like the condition that it traces. */
export interface Traced {
  condition: Condition;
  truth: Truth;
  parts: readonly Traced[];
}

/** Evaluates the same conditions over many situations. */
export type Evaluator = (facts: StepSets) => Promise<Traced[]>;

/**
 * Prepares conditions for json-rules-engine, which is two-valued. Each is asked twice: must it hold, whichever of its
 * possible values each fact has, and may it hold? Both yes is true, both no is false, else unknown. That is Kleene's
 * strong three-valued logic. Under a `not` the questions trade places, so each leaf asks by its polarity.
 */
export function prepare(conditions: readonly Condition[]): Evaluator {
  const engine = new Engine([], { allowUndefinedFacts: false });
  for (const operator of Object.keys(QUESTIONS) as Question[]) {
    engine.addOperator<Steps, Steps>(operator, QUESTIONS[operator]);
  }
  conditions.forEach((condition, i) => {
    for (const question of ['must', 'may'] as const) {
      const conditions = { all: [ask(question, condition)] };
      engine.addRule({ name: `${question} ${i}`, conditions, event: { type: question } });
    }
  });
  return oneAtATime(async facts => {
    const { results, failureResults } = await engine.run(asRuntimeFacts(facts));
    const answers = new Map([...results, ...failureResults].map(result => [result.name, answerOf(result)]));
    return conditions.map((condition, i) =>
      trace(condition, answers.get(`must ${i}`)!, answers.get(`may ${i}`)!),
    );
  });
}

/** An engine keeps the state of its run in itself, so that a run beside another would end it: runs wait their turn. */
function oneAtATime(run: Evaluator): Evaluator {
  let last: Promise<unknown> = Promise.resolve();
  return facts => {
    const next = last.then(() => run(facts));
    last = next.catch(() => undefined);
    return next;
  };
}

type Question = 'must' | 'may';

/** The only operators that the engine has in use: over sets of steps, so none of its coercions is reached. */
const QUESTIONS: Record<Question, (possible: Steps, wanted: Steps) => boolean> = {
  must: (possible, wanted) => (possible & ~wanted) === 0n,
  may: (possible, wanted) => (possible & wanted) !== 0n,
};

const OPPOSITE = { must: 'may', may: 'must' } as const;

/** The condition in json-rules-engine's shape, its named conditions expanded and its leaves asking the question. */
function ask(question: Question, condition: Condition): TopLevelCondition | ConditionProperties {
  switch (condition.kind) {
    case 'leaf':
      return { fact: condition.fact, operator: question, value: condition.steps };
    case 'not':
      return { not: ask(OPPOSITE[question], condition.of) };
    case 'named':
      return { all: [ask(question, condition.of)] };
    case 'all':
      return { all: condition.of.map(part => ask(question, part)) };
    case 'any':
      return { any: condition.of.map(part => ask(question, part)) };
  }
}

/** No prototype, so that no inherited property is ever read as a fact. */
function asRuntimeFacts(facts: StepSets): Record<string, Steps> {
  return Object.assign(Object.create(null), Object.fromEntries(facts));
}

/** What the engine found, as far as it is needed: its own classes stay here. */
interface Answer {
  result: boolean;
  parts: readonly Answer[];
}

function answerOf(result: RuleResult): Answer {
  return readAnswer((result.conditions as EngineNode).all![0]!);
}

interface EngineNode {
  result?: boolean;
  all?: EngineNode[];
  any?: EngineNode[];
  not?: EngineNode;
}

function readAnswer(node: EngineNode): Answer {
  const parts = node.all ?? node.any ?? (node.not ? [node.not] : []);
  return { result: node.result === true, parts: parts.map(readAnswer) };
}

function trace(condition: Condition, must: Answer, may: Answer): Traced {
  const parts = partsOf(condition).map((part, i) => {
    const [a, b] = [must.parts[i]!, may.parts[i]!];
    return condition.kind === 'not' ? trace(part, b, a) : trace(part, a, b);
  });
  return { condition, truth: truthOf(must.result, may.result), parts };
}
