import { canonicalJson } from '../model/canonical.js';
import { byId } from '../model/order.js';
import type { RuleSet, Source } from '../model/rule-set.js';
import type { AuthoredSource } from '../schema/generated/author-types.js';
import type { Coding } from './coding.js';

/** The sources of all codings, and under which id a pool has that which a coder cites. */
export interface PooledSources {
  sources: Record<string, AuthoredSource>;
  citationOf: (coder: string, citation: string) => string;
}

/** Joins the sources of some codings. Where two use one id for different sources, the later is numbered. */
export function pooledSources(codings: readonly Coding[], ruleSet: RuleSet): PooledSources {
  const sources: Record<string, AuthoredSource> = {};
  const renamed = new Map<string, string>();
  for (const { coder, scenario } of codings) {
    for (const [id, source] of scenario.sources) {
      const own = authored(source);
      const free = freeId(id, sources, own, ruleSet);
      sources[free] = own;
      renamed.set(`${coder}\n${id}`, free);
    }
  }
  return {
    sources: Object.fromEntries(Object.entries(sources).sort(([a], [b]) => byId(a, b))),
    citationOf: (coder, citation) => {
      const [id, ...locator] = citation.split('#');
      return [renamed.get(`${coder}\n${id}`) ?? id, ...locator].join('#');
    },
  };
}

function freeId(
  id: string,
  taken: Readonly<Record<string, AuthoredSource>>,
  own: AuthoredSource,
  ruleSet: RuleSet,
): string {
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? id : `${id}-${n}`;
    if (ruleSet.sources.has(candidate)) continue;
    const there = taken[candidate];
    if (there === undefined || canonicalJson(there) === canonicalJson(own)) return candidate;
  }
}

/** A source as a file states it: without the id, which is its key, and with its title first. */
function authored({ id: _, title, ...source }: Source): AuthoredSource {
  return { title, ...source } as AuthoredSource;
}
