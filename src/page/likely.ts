import { bandOf } from '../model/likelihood.js';
import type { ReportRuleSet } from '../model/report.js';
import { onOneLine, shareEstimate } from '../report/estimates.js';

type Scale = ReportRuleSet['likelihoodScale'];

/**
 * A probability in the words of a scale, with its number: `highly likely (85%)`. Words that a scale has are for what is open:
 * what is so in every situation, or in none, is said flatly. Where an estimate's error reaches over a band, both words stand.
 */
export function likely(p: number, scale: Scale, { exact = true, error }: Sampled = {}): string {
  if (exact && p === 1) return 'certain (100%)';
  if (exact && p === 0) return 'ruled out (0%)';
  return `${words(p, scale, error ?? 0)} (${percent(p)})`;
}

/** What is known of an estimate. */
export interface Sampled {
  exact?: boolean;
  error?: number | null;
}

/** The words alone. */
export function words(p: number, { bands }: Scale, error = 0): string {
  const [from, to] = [p - 2 * error, p + 2 * error].map(edge => bandOf(edge, bands).words[0]!);
  return from === to ? from! : `${from} to ${to}`;
}

/** A share in whole hundredths; what is neither 0 nor 1 never looks like it. */
export function percent(p: number): string {
  if (p > 0 && p < 0.005) return 'under 1%';
  if (p < 1 && p >= 0.995) return 'over 99%';
  return `${Math.round(100 * p)}%`;
}

/** A share to a tenth of a hundredth, with its standard error where it was sampled. */
export function precise(p: number, { exact = true, error }: Sampled): string {
  return onOneLine(shareEstimate(p, exact, exact ? undefined : error));
}
