/** Whether options of a rule set have like chances: how many rules speak of each, how far they can take it, how often it leads. */
export interface Balance {
  format: 'balance/1';
  program: { name: string; version: string };
  ruleSet: { id: string; version: string; title: string; hash: string };
  /** In order of how often they lead by the perspectives on average, then of id; the baseline is among them. */
  options: BalancedOption[];
  /** How shares were estimated: from so many draws for each perspective, with this seed; null where they are exact, or none. */
  sampled: { draws: number; seed: number } | null;
  /** Why there are no shares; null where there are. */
  noShares: string | null;
  /** Whether what more rules speak of does better. */
  tauB: RulesAndChances;
  criteria: Record<string, { title: string }>;
}

/**
 * Kendall's tau-b over the options but the baseline: 1 if the option that more rules speak of always does better, -1 if always
 * worse, 0 if the number says nothing; null where there are no shares, or nothing differs.
 */
export interface RulesAndChances {
  /** Of the number of rules that add points or take some away, and how often the option leads. */
  leads: number | null;
  /** Of that number, and the option's mean rank, turned round so that up is better. */
  rank: number | null;
}

/** One option. */
export interface BalancedOption {
  option: string;
  title: string;
  baseline: boolean;
  /** How many rules add points to it on any criterion, take some away, exclude it. One that does several counts for each. */
  rules: { for: number; against: number; gates: number };
  /** How many rules add points, take some away or both; one that does both counts once. */
  speaking: number;
  /** By criterion, those on which any rule speaks of it. */
  cells: BalancedCell[];
  /** How often it leads, facts unknown, by each perspective; empty where there are no shares. */
  leads: { perspective: string; share: number; standardError: number | null }[];
  /** The mean of these; null where there are none. */
  meanShare: number | null;
  /** Its rank on average over the same, from 1, where it is not excluded; null where there are no shares or it always is. */
  meanRank: number | null;
}

/** What rules can do to one option on one criterion. */
export interface BalancedCell {
  criterion: string;
  rules: number;
  /** The least and the most that the points add up to in any possible situation, before they are cut off at 100. */
  low: number;
  high: number;
  /** Whether it is proved that nothing goes beyond. */
  exact: boolean;
}
