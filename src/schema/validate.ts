import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Pointer, SourceFile } from '../source/source-file.js';
import { explain } from './explain.js';
import * as generated from './generated/validators.js';
import type { SchemaError } from './words.js';

/** A function that ajv generated. */
interface Validator {
  (data: unknown): boolean;
  errors?: SchemaError[] | null;
}

const VALIDATORS = {
  'rule-set': generated.validateRuleSet,
  facts: generated.validateFacts,
  options: generated.validateOptions,
  conditions: generated.validateConditions,
  rules: generated.validateRules,
  properties: generated.validateProperties,
  case: generated.validateCase,
  scenario: generated.validateScenario,
  record: generated.validateRecord,
  'table-map': generated.validateTableMap,
  'request-appraise': generated.validateRequestAppraise,
  'request-check': generated.validateRequestCheck,
  'request-flips': generated.validateRequestFlips,
  'request-information': generated.validateRequestInformation,
  'request-robustness': generated.validateRequestRobustness,
  'request-save': generated.validateRequestSave,
} satisfies Record<string, unknown>;

/** A kind of file, named as its schema is. */
export type Kind = keyof typeof VALIDATORS;

/** Whether data has the shape of its kind, without a word on what is wrong. */
export function hasShape(kind: Kind, data: unknown): boolean {
  return (VALIDATORS[kind] as Validator)(data);
}

/** What is wrong with the shape of a file, and the pointers at which it is. */
export function validate(kind: Kind, file: SourceFile): { diagnostics: Diagnostic[]; broken: Pointer[] } {
  const validator = VALIDATORS[kind] as Validator;
  if (validator(file.data)) return { diagnostics: [], broken: [] };
  return explain(validator.errors ?? [], file);
}
