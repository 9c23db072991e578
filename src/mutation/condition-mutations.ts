import { conditionsIn, type Inside } from '../model/authored.js';
import type { Domain, Fact, Step, Value } from '../model/fact.js';
import type { Operator } from '../model/operators.js';
import type { AuthoredCondition } from '../schema/generated/author-types.js';
import type { Edit } from '../source/edit.js';
import type { Pointer } from '../source/source-file.js';
import type { MutationOperator } from './mutation.js';

/** A change to a condition, and the part of it that is changed. */
export interface ConditionMutation {
  operator: MutationOperator;
  edit: Edit;
  condition: AuthoredCondition;
  pointer: Pointer;
}

type Facts = ReadonlyMap<string, Fact>;
type Finds = (part: Inside<AuthoredCondition>, facts: Facts) => Edit[];

/** How each operator changes one part of a condition. A new operator is a line here. */
const CHANGES: { [K in MutationOperator]?: Finds } = {
  threshold: ({ value: { fact, value }, pointer }, facts) => {
    if (fact === undefined || Array.isArray(value)) return [];
    return nextTo(value as Value, facts.get(fact)!).map(to => ({ at: [...pointer, 'value'], to }));
  },
  boundary: ({ value: { operator }, pointer }) => {
    const other = operator && OTHER_SIDE[operator];
    return other ? [{ at: [...pointer, 'operator'], to: other }] : [];
  },
  connective: ({ value: { all, any }, pointer }) => {
    if ((all ?? any ?? []).length < 2) return [];
    return all ? [{ at: [...pointer, 'all'], key: 'any' }] : [{ at: [...pointer, 'any'], key: 'all' }];
  },
  dropped: ({ value: { all, any, value }, pointer }) => {
    const list = Array.isArray(value) ? value : [];
    return [
      ...itemsOf(all, [...pointer, 'all']),
      ...itemsOf(any, [...pointer, 'any']),
      ...itemsOf(list, [...pointer, 'value']),
    ];
  },
};

const OTHER_SIDE: Partial<Record<Operator, Operator>> = {
  atLeast: 'above',
  above: 'atLeast',
  atMost: 'below',
  below: 'atMost',
};

/** Each item of a list of several dropped: one alone cannot be. */
function itemsOf(list: readonly unknown[] | undefined, pointer: Pointer): Edit[] {
  return list && list.length > 1 ? list.map((_, i) => ({ at: [...pointer, i], drop: true })) : [];
}

/** Every small change to a condition that stands at a pointer. */
export function conditionMutations(
  condition: AuthoredCondition,
  pointer: Pointer,
  facts: Facts,
): ConditionMutation[] {
  return conditionsIn(condition, pointer).flatMap(part =>
    (Object.keys(CHANGES) as MutationOperator[]).flatMap(operator =>
      CHANGES[operator]!(part, facts).map(edit => ({
        operator,
        edit,
        condition: part.value,
        pointer: part.pointer,
      })),
    ),
  );
}

/**
 * The values one step below and above: neighbouring levels, or of a number the next thresholds that any condition has. Of
 * values without an order every other one.
 */
function nextTo(value: Value, { domain, steps }: { domain: Domain; steps: readonly Step[] }): Value[] {
  if (domain.kind === 'values') return domain.values.filter(other => other !== value);
  const all = domain.kind === 'number' ? thresholdsOf(steps) : domain.values;
  const at = all.indexOf(value as never);
  return at < 0 ? [] : [all[at - 1], all[at + 1]].filter(one => one !== undefined);
}

/** Where the steps of a number meet. */
function thresholdsOf(steps: readonly Step[]): number[] {
  return [...new Set(steps.slice(1).flatMap(step => ('value' in step ? [] : [step.low])))];
}
