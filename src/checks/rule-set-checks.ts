import { assumptions } from './assumptions.js';
import { baseline } from './baseline.js';
import { codebook } from './codebook.js';
import { comparisons } from './comparisons.js';
import { conditionSize } from './condition-size.js';
import { contradictions } from './contradictions.js';
import { cycles } from './cycles.js';
import { derivations } from './derivations.js';
import { doubleCounting } from './double-counting.js';
import { duplicateRules } from './duplicate-rules.js';
import { idleRules } from './idle-rules.js';
import { nothingPossible } from './nothing-possible.js';
import { perspectiveWeights } from './perspective-weights.js';
import { placeholders } from './placeholders.js';
import { priors } from './priors.js';
import { properties } from './properties.js';
import { recalled } from './recalled.js';
import { references } from './references.js';
import type { RuleSetCheck } from './rule-set-check.js';
import { uniqueness } from './uniqueness.js';
import { unused } from './unused.js';

/** Every check of a rule set. A new one is a file and a line here. */
export const RULE_SET_CHECKS: readonly RuleSetCheck[] = [
  references,
  placeholders,
  comparisons,
  uniqueness,
  baseline,
  cycles,
  conditionSize,
  codebook,
  priors,
  assumptions,
  perspectiveWeights,
  unused,
  contradictions,
  nothingPossible,
  derivations,
  doubleCounting,
  duplicateRules,
  idleRules,
  properties,
  recalled,
];
