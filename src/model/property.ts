import type { Place } from '../diagnostics/diagnostic.js';
import type { Condition } from './condition.js';

/** A statement about every possible situation, resolved. */
export interface Property {
  id: string;
  title: string;
  because: string;
  /** Of which situations it speaks; absent for all. */
  when?: Condition;
  /** By which perspectives options are scored, in order of id; or by any weights there are. */
  by: readonly string[] | 'any-weights';
  /** Why it does not hold, where that is known: then it must be refuted. */
  exception?: string;
  claim: Claim;
  /** Absent for what is expected of every option without being stated. */
  place?: Place;
}

/** What is claimed, by its kind. */
export type Claim =
  | { kind: 'always' | 'never'; standing: Standing }
  | { kind: 'implies'; given: Standing; follows: Standing }
  | { kind: 'monotone'; fact: string; option: string; never: 'falls' | 'rises'; of: Measure }
  | { kind: 'invariant'; fact: string; option: string; of: Measure }
  | { kind: 'bounded'; option: string; criterion: string; from: number; to: number }
  | {
      kind: 'symmetric';
      options: readonly [string, string];
      swapping: readonly (readonly [string, string])[];
    }
  | { kind: 'reachable'; option: string };

/** How an option stands in a situation. An excluded one is below all that are ranked, and never above the baseline. */
export type Standing =
  | { option: string; is: 'excluded' | 'above-baseline' }
  | { option: string; is: 'in-top'; count: number }
  | { option: string; is: 'above'; other: string };

/** What of an option may move: its score, its cell whatever gates say, or whether it stands above, level with or below another. */
export type Measure =
  | { kind: 'score' }
  | { kind: 'cell'; criterion: string }
  | { kind: 'against'; option: string };

/** Every option that a claim names. */
export function optionsOf(claim: Claim): string[] {
  switch (claim.kind) {
    case 'always':
    case 'never':
      return optionsIn(claim.standing);
    case 'implies':
      return [...optionsIn(claim.given), ...optionsIn(claim.follows)];
    case 'monotone':
    case 'invariant':
      return [claim.option, ...(claim.of.kind === 'against' ? [claim.of.option] : [])];
    case 'symmetric':
      return [...claim.options];
    default:
      return [claim.option];
  }
}

function optionsIn(standing: Standing): string[] {
  return [standing.option, ...(standing.is === 'above' ? [standing.other] : [])];
}
