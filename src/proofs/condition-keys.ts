import type { Condition } from '../model/condition.js';
import type { Derivation } from '../model/fact.js';

/** Numbers for what conditions mean: two have the same one if they are made alike of the same steps of the same facts. */
export interface ConditionKeys {
  of(condition: Condition): number;
  /** The same for the entries of a derived fact, in their order. */
  ofEntries(entries: readonly Derivation[]): string;
}

/** Names, operators, order and repetition mean nothing. Each condition object is looked at once. */
export function conditionKeys(): ConditionKeys {
  const byObject = new Map<Condition, number>();
  const byShape = new Map<string, number>();
  const shape = (condition: Exclude<Condition, { kind: 'named' }>): string => {
    if (condition.kind === 'leaf') return `${condition.fact} ${condition.steps}`;
    if (condition.kind === 'not') return `not ${of(condition.of)}`;
    const parts = [...new Set(condition.of.map(of))].sort((x, y) => x - y);
    return `${condition.kind} ${parts.join(' ')}`;
  };
  const of = (condition: Condition): number => {
    const known = byObject.get(condition);
    if (known !== undefined) return known;
    const key = condition.kind === 'named' ? of(condition.of) : keyOf(shape(condition));
    byObject.set(condition, key);
    return key;
  };
  const keyOf = (text: string): number => {
    const known = byShape.get(text) ?? byShape.size;
    byShape.set(text, known);
    return known;
  };
  return {
    of,
    ofEntries: entries =>
      JSON.stringify(entries.map(({ value, when }) => [value, when === undefined ? null : of(when)])),
  };
}
