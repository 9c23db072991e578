import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Appraisal, Manifest, Seen } from './appraisal.js';
import type { Domain } from './fact.js';

/** How far several codings of the same situations agree, and what hangs on where they do not: plain data. */
export interface Agreement {
  format: 'agreement/1';
  manifest: Pick<Manifest, 'program' | 'ruleSet' | 'fixedWeights' | 'command'>;
  /** In the order in which they were given. */
  situations: SituationAgreement[];
  /** Facts of one kind together, over all situations. */
  kinds: GroupAgreement[];
  /** The same by theme of the codebook and kind, in order of these. */
  themes: (GroupAgreement & { theme: string })[];
  /** Fact by fact over all situations, in order of id. */
  facts: FactAgreement[];
  /** How intervals of alpha were made: how many resamples, from which seed, and from how many units on. */
  intervals: { resamples: number; seed: number; units: number };
  /** What a pool does with a coding that does not know a fact. */
  unknowns: 'left-out' | 'prior';
  options: Record<string, { title: string }>;
  diagnostics: Diagnostic[];
}

/** The codings of one situation. */
export interface SituationAgreement {
  situation: string;
  title: string;
  asOf: string;
  perspective: Appraisal['perspective'];
  codings: CodingSummary[];
  /** What leads where they are pooled, on the best estimates; null where the pool cannot occur. */
  pooled: Lead | null;
  /** How many facts all codings read alike, of how many that scenarios state. */
  alike: number;
  stated: number;
  /** Those of the alike on which they differ in how sure they are. */
  unsure: string[];
  /** Those that they read differently: what changes the leader alone first, then together with others, then by the margin. */
  disputed: DisputedFact[];
  /** For each two codings that put different options first, in either direction, the fewest facts that turn one to the other. */
  turns: Turn[];
  /** Which options lead over every mixture of these codings; null where there are too many. */
  mixtures: Mixtures | null;
}

/** Which option leads, all of them where several do, and its score less the highest other; null where one is ranked. */
export interface Lead {
  leader: string;
  tied: string[];
  score: number;
  margin: number | null;
}

/** One coding, judged. */
export interface CodingSummary extends Lead {
  coder: string;
  scenario: Manifest['scenario'];
  /** Its share in a pool. */
  weight: number;
  /** Of how many facts it has a best estimate. */
  known: number;
}

/** A fact that the codings of a situation read differently. */
export interface DisputedFact {
  fact: string;
  title: string;
  /** Whether two best estimates differ; if not, some coding has none. */
  differs: boolean;
  says: { says: Seen; coders: string[] }[];
  /** Whether it changes the leader by itself, as one of a smallest set of facts, or neither. */
  matters: 'alone' | 'together' | 'no';
  /** The leader that comes of one coding (null: of the pool) with this fact as others have it, where that is another. */
  turns: { from: string | null; to: Seen; leader: string }[];
  /** By how much such a change moves the margin of a leader at most. */
  margin: number;
}

/** How the leader of one coding becomes that of another. */
export interface Turn {
  from: string;
  to: string;
  leader: string;
  /** The fewest facts that do, taken from the other coding: the first of these sets, and how many there are. */
  sets: string[][];
  total: number;
  /** Whether every smaller set was evaluated; if not, no part of the one set that is given would do. */
  smallest: boolean;
}

/** All mixtures: each disputed fact as any of the codings has it. Those that cannot occur are counted apart. */
export interface Mixtures {
  count: number;
  impossible: number;
  /** The most frequent first. */
  leaders: { option: string; count: number }[];
}

/** Krippendorff's alpha of some units; null with a reason where it cannot be said. */
export interface AlphaFigure {
  alpha: number | null;
  /** A 95 per cent interval by the bootstrap; null where there are too few units. */
  interval: readonly [number, number] | null;
  why: 'no-pairs' | 'one-unit' | 'no-variation' | 'no-common-scale' | null;
}

/** Exact agreement, and alpha. */
export interface Agreed extends AlphaFigure {
  metric: 'ordinal' | 'nominal' | 'interval';
  /** How many units two codings at least have a best estimate of. */
  units: number;
  /** How many pairs of best estimates they make, and how many of these are equal. */
  pairs: number;
  equal: number;
}

/** Facts of one kind together, each of each situation a unit. */
export interface GroupAgreement extends Agreed {
  kind: Domain['kind'];
  /** How many facts. */
  facts: number;
}

/** One fact, each situation a unit. */
export interface FactAgreement extends Agreed {
  fact: string;
  title: string;
  theme: string | null;
}
