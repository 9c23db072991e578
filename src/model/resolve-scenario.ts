import type { Place } from '../diagnostics/diagnostic.js';
import type { AuthoredStatement, ScenarioFile } from '../schema/generated/author-types.js';
import { placeOf } from '../source/place.js';
import type { Pointer, SourceFile } from '../source/source-file.js';
import { hashOf } from './canonical.js';
import type { Domain, Fact, Probabilities, Value } from './fact.js';
import { probabilityOf } from './likelihood.js';
import { fits } from './operators.js';
import { byId, sortedMap } from './order.js';
import { betweenOf, spread } from './resolve-facts.js';
import { resolveSource } from './resolve-rule-set.js';
import type { RuleSet } from './rule-set.js';
import type { Scenario, StatedFact, Statement } from './scenario.js';

/** A scenario file that was read and has the right shape. */
export interface AuthoredScenario {
  file: SourceFile;
  value: ScenarioFile;
  /** Where in the file it stands, if not at its root: the facts of a case. */
  within?: Pointer;
}

/** Resolves a scenario that the checks found no error in; what they did is left unknown. */
export function resolveScenario(
  { file, value }: AuthoredScenario,
  ruleSet: RuleSet,
  changes: Scenario['changes'] = [],
): Scenario {
  return scenarioFrom(value, ruleSet, changes, fact => placeOf(file, ['facts', fact], 'value'));
}

/** The scenario that these data stand for, whether or not they came from a file. */
export function scenarioFrom(
  value: ScenarioFile,
  ruleSet: RuleSet,
  changes: Scenario['changes'] = [],
  placeIn?: (fact: string) => Place,
): Scenario {
  const scenario: Omit<Scenario, 'hash' | 'changes'> = {
    id: value.id,
    title: value.title,
    asOf: value['as-of'],
    ruleSet: { id: ruleSet.id, hash: ruleSet.hash },
    leaveOut: sortedMap(Object.entries(value['leave-out'] ?? {})),
    sources: sortedMap(
      Object.entries(value.sources ?? {}).map(([id, source]) => [id, resolveSource(id, source)]),
    ),
    facts: sortedMap(
      [...ruleSet.facts.values()].flatMap(fact => {
        const stated = value.facts[fact.id];
        if (stated === undefined) return fact.derive ? [] : [[fact.id, leftOut(fact)] as const];
        const place = placeIn && { place: placeIn(fact.id) };
        return [[fact.id, { ...resolveStatement(stated, fact, ruleSet), ...place }] as const];
      }),
    ),
    ...(value.summary !== undefined && { summary: value.summary }),
    ...(value.note !== undefined && { note: value.note }),
    ...(value.perspective !== undefined && { perspective: value.perspective }),
    ...(value.weights !== undefined && { weights: sortedMap(Object.entries(value.weights)) }),
  };
  return { ...scenario, changes, hash: hashOf(meaning(scenario)) };
}

function leftOut({ id }: Fact): StatedFact {
  return { fact: id, statement: { kind: 'unknown' }, sources: [] };
}

/** What a statement in shorthand or long form says of a fact. */
export function resolveStatement(stated: AuthoredStatement, fact: Fact, ruleSet: RuleSet): StatedFact {
  const long = longForm(stated);
  const { confidence, likelihood, note } = long;
  return {
    fact: fact.id,
    statement: statementOf(long, fact, ruleSet),
    sources: long.source === undefined ? [] : [long.source].flat().sort(byId),
    ...(confidence && { confidence }),
    ...(likelihood !== undefined && { likelihood }),
    ...(note !== undefined && { note }),
  };
}

/** A statement in its long form, without the shorthand. */
export type LongStatement = Extract<AuthoredStatement, object>;

/** What a shorthand stands for. */
export function longForm(stated: AuthoredStatement): LongStatement {
  return typeof stated === 'object' ? stated : { value: stated };
}

function statementOf(stated: LongStatement, fact: Fact, ruleSet: RuleSet): Statement {
  const { between, probabilities, value, likelihood, confidence } = stated;
  if (between) return betweenOf({ ...stated, between });
  if (probabilities) return spread(stated, fact.domain);
  if (!fits(value, fact.domain)) return { kind: 'unknown' };
  if (likelihood !== undefined && fact.domain.kind !== 'number') {
    const p = probabilityOf(likelihood, ruleSet.likelihoodScale);
    return p === undefined ? { kind: 'unknown' } : withRest(value, p, othersOf(value, fact.domain));
  }
  const mass = confidence === undefined || fact.derive ? 1 : ruleSet.confidence[confidence];
  if (mass === 1 || fact.domain.kind === 'number') return { kind: 'value', value };
  return withRest(value, mass, neighboursOf(value, fact.domain));
}

type Words = Exclude<Domain, { kind: 'number' }>;

/** The value with probability p, and the rest equally over the others. */
function withRest(value: Value, p: number, others: readonly Value[]): Probabilities {
  return {
    kind: 'probabilities',
    probabilities: [[value, p], ...others.map(other => [other, (1 - p) / others.length] as const)],
  };
}

function othersOf(value: Value, { values }: Words): Value[] {
  return values.filter(other => other !== value);
}

/** The one or two adjoining levels; of an unordered fact all others. */
function neighboursOf(value: Value, domain: Words): Value[] {
  if (domain.kind !== 'levels') return othersOf(value, domain);
  const at = domain.values.indexOf(value);
  return domain.values.filter((_, i) => Math.abs(i - at) === 1);
}

/** What a scenario says, without where it says it and which version of the rule set it was read with. */
function meaning(scenario: Omit<Scenario, 'hash' | 'changes'>): unknown {
  const facts = [...scenario.facts].map(([id, { place: _, ...stated }]) => [id, stated] as const);
  return { ...scenario, ruleSet: scenario.ruleSet.id, facts: new Map(facts) };
}
