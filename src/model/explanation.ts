import type { Appraisal } from './appraisal.js';

/** An appraisal, and the option (and rule) of it that is to be explained: plain data. */
export interface Explanation {
  format: 'explanation/1';
  option: string;
  /** Only this rule; null for all that bear on the option. */
  rule: string | null;
  appraisal: Appraisal;
}
