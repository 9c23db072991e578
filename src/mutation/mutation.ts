import type { AuthoredCondition, AuthoredEffect } from '../schema/generated/author-types.js';
import type { Edit } from '../source/edit.js';
import type { Pointer, SourceFile } from '../source/source-file.js';

/** The kinds of small changes to a rule, each with what it does in a few words. */
export const OPERATORS = {
  threshold: 'a threshold moved to the next step, or another value',
  boundary: 'the boundary of a comparison moved to its other side',
  connective: '`all` for `any`, or `any` for `all`',
  dropped: 'a part of a condition, or a value of a list, dropped',
  sign: 'the sign of points turned',
  doubled: 'points doubled',
  halved: 'points halved',
  zeroed: 'points set to nothing',
  removed: 'an effect removed',
} as const;

export type MutationOperator = keyof typeof OPERATORS;

/** One small change to a rule or a named condition, as its author could have written it. */
export interface Mutation {
  operator: MutationOperator;
  /** What is changed, and where. */
  kind: 'rule' | 'condition';
  id: string;
  file: SourceFile;
  edit: Edit;
  /** The condition or effect that is changed, or of which something inside is, and where it stands in the file. */
  was: { condition: AuthoredCondition } | { effect: AuthoredEffect };
  pointer: Pointer;
}
