import { byId } from '../model/order.js';
import type { Effect, Rule } from '../model/rule-set.js';
import type { ChangePart, EffectValue } from '../model/rule-set-diff.js';
import { fieldParts, listParts } from './change-parts.js';
import { conditionParts } from './condition-changes.js';

/** What is not the same of two rules; of one alone all that it does. */
export function ruleParts(a: Rule | undefined, b: Rule | undefined): ChangePart[] {
  return [
    ...effectParts(a?.effects ?? [], b?.effects ?? []),
    ...conditionParts('when', a?.when, b?.when),
    ...(a && b ? [...fieldParts(texts(a), texts(b)), ...listParts('sources', a.sources, b.sources)] : []),
  ];
}

function texts({ title, because, evidence, note }: Rule) {
  return { title, because, evidence, note };
}

/** Effects that are not the same, in order of option and criterion. Several on one cell count together. */
function effectParts(a: readonly Effect[], b: readonly Effect[]): ChangePart[] {
  const [before, after] = [valuesOf(a), valuesOf(b)];
  return [...new Set([...before.keys(), ...after.keys()])].sort(byId).flatMap((key): ChangePart[] => {
    const [option, criterion = null] = key.split(' ') as [string, string?];
    const [x, y] = [before.get(key) ?? null, after.get(key) ?? null];
    return x === y ? [] : [{ part: 'effect', option, criterion, a: x, b: y }];
  });
}

function valuesOf(effects: readonly Effect[]): Map<string, EffectValue> {
  const values = new Map<string, EffectValue>();
  for (const effect of effects) {
    if (effect.kind === 'gate') values.set(effect.option, 'excluded');
    else {
      const key = `${effect.option} ${effect.criterion}`;
      values.set(key, Number(values.get(key) ?? 0) + effect.points);
    }
  }
  return values;
}
