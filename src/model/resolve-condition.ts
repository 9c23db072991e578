import type { AuthoredCondition } from '../schema/generated/author-types.js';
import { lineOf } from '../source/place.js';
import type { Pointer, SourceFile } from '../source/source-file.js';
import type { Condition } from './condition.js';
import type { Domain, Step, Value } from './fact.js';
import { fits, OPERATORS, type Operator, operatorFits } from './operators.js';
import { stepsWhere } from './steps.js';

/** What a condition may refer to. */
export interface Vocabulary {
  facts: ReadonlyMap<string, { domain: Domain; steps: readonly Step[] }>;
  /** Those that can be written out: none of them leads back to itself. */
  conditions: ReadonlyMap<string, AuthoredCondition>;
  /** Where named conditions stand, if it matters. */
  written: ReadonlyMap<string, Written>;
  /** Named conditions that are resolved already, each once, however often it is used. */
  resolved: Map<string, Condition | undefined>;
}

/** Where a condition stands. */
export interface Written {
  file: SourceFile;
  pointer: Pointer;
}

/** What conditions may refer to, with nothing resolved yet. */
export function vocabulary(
  facts: Vocabulary['facts'],
  conditions: ReadonlyMap<string, AuthoredCondition>,
  written: ReadonlyMap<string, Written> = new Map(),
): Vocabulary {
  return { facts, conditions, written, resolved: new Map() };
}

/**
 * Follows every reference of a condition. Undefined where one does not hold: the checks say which. Its comparisons know
 * their lines where it is said where it stands.
 */
export function resolveCondition(
  authored: AuthoredCondition,
  known: Vocabulary,
  at?: Written,
): Condition | undefined {
  const { all, any, not, condition, fact } = authored;
  if (fact !== undefined) return resolveLeaf(authored, known, at);
  if (condition !== undefined) return resolveNamed(condition, known);
  if (not !== undefined) {
    const of = resolveCondition(not, known, inside(at, 'not'));
    return of && { kind: 'not', of };
  }
  const kind = all ? 'all' : 'any';
  const of = (all ?? any ?? []).map((part, i) => resolveCondition(part, known, inside(at, kind, i)));
  return of.every(part => part !== undefined) ? { kind, of } : undefined;
}

function inside(at: Written | undefined, ...steps: Pointer): Written | undefined {
  return at && { file: at.file, pointer: [...at.pointer, ...steps] };
}

function resolveNamed(name: string, known: Vocabulary): Condition | undefined {
  if (known.resolved.has(name)) return known.resolved.get(name);
  const named = known.conditions.get(name);
  const of = named && resolveCondition(named, known, known.written.get(name));
  const resolved: Condition | undefined = of && { kind: 'named', name, of };
  known.resolved.set(name, resolved);
  return resolved;
}

function resolveLeaf(authored: AuthoredCondition, known: Vocabulary, at?: Written): Condition | undefined {
  const { fact, operator, value } = authored;
  const found = known.facts.get(fact!);
  if (!found || !isOperator(operator) || !operandFits(operator, value, found.domain)) return undefined;
  const steps = stepsWhere(found, operator, value);
  return {
    kind: 'leaf',
    fact: fact!,
    operator,
    value,
    steps,
    ...(at && { line: lineOf(at.file, at.pointer) }),
  };
}

function isOperator(name: unknown): name is Operator {
  return typeof name === 'string' && Object.hasOwn(OPERATORS, name);
}

/** Whether the operator fits the domain, and the value, or each of a list, is one of it. */
export function operandFits(operator: Operator, value: unknown, domain: Domain): value is Value | Value[] {
  if (!operatorFits(operator, domain)) return false;
  if (OPERATORS[operator].list) return Array.isArray(value) && value.every(one => fits(one, domain));
  return fits(value, domain);
}
