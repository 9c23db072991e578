import { leafWords } from '../report/condition-words.js';
import { signed } from '../report/rounding.js';
import type { AuthoredCondition, AuthoredEffect } from '../schema/generated/author-types.js';
import { editedData } from '../source/edit.js';
import type { Mutation } from './mutation.js';

/** What a mutation makes of a condition or an effect, and what was there, as a reader would say it. */
export function sayMutation({ was, pointer, edit }: Mutation): { now: string; was: string } {
  const inside = { ...edit, at: edit.at.slice(pointer.length) };
  if ('effect' in was) {
    const now = inside.at.length === 0 ? 'nothing' : effectWords(editedData(was.effect, inside));
    return { now, was: effectWords(was.effect) };
  }
  return { now: conditionWords(editedData(was.condition, inside)), was: conditionWords(was.condition) };
}

function conditionWords({ all, any, not, condition, fact, operator, value }: AuthoredCondition): string {
  if (fact !== undefined) return leafWords({ fact, operator: operator!, value: value! });
  if (condition !== undefined) return `the condition ${condition}`;
  if (not !== undefined) return `not (${conditionWords(not)})`;
  const parts = (all ?? any ?? []).map(part =>
    part.all || part.any ? `(${conditionWords(part)})` : conditionWords(part),
  );
  return parts.join(all ? ' and ' : ' or ');
}

function effectWords({ option, options, criterion, points }: AuthoredEffect): string {
  const named = (options ?? [option]).join(', ');
  if (points === undefined) return `excludes ${named}`;
  return points === 0 ? 'nothing' : `${signed(points, 0)} ${criterion} for ${named}`;
}
