import type { Agreed, FactAgreement, GroupAgreement } from '../model/agreement.js';
import type { Domain, Fact } from '../model/fact.js';
import type { RuleSet } from '../model/rule-set.js';
import { alphaInterval } from './alpha-interval.js';
import { type CodedSituation, estimateOf, METRIC_OF, onScale } from './coding.js';
import { krippendorffAlpha, METRICS, type MetricName, pairable, type Unit } from './krippendorff.js';

/** A fact with what the codings of each situation take it for, on its scale. */
export interface CodedFact {
  fact: Fact;
  units: readonly Unit[];
}

/** Every fact that scenarios state, in order of id, with its units: one for each situation. */
export function codedFacts(ruleSet: RuleSet, situations: readonly CodedSituation[]): CodedFact[] {
  const stated = [...ruleSet.facts.values()].filter(({ derive }) => !derive);
  return stated.map(fact => ({
    fact,
    units: situations.map(({ codings }) =>
      codings.flatMap(coding => {
        const value = estimateOf(coding, fact);
        return value === undefined ? [] : [onScale(fact, value)];
      }),
    ),
  }));
}

/** Agreement fact by fact. */
export function factAgreements(facts: readonly CodedFact[], seed: number): FactAgreement[] {
  return facts.map(({ fact, units }) => ({
    fact: fact.id,
    title: fact.title,
    theme: fact.theme ?? null,
    ...agreed(units, METRIC_OF[fact.domain.kind], seed),
  }));
}

/** Agreement over all facts of a kind, kind by kind; none of a kind that there is not. */
export function kindAgreements(facts: readonly CodedFact[], seed: number): GroupAgreement[] {
  return KINDS.flatMap(kind => {
    const own = facts.filter(({ fact }) => fact.domain.kind === kind);
    if (own.length === 0) return [];
    const together = agreed(
      own.flatMap(({ units }) => units),
      METRIC_OF[kind],
      seed,
    );
    const one = kind !== 'values' || sameValues(own);
    return [{ kind, facts: own.length, ...(one ? together : withoutScale(together)) }];
  });
}

const KINDS: readonly Domain['kind'][] = ['levels', 'values', 'boolean', 'number'];

/** Agreement by theme and kind, in order of these. Facts without a theme are in none. */
export function themeAgreements(
  facts: readonly CodedFact[],
  seed: number,
): (GroupAgreement & { theme: string })[] {
  const themes = [...new Set(facts.flatMap(({ fact }) => fact.theme ?? []))].sort();
  return themes.flatMap(theme =>
    kindAgreements(
      facts.filter(({ fact }) => fact.theme === theme),
      seed,
    ).map(group => ({ theme, ...group })),
  );
}

/** Whether unordered facts all have the same words, so that what is said of one can be compared with what is of another. */
function sameValues(facts: readonly CodedFact[]): boolean {
  const words = facts.map(({ fact: { domain } }) =>
    domain.kind === 'number' ? '' : domain.values.join('\n'),
  );
  return new Set(words).size === 1;
}

function withoutScale(group: Agreed): Agreed {
  return { ...group, alpha: null, interval: null, why: 'no-common-scale' };
}

function agreed(units: readonly Unit[], metric: MetricName, seed: number): Agreed {
  const { alpha, why } = krippendorffAlpha(units, METRICS[metric]);
  const paired = pairable(units);
  return {
    metric,
    units: paired.length,
    pairs: paired.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0),
    equal: paired.reduce((sum, unit) => sum + equalPairs(unit), 0),
    alpha,
    interval: alpha === null ? null : alphaInterval(units, METRICS[metric], seed),
    why,
  };
}

function equalPairs(unit: Unit): number {
  return unit.reduce((sum, value, i) => sum + unit.slice(0, i).filter(other => other === value).length, 0);
}
