import type { Code } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { nearestOfMany } from '../diagnostics/suggest.js';
import {
  type AuthoredRuleSet,
  conditionsIn,
  type Entry,
  type Inside,
  rootConditions,
} from '../model/authored.js';
import type { RuleSet } from '../model/rule-set.js';
import type { AuthoredCondition } from '../schema/generated/author-types.js';
import { placeOf, placeOfWords } from '../source/place.js';
import type { Pointer, SourceFile } from '../source/source-file.js';

/** Where a finding stands. */
export interface Spot {
  file: SourceFile;
  pointer: Pointer;
  /** Words in a text, where it is not about all of it. */
  words?: string;
}

/** What a check of a rule set can look at. */
export interface RuleSetContext {
  /** What the author wrote, entry by entry. */
  authored: AuthoredRuleSet;
  /** What of it resolves. Checks on it keep to entries that are there. */
  ruleSet: RuleSet;
  /** Every condition, nested ones included. */
  conditions: readonly (Entry<unknown> & Inside<AuthoredCondition>)[];
  /** Whether an id of that kind is declared, or may be in a file that cannot be read. */
  knows(kind: keyof AuthoredRuleSet['declared'], id: string): boolean;
  /** The id of that kind that an unknown one may be meant for. */
  nearest(kind: keyof AuthoredRuleSet['declared'], id: string): string | undefined;
  report(code: Code, spot: Spot, part: 'key' | 'value', message: string, help?: string): void;
}

/** One check: looks at the context, reports what it finds, returns nothing. */
export type RuleSetCheck = (context: RuleSetContext) => void;

/** Runs checks over a rule set. */
export function runRuleSetChecks(
  checks: readonly RuleSetCheck[],
  authored: AuthoredRuleSet,
  ruleSet: RuleSet,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const nearest = nearestOfMany();
  const context: RuleSetContext = {
    authored,
    ruleSet,
    conditions: rootConditions(authored).flatMap(root =>
      conditionsIn(root.value, root.pointer).map(inside => ({ ...root, ...inside })),
    ),
    knows: (kind, id) => authored.declared[kind]?.has(id) ?? true,
    nearest: (kind, id) => nearest(id, authored.declared[kind] ?? NONE),
    report: (code, { file, pointer, words }, part, message, help) => {
      const place = words === undefined ? placeOf(file, pointer, part) : placeOfWords(file, pointer, words);
      diagnostics.push(diagnostic(code, message, place, help));
    },
  };
  for (const check of checks) check(context);
  return diagnostics;
}

const NONE: ReadonlySet<string> = new Set();

/** A spot further inside. */
export function inside({ file, pointer }: Spot, ...steps: Pointer): Spot {
  return { file, pointer: [...pointer, ...steps] };
}
