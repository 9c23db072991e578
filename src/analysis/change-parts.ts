import { byId } from '../model/order.js';
import type { ChangePart } from '../model/rule-set-diff.js';

/** Texts by the name of the field that holds them; one that is missing is not there. */
export type Fields = Readonly<Record<string, string | number | undefined>>;

/** The fields that are not the same on both sides, in their order. */
export function fieldParts(a: Fields, b: Fields): ChangePart[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((field): ChangePart[] => {
    const [x, y] = [a[field], b[field]].map(value => (value === undefined ? null : String(value)));
    return x === y ? [] : [{ part: 'text', field, a: x!, b: y! }];
  });
}

/** What was added to a list and removed from it; its order means nothing. */
export function listParts(field: string, a: readonly string[], b: readonly string[]): ChangePart[] {
  const added = b.filter(one => !a.includes(one)).sort(byId);
  const removed = a.filter(one => !b.includes(one)).sort(byId);
  return added.length + removed.length > 0 ? [{ part: 'list', field, added, removed }] : [];
}

/** Fields of a map of texts, such as the anchors of a fact, under a name of their own. */
export function prefixed(name: string, map: ReadonlyMap<string, string>): Fields {
  return Object.fromEntries([...map].map(([key, text]) => [`${name} ${key}`, text]));
}
