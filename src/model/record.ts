import type { Source } from './rule-set.js';

/** Whether an option that was taken brought about what it was for; from best to worst, and last that it cannot be said. */
export const JUDGEMENTS = ['worked', 'partly', 'did-not-work', 'backfired', 'unclear'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** Whether what followed fits the reasons that the rules give. */
export type Fit = 'fits' | 'partly' | 'against' | 'open';

/** What was done in a situation on record, and what followed, as judged by hand. */
export interface CaseRecord {
  perspective: string;
  perspectiveBecause: string;
  /** Whether those who wrote the rules looked at how this case ranks while they wrote. */
  seenWhileWriting: boolean;
  seenNote: string;
  demand: string;
  done: readonly Measure[];
  followed: { what: string; sources: readonly string[] };
  reasons: { fit: Fit; because: string; sources: readonly string[] };
  /** Its own sources; it may cite those of its scenario and of the rule set as well. */
  sources: ReadonlyMap<string, Source>;
}

/** One option that was taken, and how it is judged. */
export interface Measure {
  option: string;
  by: string;
  /** A year, a month or a day. */
  from: string;
  what: string;
  judgement: Judgement;
  because: string;
  sources: readonly string[];
}
