import { possibilities } from '../cases/possible.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuditedKind, AuditFinding } from '../model/audit.js';
import type { Possible } from '../model/implication.js';
import type { Rule, RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';

/** What an audit can look at. */
export interface AuditContext {
  ruleSet: RuleSet;
  possible: Possible;
  /** Rules that are not proved never to fire: of others everything can be said, so no more is. */
  live: readonly Rule[];
  /** Scenarios of the rule set, for what only they can tell. */
  scenarios: readonly Scenario[];
  /** What `check` found already. */
  checked: readonly Diagnostic[];
  /** Ends the search for an answer to one question. */
  limit: () => AbortSignal | undefined;
}

/** What an audit is given besides the rule set. */
export type Given = Partial<Pick<AuditContext, 'scenarios' | 'checked' | 'limit'>>;

/** A finding before it is put under its kind. */
export type Told = Omit<AuditFinding, 'kind' | 'severity'>;

/** What came of an audit: of how much it asked, what it found, and of what it could not decide. */
export interface Asked {
  asked: number;
  findings: Told[];
  undecided: string[];
}

/** One audit: what it looks for, and a pure function that does. */
export interface RuleSetAudit extends Pick<AuditedKind, 'kind' | 'severity' | 'title'> {
  run(context: AuditContext): Asked | Promise<Asked>;
}

/** The context of the audits of a rule set. */
export function contextOf(ruleSet: RuleSet, given: Given): AuditContext {
  const possible = possibilities(ruleSet);
  return {
    ruleSet,
    possible,
    live: ruleSet.rules.filter(({ when }) => possible(when) !== false),
    scenarios: given.scenarios ?? [],
    checked: given.checked ?? [],
    limit: given.limit ?? (() => undefined),
  };
}
