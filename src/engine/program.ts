import type { Condition } from '../model/condition.js';
import { derivationLayers } from '../model/derivation.js';
import type { Fact, Steps } from '../model/fact.js';
import type { RuleSet } from '../model/rule-set.js';
import { stepOf } from '../model/steps.js';

/**
 * A rule set for bulk evaluation, as plain data: facts as numbers of steps, conditions as nodes over them, effects as
 * additions. Everything is named by its index; functions, and SQL, are made from it in the last step.
 */
export interface Program {
  /** Stated facts in order of id, then derived ones, each after the facts that it reads. */
  facts: readonly ProgramFact[];
  /** Every different condition once, each after its parts. */
  nodes: readonly ProgramNode[];
  /** In order of rule id. */
  rules: readonly ProgramRule[];
  /** Nodes that never hold of a possible situation. */
  impossible: readonly number[];
  options: readonly string[];
  criteria: readonly string[];
  baseline: number;
}

/** A fact with so many steps. A derived one takes the step of the first entry whose node holds; the last has none. */
export interface ProgramFact {
  id: string;
  steps: number;
  derive?: readonly { step: number; node: number | null }[];
}

/** A condition: a set of steps of one fact, or others joined. */
export type ProgramNode =
  | { kind: 'leaf'; fact: number; steps: readonly number[] }
  | { kind: 'all' | 'any'; of: readonly number[] }
  | { kind: 'not'; of: number };

/** A rule: its node, what it adds (`cell` is option x number of criteria + criterion), and the options it excludes. */
export interface ProgramRule {
  id: string;
  node: number;
  adds: readonly { cell: number; points: number }[];
  gates: readonly number[];
}

/** Kept with each rule set: every analysis asks for it. */
const PROGRAMS = new WeakMap<RuleSet, Program>();

/** The program of a resolved rule set. */
export function programOf(ruleSet: RuleSet): Program {
  const known = PROGRAMS.get(ruleSet);
  if (known) return known;
  const { program } = programWith(ruleSet, []);
  PROGRAMS.set(ruleSet, program);
  return program;
}

/** The program of a resolved rule set and of other conditions, with the node of each of these. */
export function programWith(
  ruleSet: RuleSet,
  others: readonly Condition[],
): { program: Program; nodes: readonly number[] } {
  const stated = [...ruleSet.facts.values()].filter(({ derive }) => !derive);
  const ordered = [...stated, ...derivationLayers(ruleSet.facts).flat()];
  const nodes = nodeTable(new Map(ordered.map(({ id }, i) => [id, i])));
  const options = [...ruleSet.options.keys()];
  const criteria = [...ruleSet.criteria.keys()];
  const program: Program = {
    facts: ordered.map(fact => programFact(fact, nodes.add)),
    rules: ruleSet.rules.map(({ id, when, effects }) => ({
      id,
      node: nodes.add(when),
      adds: effects.flatMap(effect =>
        effect.kind === 'points'
          ? [
              {
                cell: options.indexOf(effect.option) * criteria.length + criteria.indexOf(effect.criterion),
                points: effect.points,
              },
            ]
          : [],
      ),
      gates: effects.flatMap(effect => (effect.kind === 'gate' ? [options.indexOf(effect.option)] : [])),
    })),
    impossible: ruleSet.impossible.map(({ when }) => nodes.add(when)),
    nodes: nodes.list,
    options,
    criteria,
    baseline: options.indexOf(ruleSet.baseline),
  };
  return { program, nodes: others.map(nodes.add) };
}

function programFact(fact: Fact, add: (condition: Condition) => number): ProgramFact {
  const { id, steps, derive } = fact;
  if (!derive) return { id, steps: steps.length };
  return {
    id,
    steps: steps.length,
    derive: derive.map(({ value, when }) => ({
      step: indices(stepOf(steps, value))[0]!,
      node: when ? add(when) : null,
    })),
  };
}

/** Keeps equal conditions once, so that what many rules ask is answered once. */
function nodeTable(facts: ReadonlyMap<string, number>) {
  const list: ProgramNode[] = [];
  const byShape = new Map<string, number>();
  const byObject = new Map<Condition, number>();
  const add = (condition: Condition): number => {
    const known = byObject.get(condition);
    if (known !== undefined) return known;
    const node = condition.kind === 'named' ? add(condition.of) : addShape(shape(condition));
    byObject.set(condition, node);
    return node;
  };
  const addShape = (node: ProgramNode): number => {
    const key = JSON.stringify(node);
    const known = byShape.get(key);
    if (known !== undefined) return known;
    byShape.set(key, list.length);
    return list.push(node) - 1;
  };
  const shape = (condition: Exclude<Condition, { kind: 'named' }>): ProgramNode => {
    switch (condition.kind) {
      case 'leaf':
        return { kind: 'leaf', fact: facts.get(condition.fact)!, steps: indices(condition.steps) };
      case 'not':
        return { kind: 'not', of: add(condition.of) };
      default: {
        const of = [...new Set(condition.of.map(add))].sort((a, b) => a - b);
        return { kind: condition.kind, of };
      }
    }
  };
  return { list, add };
}

/** The indices of the steps in a set. */
export function indices(steps: Steps): number[] {
  return [...steps.toString(2)].reverse().flatMap((bit, i) => (bit === '1' ? [i] : []));
}
