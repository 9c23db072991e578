import type { Watching } from '../analysis/pace.js';
import type { Audit, AuditedKind, AuditFinding, AuditKind } from '../model/audit.js';
import type { RuleSet } from '../model/rule-set.js';
import { AUDITS } from './audits.js';
import { contextOf, type Given } from './context.js';

/** How a rule set is to be audited. */
export interface AuditOptions extends Given {
  /** Only these kinds of findings. Left out: all. */
  wanted?: (kind: AuditKind) => boolean;
  /** Told now and then what share of the audits is done, from 0 to 1. */
  onProgress?: Watching['onProgress'];
}

/**
 * What can be found of a rule set by itself, over every possible situation: rules that say nothing or say it twice, options
 * without a chance, cells and thresholds that nothing reaches. Each finding has the proof or the situation that shows it.
 * What is not decided within its limits is listed, and nothing is claimed of it.
 */
export async function audit(ruleSet: RuleSet, options: AuditOptions = {}): Promise<Audit> {
  const context = contextOf(ruleSet, options);
  const wanted = AUDITS.filter(({ kind }) => options.wanted?.(kind) ?? true);
  const kinds: AuditedKind[] = [];
  const findings: AuditFinding[] = [];
  for (const [i, { kind, severity, title, run }] of wanted.entries()) {
    const { asked, undecided, findings: told } = await run(context);
    kinds.push({ kind, severity, title, asked, undecided });
    findings.push(...told.map(one => ({ kind, severity, ...one })));
    options.onProgress?.((i + 1) / wanted.length);
  }
  return { kinds, findings, scenarios: context.scenarios.map(({ id }) => id) };
}
