import type { Appraisal, FactUsed } from '../model/appraisal.js';
import { partsOfFact } from '../model/derivation.js';
import { byId } from '../model/order.js';
import type { RuleSet, Source } from '../model/rule-set.js';
import type { Scenario, StatedFact } from '../model/scenario.js';
import type { SeenFacts } from './seen.js';

/** Every fact of the codebook, as the scenario states it and as it was read, in order of id. */
export function factsUsed(ruleSet: RuleSet, scenario: Scenario, seen: SeenFacts): FactUsed[] {
  return [...ruleSet.facts.values()].map(({ id, title, derive }) => ({
    fact: id,
    title,
    ...seen.get(id)!,
    derived: derive !== undefined,
    ...(derive && { parts: partsOfFact(id, ruleSet.facts) }),
    ...howStated(scenario.facts.get(id)),
  }));
}

function howStated(
  stated: StatedFact | undefined,
): Omit<FactUsed, 'fact' | 'title' | 'point' | 'possible' | 'derived' | 'parts'> {
  if (!stated) return { sources: [] };
  const { statement, likelihood, confidence, note } = stated;
  return {
    sources: [...stated.sources],
    ...(likelihood !== undefined && { likelihood }),
    ...(confidence !== undefined && { confidence }),
    ...(note !== undefined && { note }),
    ...(statement.kind === 'between' && statement.likely !== undefined && { likely: statement.likely }),
    ...(statement.kind === 'probabilities' && {
      probabilities: Object.fromEntries(statement.probabilities.map(([value, p]) => [String(value), p])),
    }),
  };
}

/** The sources that a result cites, by id, wherever in it they stand. */
export function citedSources(
  { ranking, excluded, undetermined, notFired, facts }: Omit<Appraisal, 'sources'>,
  ruleSet: RuleSet,
  scenario: Scenario,
): Record<string, Source> {
  const citing = [
    ...ranking.flatMap(({ contributions, openGates }) => [...contributions, ...openGates]),
    ...excluded.flatMap(({ gates }) => gates),
    ...undetermined,
    ...notFired,
    ...facts,
  ];
  const ids = new Set(citing.flatMap(({ sources }) => sources).map(citation => citation.split('#')[0]!));
  return Object.fromEntries(
    [...ids].sort(byId).map(id => [id, ruleSet.sources.get(id) ?? scenario.sources.get(id)!] as const),
  );
}
