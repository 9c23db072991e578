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
  criteria: Record<string, { title: string }>;
}

/** One option. */
export interface BalancedOption {
  option: string;
  title: string;
  baseline: boolean;
  /** How many rules add points to it on any criterion, take some away, exclude it. One that does several counts for each. */
  rules: { for: number; against: number; gates: number };
  /** By criterion, those on which any rule speaks of it. */
  cells: BalancedCell[];
  /** How often it leads, facts unknown, by each perspective; empty where there are no shares. */
  leads: { perspective: string; share: number; standardError: number | null }[];
  /** The mean of these; null where there are none. */
  meanShare: number | null;
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
