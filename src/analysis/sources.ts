import { locatorOf, sourceId } from '../model/citation.js';
import { isOnRecalledAlone } from '../model/grounds.js';
import { by } from '../model/order.js';
import type { RuleSet } from '../model/rule-set.js';
import type { SourceList, SourceUse } from '../model/sources.js';
import { PROGRAM } from '../version.js';

/** Every source of a rule set with each use of it, and every rule with what it stands on. All in order of id. */
export function listSources(ruleSet: RuleSet, listedBy: SourceList['by'] = 'source'): SourceList {
  const uses = new Map<string, SourceUse[]>();
  for (const { citation, use } of allUses(ruleSet)) {
    const id = sourceId(citation);
    uses.set(id, [...(uses.get(id) ?? []), { ...use, locator: locatorOf(citation) ?? null }]);
  }
  return {
    format: 'sources/1',
    program: { ...PROGRAM },
    ruleSet: { id: ruleSet.id, version: ruleSet.version, title: ruleSet.title, hash: ruleSet.hash },
    by: listedBy,
    sources: [...ruleSet.sources.values()].map(source => ({ ...source, uses: uses.get(source.id) ?? [] })),
    rules: ruleSet.rules.map(({ id, title, evidence, sources }) => ({
      rule: id,
      title,
      evidence,
      sources: [...sources]
        .sort(by(citation => citation))
        .map(citation => ({ source: sourceId(citation), locator: locatorOf(citation) ?? null })),
      onRecalledAlone: isOnRecalledAlone(sources, ruleSet.sources),
    })),
  };
}

interface Cited {
  citation: string;
  use: Omit<SourceUse, 'locator'>;
}

function allUses({ rules, facts, options, perspectives }: RuleSet): Cited[] {
  const of = (
    kind: SourceUse['kind'],
    { id, title }: { id: string; title: string },
    citations: readonly string[],
    criterion: string | null = null,
  ): Cited[] =>
    [...citations]
      .sort(by(citation => citation))
      .map(citation => ({ citation, use: { kind, id, title, criterion } }));
  return [
    ...rules.flatMap(rule => of('rule', rule, rule.sources)),
    ...[...facts.values()].flatMap(fact => of('fact', fact, fact.sources)),
    ...[...facts.values()].flatMap(fact =>
      fact.prior && fact.prior.source !== 'assumption' ? of('prior', fact, [fact.prior.source]) : [],
    ),
    ...[...options.values()].flatMap(option => of('option', option, option.sources)),
    ...[...perspectives.values()].flatMap(perspective => [
      ...of('perspective', perspective, perspective.sources),
      ...[...perspective.swings].flatMap(([criterion, { sources }]) =>
        of('swing', perspective, sources, criterion),
      ),
    ]),
  ];
}
