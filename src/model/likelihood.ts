/** A published scale of estimative words: each with the band of probability that it stands for. */
export interface LikelihoodScale {
  title: string;
  /** Where the bands are published. */
  citation: string;
  bands: readonly { words: readonly string[]; low: number; high: number }[];
}

/** The two scales that a rule set can name. Probabilities between 0 and 1. */
export const LIKELIHOOD_SCALES: Record<'phia' | 'icd-203', LikelihoodScale> = {
  phia: {
    title: 'PHIA probability yardstick',
    citation:
      'UK Professional Head of Intelligence Assessment, Professional Development Framework, probability yardstick',
    bands: [
      { words: ['remote chance'], low: 0, high: 0.05 },
      { words: ['highly unlikely'], low: 0.1, high: 0.2 },
      { words: ['unlikely'], low: 0.25, high: 0.35 },
      { words: ['realistic possibility'], low: 0.4, high: 0.5 },
      { words: ['likely', 'probable'], low: 0.55, high: 0.75 },
      { words: ['highly likely'], low: 0.8, high: 0.9 },
      { words: ['almost certain'], low: 0.95, high: 1 },
    ],
  },
  'icd-203': {
    title: 'ICD 203 expressions of likelihood',
    citation:
      'US Office of the Director of National Intelligence, Intelligence Community Directive 203, Analytic Standards',
    bands: [
      { words: ['almost no chance', 'remote'], low: 0.01, high: 0.05 },
      { words: ['very unlikely', 'highly improbable'], low: 0.05, high: 0.2 },
      { words: ['unlikely', 'improbable'], low: 0.2, high: 0.45 },
      { words: ['roughly even chance', 'roughly even odds'], low: 0.45, high: 0.55 },
      { words: ['likely', 'probable'], low: 0.55, high: 0.8 },
      { words: ['very likely', 'highly probable'], low: 0.8, high: 0.95 },
      { words: ['almost certain', 'nearly certain'], low: 0.95, high: 0.99 },
    ],
  },
};

/** The probability that words stand for: the midpoint of their band. Undefined where the scale does not have them. */
export function probabilityOf(words: string, scale: keyof typeof LIKELIHOOD_SCALES): number | undefined {
  const band = LIKELIHOOD_SCALES[scale].bands.find(band => band.words.includes(words));
  return band && (band.low + band.high) / 2;
}

/** All words of a scale, from the least likely to the most. */
export function wordsOf(scale: keyof typeof LIKELIHOOD_SCALES): string[] {
  return LIKELIHOOD_SCALES[scale].bands.flatMap(({ words }) => words);
}

/** The band whose words say a probability: the one that holds it, else the nearest; of two alike, the one nearer to even. */
export function bandOf<B extends { low: number; high: number }>(p: number, bands: readonly B[]): B {
  const away = ({ low, high }: B) => Math.max(0, low - p, p - high);
  const extreme = ({ low, high }: B) => Math.abs((low + high) / 2 - 0.5);
  return bands.reduce((best, band) => {
    const nearer = away(band) - away(best) || extreme(band) - extreme(best);
    return nearer < 0 ? band : best;
  });
}
