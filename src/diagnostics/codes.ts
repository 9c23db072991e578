import type { CodeEntry } from './code-entry.js';
import { FILE_CODES } from './file-codes.js';
import { RULE_SET_CODES } from './rule-set-codes.js';
import { SITUATION_CODES } from './situation-codes.js';
import { TABLE_CODES } from './table-codes.js';

export type { Severity } from './code-entry.js';

/** Every code that Demarche can report. Codes are stable: one is never reused for another meaning. */
export const CODES = {
  ...FILE_CODES,
  ...RULE_SET_CODES,
  ...SITUATION_CODES,
  ...TABLE_CODES,
} as const satisfies Record<string, CodeEntry>;

/** A stable diagnostic code, `room/name`. */
export type Code = keyof typeof CODES;
