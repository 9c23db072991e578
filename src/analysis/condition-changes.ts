import { canonicalJson } from '../model/canonical.js';
import type { Condition } from '../model/condition.js';
import { by } from '../model/order.js';
import type { ChangePart, SaidCondition, SaidLeaf } from '../model/rule-set-diff.js';

/** A condition as its author wrote it, without what it resolves to. */
export function said(condition: Condition): SaidCondition {
  switch (condition.kind) {
    case 'leaf':
      return saidLeaf(condition);
    case 'named':
      return { kind: 'named', name: condition.name };
    case 'not':
      return { kind: 'not', of: said(condition.of) };
    default:
      return { kind: condition.kind, of: condition.of.map(said) };
  }
}

function saidLeaf({ fact, operator, value }: SaidLeaf): SaidLeaf {
  return { kind: 'leaf', fact, operator, value };
}

/** A condition as text, whatever the order of its parts. */
export function conditionText(condition: SaidCondition): string {
  return canonicalJson(unordered(condition));
}

function unordered(condition: SaidCondition): unknown {
  switch (condition.kind) {
    case 'leaf': {
      const { fact, operator, value } = condition;
      return { fact, operator, value: Array.isArray(value) ? value.map(String).sort() : value };
    }
    case 'named':
      return condition;
    case 'not':
      return { not: unordered(condition.of) };
    default:
      return { [condition.kind]: condition.of.map(unordered).sort(by(canonicalJson)) };
  }
}

/** What changed of a condition: one comparison where all else is the same, else the whole of it. */
export function conditionParts(
  field: string,
  a: Condition | undefined,
  b: Condition | undefined,
): ChangePart[] {
  const [x, y] = [a && said(a), b && said(b)];
  if (x && y) {
    const found = changedLeaf(x, y, true);
    if (found === 'same') return [];
    if (found) return [{ part: 'comparison', field, ...found }];
  }
  return x || y ? [{ part: 'condition', field, a: x ?? null, b: y ?? null }] : [];
}

interface ChangedLeaf {
  /** Whether the condition cannot hold unless the comparison does. */
  isRequired: boolean;
  a: SaidLeaf;
  b: SaidLeaf;
}

/** The one comparison of the same fact in which two conditions differ; undefined where they differ otherwise. */
function changedLeaf(
  a: SaidCondition,
  b: SaidCondition,
  isRequired: boolean,
): ChangedLeaf | 'same' | undefined {
  if (conditionText(a) === conditionText(b)) return 'same';
  if (a.kind === 'leaf' && b.kind === 'leaf') return a.fact === b.fact ? { isRequired, a, b } : undefined;
  if (a.kind === 'not' && b.kind === 'not') return changedLeaf(a.of, b.of, false);
  if ((a.kind === 'all' && b.kind === 'all') || (a.kind === 'any' && b.kind === 'any')) {
    const [before, after] = [without(a.of, b.of), without(b.of, a.of)];
    if (before.length !== 1 || after.length !== 1) return undefined;
    return changedLeaf(before[0]!, after[0]!, isRequired && a.kind === 'all');
  }
  return undefined;
}

function without(parts: readonly SaidCondition[], others: readonly SaidCondition[]): SaidCondition[] {
  const known = new Set(others.map(conditionText));
  return parts.filter(part => !known.has(conditionText(part)));
}
