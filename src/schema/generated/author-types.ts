// Generated from schemas/ by `npm run generate`. Do not edit.

/**
 * An id: lower-case letters, digits and hyphens, starting with a letter.
 */
export type CommonId = string;
/**
 * A text of up to 4,000 characters.
 */
export type CommonText = string;
/**
 * A value of a fact: a level or other word, a number, or true or false.
 */
export type CommonValue = string | number | boolean;
/**
 * A share between 0 and 1.
 */
export type CommonShare = number;
/**
 * The lowest and the highest value that the number can have.
 */
export type CommonBetween = number[];
/**
 * The most likely value of a number given as `between`.
 */
export type CommonLikely = number;
/**
 * How probability is spread over `between`: triangular around `likely`, or `pert` for a smoother curve around it.
 */
export type CommonShape = 'pert';
/**
 * The id of a source, with a place in it after `#` where that helps.
 */
export type CommonCitation = string;
/**
 * Sources that bear this out.
 */
export type CommonCitations = CommonCitation[];
/**
 * What is known of a fact: a value or `unknown`, or a map that also says how sure, and from where.
 */
export type AuthoredStatement =
  | string
  | number
  | boolean
  | {
      value?: CommonValue;
      /**
       * How sure the coder is. Below high, neighbouring levels become possible.
       */
      confidence?: 'high' | 'medium' | 'low';
      /**
       * How likely the value is, in the words of the rule set's scale. PHIA: remote chance, highly unlikely, unlikely, realistic possibility, likely, highly likely, almost certain. ICD 203: almost no chance, very unlikely, unlikely, roughly even chance, likely, very likely, almost certain.
       */
      likelihood?: string;
      probabilities?: CommonProbabilities;
      between?: CommonBetween;
      likely?: CommonLikely;
      shape?: CommonShape;
      /**
       * Where it is from: one source or a list.
       */
      source?: string | CommonCitation[];
      note?: CommonText;
    };

export interface Authored {
  'case.schema.json': CaseFile;
  'conditions.schema.json': ConditionsFile;
  'facts.schema.json': FactsFile;
  'options.schema.json': OptionsFile;
  'rule-set.schema.json': RuleSetFile;
  'rules.schema.json': RulesFile;
  'scenario.schema.json': ScenarioFile;
}
/**
 * Worked cases: situations with what is expected of the ranking.
 */
export interface CaseFile {
  /**
   * The cases.
   */
  cases: AuthoredCase[];
}
/**
 * One case.
 */
export interface AuthoredCase {
  id: CommonId;
  title: CommonText;
  /**
   * The scenario file, relative to this file.
   */
  scenario: string;
  perspective?: CommonId;
  expect: AuthoredExpectation;
}
/**
 * What must come out.
 */
export interface AuthoredExpectation {
  first?: CommonId;
  /**
   * Options that are among the first so many.
   */
  'in-top'?: {
    /**
     * How many count as the top.
     */
    count: number;
    /**
     * Options with at most that rank.
     */
    options: CommonId[];
  };
  /**
   * Options that a gate excludes.
   */
  excluded?: CommonId[];
}
/**
 * Conditions with names of their own, and combinations of facts that cannot occur.
 */
export interface ConditionsFile {
  /**
   * Named conditions by id, used as `{ condition: id }`.
   */
  conditions?: {
    [k: string]: AuthoredNamedCondition;
  };
  /**
   * Combinations of facts that the codebook rules out.
   */
  impossible?: AuthoredImpossible[];
}
/**
 * One named condition.
 */
export interface AuthoredNamedCondition {
  title: CommonText;
  when: AuthoredCondition;
}
/**
 * A condition over facts: exactly one of `all`, `any`, `not`, `condition`, or a comparison with `fact`, `operator` and `value`.
 */
export interface AuthoredCondition {
  /**
   * Every one of these holds.
   */
  all?: AuthoredCondition[];
  /**
   * At least one of these holds.
   */
  any?: AuthoredCondition[];
  not?: AuthoredCondition;
  condition?: CommonId;
  fact?: CommonId;
  /**
   * How to compare. `atLeast`, `atMost`, `above` and `below` need levels or numbers.
   */
  operator?: 'equal' | 'notEqual' | 'in' | 'notIn' | 'atLeast' | 'atMost' | 'above' | 'below';
  /**
   * What to compare with: one value, or for `in` and `notIn` a list.
   */
  value?: string | number | boolean | CommonValue[];
}
/**
 * One combination.
 */
export interface AuthoredImpossible {
  id: CommonId;
  because: CommonText;
  when: AuthoredCondition;
}
/**
 * The codebook: every fact that a scenario can state, with what its levels mean.
 */
export interface FactsFile {
  /**
   * Facts by id.
   */
  facts: {
    [k: string]: AuthoredFact;
  };
}
/**
 * One stated thing about the situation. Its type is exactly one of `levels`, `values`, `range` and `boolean`.
 */
export interface AuthoredFact {
  title: CommonText;
  question: CommonText;
  theme?: CommonText;
  /**
   * Ordered levels, from low to high.
   */
  levels?: CommonId[];
  /**
   * Values without an order.
   */
  values?: CommonId[];
  /**
   * The lowest and the highest number that it can be.
   */
  range?: number[];
  unit?: CommonText;
  /**
   * Write `boolean: true` for a fact that is true or false.
   */
  boolean?: true;
  /**
   * When each level applies, so that two analysts code alike.
   */
  anchors?: {
    [k: string]: CommonText;
  };
  'look-up'?: CommonText;
  'in-doubt'?: CommonText;
  prior?: AuthoredPrior;
  neutral?: CommonValue;
  /**
   * What a counterfactual may do to it. Left out: any.
   */
  change?: 'any' | 'up' | 'down' | 'no';
  sources?: CommonCitations;
  /**
   * For a fact that follows from others: its values in order, the first that holds. The last has no `when`.
   */
  derive?: AuthoredDerivation[];
}
/**
 * What is believed of it while it is unknown. Used by analyses only, never for scores.
 */
export interface AuthoredPrior {
  probabilities?: CommonProbabilities;
  between?: CommonBetween;
  likely?: CommonLikely;
  shape?: CommonShape;
  source: CommonCitation;
}
/**
 * A probability for each value that is possible, summing to 1.
 */
export interface CommonProbabilities {
  [k: string]: CommonShare;
}
/**
 * One value and when it holds.
 */
export interface AuthoredDerivation {
  value: CommonValue;
  when?: AuthoredCondition;
}
/**
 * The policy options that a rule set ranks.
 */
export interface OptionsFile {
  /**
   * Options by id.
   */
  options: {
    [k: string]: AuthoredOption;
  };
}
/**
 * One policy option.
 */
export interface AuthoredOption {
  title: CommonText;
  description: CommonText;
  family?: CommonId;
  sources?: CommonCitations;
}
/**
 * The head of a rule set: what it is about, its criteria, perspectives, sources and assumptions.
 */
export interface RuleSetFile {
  id: CommonId;
  /**
   * Its version, in three numbers. Raise it when a change can move a ranking.
   */
  version: string;
  title: CommonText;
  summary: CommonText;
  baseline: CommonId;
  /**
   * The published scale that words of likelihood refer to: the UK's PHIA probability yardstick, or the US ICD 203 ladder. Left out: phia.
   */
  'likelihood-scale'?: 'phia' | 'icd-203';
  'points-scale': CommonScale;
  /**
   * How far a rule's points may be off, as a share of them, by the strength of its evidence.
   */
  evidence: {
    strong: CommonShare;
    moderate: CommonShare;
    weak: CommonShare;
  };
  /**
   * The probability that a coded value is right, by the confidence its coder states. Above 0.5.
   */
  confidence: {
    /**
     * Probability at high confidence.
     */
    high: number;
    /**
     * Probability at medium confidence.
     */
    medium: number;
    /**
     * Probability at low confidence.
     */
    low: number;
  };
  /**
   * The objectives that options are judged on, by id. On each of them up is better.
   */
  criteria: {
    [k: string]: AuthoredCriterion;
  };
  /**
   * Named sets of weights, by id: whose priorities options are judged by.
   */
  perspectives: {
    [k: string]: AuthoredPerspective;
  };
  sources: CommonSources;
}
/**
 * What a number of points means in words, so that two authors give alike points.
 */
export interface CommonScale {
  [k: string]: CommonText;
}
/**
 * One objective.
 */
export interface AuthoredCriterion {
  title: CommonText;
  description: CommonText;
  scale?: CommonScale;
}
/**
 * One set of weights with its reasons.
 */
export interface AuthoredPerspective {
  title: CommonText;
  because: CommonText;
  weights: CommonWeights;
  /**
   * Why this weight, criterion by criterion.
   */
  reasons?: {
    [k: string]: CommonText;
  };
  sources?: CommonCitations;
}
/**
 * A swing weight for every criterion: how much its swing from worst to best matters. Any numbers from 0 up; they are scaled to sum to 1.
 */
export interface CommonWeights {
  [k: string]: number;
}
/**
 * Sources by id, to be cited anywhere in the rule set or scenario.
 */
export interface CommonSources {
  [k: string]: AuthoredSource;
}
/**
 * Where a claim comes from.
 */
export interface AuthoredSource {
  title: CommonText;
  /**
   * What it is.
   */
  kind:
    | 'article'
    | 'book'
    | 'chapter'
    | 'journal-article'
    | 'working-paper'
    | 'thesis'
    | 'report'
    | 'news'
    | 'web-page'
    | 'official-record'
    | 'legal-document'
    | 'press-release'
    | 'dataset'
    | 'statement';
  author?: CommonText;
  /**
   * When it was published: a year, a month or a day.
   */
  date?: string | number;
  container?: CommonText;
  /**
   * An address at which it can be read.
   */
  url?: string;
  /**
   * Its digital object identifier.
   */
  doi?: string;
  /**
   * Whether somebody read it, or an abstract of it, or cites it from memory.
   */
  checked?: 'read' | 'recalled';
  note?: CommonText;
}
/**
 * Rules on one theme.
 */
export interface RulesFile {
  title?: CommonText;
  /**
   * The rules.
   */
  rules: AuthoredRule[];
}
/**
 * A condition over facts and the effects it has when it holds.
 */
export interface AuthoredRule {
  id: CommonId;
  title: CommonText;
  when: AuthoredCondition;
  /**
   * What it does then.
   */
  then: AuthoredEffect[];
  because: CommonText;
  /**
   * How strong the evidence is.
   */
  evidence: 'strong' | 'moderate' | 'weak';
  /**
   * Where it comes from: at least one.
   */
  sources: CommonCitation[];
  note?: CommonText;
}
/**
 * Points for one or several options on a criterion, or their exclusion.
 */
export interface AuthoredEffect {
  option?: CommonId;
  /**
   * Several options that the effect is the same for.
   */
  options?: CommonId[];
  criterion?: CommonId;
  /**
   * A whole number from -100 to 100, not 0, on the scale of the rule set.
   */
  points?: number;
  /**
   * Write `exclude: true` to rule the option out altogether.
   */
  exclude?: true;
}
/**
 * What is believed about one situation.
 */
export interface ScenarioFile {
  id: CommonId;
  title: CommonText;
  summary?: CommonText;
  /**
   * The folder of its rule set, relative to this file.
   */
  'rule-set': string;
  /**
   * The day that the facts are coded for.
   */
  'as-of': string;
  perspective?: CommonId;
  weights?: CommonWeights;
  /**
   * Options not to rank, each with the reason.
   */
  'leave-out'?: {
    [k: string]: CommonText;
  };
  note?: CommonText;
  sources?: CommonSources;
  /**
   * Facts by id: a value, the word `unknown`, or the long form.
   */
  facts: {
    [k: string]: AuthoredStatement;
  };
}
