import type { Program, ProgramNode } from '../engine/program.js';
import type { Fact } from '../model/fact.js';
import type { RuleSet } from '../model/rule-set.js';
import { type Dialect, quoted } from './dialect.js';
import { runsOf, stepWords } from './facts.js';
import { constant, joined, type Kleene, kleeneSql, negated, readsOf } from './kleene.js';
import type { Namer } from './names.js';
import type { Column } from './stage.js';

/** The conditions of a program: those with a column of their own in layers, each reading those before it; and any of them. */
export interface Conditions {
  layers: readonly (readonly Column[])[];
  of(node: number): Kleene;
}

/**
 * Conditions that have a name, that are used more than once, or that ask about a derived fact get a column, so that each is
 * written once; all others are written where they are used. `named` are the nodes of the named conditions, by id.
 */
export function conditionColumns(
  ruleSet: RuleSet,
  program: Program,
  named: ReadonlyMap<number, string>,
  name: Namer,
  dialect: Dialect,
): Conditions {
  const facts = program.facts.map(({ id }) => ruleSet.facts.get(id)!);
  const uses = usesOf(program);
  const layers: Column[][] = [];
  const known: Kleene[] = [];
  const layerAt = new Map<string, number>();
  const asked = new Map<number, number>();

  /** A column of its own, in the layer after those that it reads. */
  const kept = (column: string, condition: Kleene, about?: string): Kleene => {
    if (condition.kind === 'constant') return condition;
    const reads = readsOf(condition);
    const layer = Math.max(0, ...reads.map(read => layerAt.get(read) ?? 0));
    layerAt.set(column, layer + 1);
    layers[layer] ??= [];
    layers[layer].push({
      name: column,
      sql: kleeneSql(condition),
      reads,
      ...(about !== undefined && { about }),
    });
    return { kind: 'test', sql: quoted(column, dialect), reads: column };
  };

  const leaf = ({ fact, steps }: Extract<ProgramNode, { kind: 'leaf' }>): Kleene => {
    const { derive } = program.facts[fact]!;
    if (!derive) return stepTest(facts[fact]!, steps, name, dialect);
    const number = (asked.get(fact) ?? 0) + 1;
    asked.set(fact, number);
    const { id } = facts[fact]!;
    const about = `${id}, which is derived, is ${stepWords(facts[fact]!, steps)}`;
    return kept(
      name(id, `is_${number}`),
      derivedTest(derive, steps, node => known[node]!),
      about,
    );
  };

  const whole = (node: ProgramNode): Kleene => {
    if (node.kind === 'leaf') return leaf(node);
    if (node.kind === 'not') return negated(known[node.of]!);
    return joined(
      node.kind,
      node.of.map(part => known[part]!),
    );
  };

  program.nodes.forEach((node, index) => {
    const condition = whole(node);
    const id = named.get(index);
    const isPlain = node.kind === 'leaf' || (node.kind === 'not' && condition.kind !== 'not');
    if (id !== undefined) known[index] = kept(name(id, 'holds'), condition, titleOf(ruleSet, id));
    else if (!isPlain && uses[index]! > 1) known[index] = kept(name('condition', String(index)), condition);
    else known[index] = condition;
  });
  return { layers, of: node => known[node]! };
}

function titleOf({ conditions }: RuleSet, id: string): string {
  return `${id}: ${conditions.get(id)!.title}`;
}

/** How often each node is part of another, of a rule, of a derived fact or of what is impossible. */
function usesOf({ nodes, rules, facts, impossible }: Program): number[] {
  const uses = nodes.map(() => 0);
  const use = (node: number): void => {
    uses[node]! += 1;
  };
  for (const node of nodes) if (node.kind !== 'leaf') [node.of].flat().forEach(use);
  for (const { node } of rules) use(node);
  for (const { derive = [] } of facts) for (const { node } of derive) if (node !== null) use(node);
  impossible.forEach(use);
  return uses;
}

/**
 * Whether a fact has one of some steps: NULL where it is unknown, but certain where they are all of its steps, or none. No IN:
 * it need not give NULL for NULL everywhere.
 */
function stepTest(fact: Fact, steps: readonly number[], name: Namer, dialect: Dialect): Kleene {
  const last = fact.steps.length - 1;
  if (steps.length === 0 || steps.length > last) return constant(steps.length > 0);
  const reads = name(fact.id, 'step');
  const column = quoted(reads, dialect);
  const missing = fact.steps.map((_, i) => i).filter(i => !steps.includes(i));
  const test = (comparison: string): Kleene => ({ kind: 'test', sql: `${column} ${comparison}`, reads });
  const runs = runsOf(steps);
  if (runs.length > 1 && missing.length === 1) return test(`<> ${missing[0]}`);
  return joined(
    'any',
    runs.map(([from, to]) => {
      if (from === to) return test(`= ${from}`);
      if (from === 0) return test(`<= ${to}`);
      return test(to === last ? `>= ${from}` : `BETWEEN ${from} AND ${to}`);
    }),
  );
}

/**
 * Whether a derived fact has one of some steps. An entry whose step is one of them decides where it holds; one whose step
 * is not, where it does not hold, leaves it to those after it. With NULL for unknown this gives what the set of the steps
 * that the fact can have gives: true if all are wanted, false if none is (docs/meaning.md, 4.4).
 */
function derivedTest(
  derive: readonly { step: number; node: number | null }[],
  steps: readonly number[],
  of: (node: number) => Kleene,
): Kleene {
  return derive.reduceRight<Kleene>((after, { step, node }) => {
    const isWanted = steps.includes(step);
    if (node === null) return constant(isWanted);
    return isWanted ? joined('any', [of(node), after]) : joined('all', [negated(of(node)), after]);
  }, constant(false));
}
