import type { Manifest } from './appraisal.js';
import type { Evidence, Source } from './rule-set.js';

/** The sources of a rule set, and what rests on each: plain data. */
export interface SourceList {
  format: 'sources/1';
  program: Manifest['program'];
  ruleSet: Manifest['ruleSet'];
  /** How a report lists them. */
  by: 'source' | 'rule';
  /** In order of id. */
  sources: ListedSource[];
  /** Every rule with the sources that it stands on, in order of id. */
  rules: RuleOnSources[];
}

/** A source with everything that cites it. */
export interface ListedSource extends Source {
  uses: SourceUse[];
}

/** One use of a source: by what, and the place in the source where that is found. */
export interface SourceUse {
  kind: 'rule' | 'fact' | 'prior' | 'option' | 'perspective' | 'swing';
  /** The id of the rule, fact, option or perspective. */
  id: string;
  title: string;
  /** The criterion, of a swing. */
  criterion: string | null;
  locator: string | null;
}

/** A rule and what it stands on. */
export interface RuleOnSources {
  rule: string;
  title: string;
  evidence: Evidence;
  sources: { source: string; locator: string | null }[];
  /** Whether nobody has read any of its sources. */
  onRecalledAlone: boolean;
}
