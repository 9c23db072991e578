import { alwaysFires } from './always-fires.js';
import { cancelling } from './cancelling.js';
import type { RuleSetAudit } from './context.js';
import { duplicates } from './duplicates.js';
import { farThresholds } from './far-thresholds.js';
import { neverAboveBaseline } from './never-above-baseline.js';
import { neverFires } from './never-fires.js';
import { neverLeads } from './never-leads.js';
import { saturates } from './saturates.js';
import { silent } from './silent.js';
import { simplifiable } from './simplifiable.js';
import { subsumed } from './subsumed.js';
import { unusedSources } from './unused-sources.js';
import { weakGround } from './weak-ground.js';

/** Every audit of a rule set, in the order in which they are told. A new one is a file and a line here. */
export const AUDITS: readonly RuleSetAudit[] = [
  neverFires,
  duplicates,
  cancelling,
  neverAboveBaseline,
  neverLeads,
  unusedSources,
  alwaysFires,
  subsumed,
  simplifiable,
  saturates,
  silent,
  farThresholds,
  weakGround,
];
