import type { Fact } from '../model/fact.js';
import { byId } from '../model/order.js';
import type { RuleSet } from '../model/rule-set.js';
import type { ListedFact, ListedRuleSet, Named, RuleSets } from '../model/rule-sets.js';

/** What rule sets there are, and what a scenario for each has to say. */
export function listed(ruleSets: Iterable<RuleSet>): RuleSets {
  return {
    format: 'rule-sets/1',
    ruleSets: [...ruleSets].map(listedRuleSet).sort((a, b) => byId(a.id, b.id)),
  };
}

function listedRuleSet(ruleSet: RuleSet): ListedRuleSet {
  const { id, title, version, hash, summary, baseline, criteria, options, perspectives, facts } = ruleSet;
  return {
    ...{ id, title, version, hash, summary, baseline },
    criteria: [...criteria.values()].map(named),
    options: [...options.values()].map(named),
    perspectives: [...perspectives].map(([id, { title }]) => ({ id, title })),
    facts: [...facts.values()].filter(({ derive }) => !derive).map(listedFact),
  };
}

function named({ id, title }: Named): Named {
  return { id, title };
}

function listedFact({ id, title, question, domain }: Fact): ListedFact {
  const isNumber = domain.kind === 'number';
  return {
    ...{ id, title, question },
    values: isNumber ? null : domain.values,
    ordered: isNumber || domain.kind === 'levels',
    range: isNumber ? [domain.low, domain.high] : null,
    unit: (isNumber && domain.unit) || null,
  };
}
