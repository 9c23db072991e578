// Generated from schemas/ by `npm run generate`. Do not edit.

/**
 * An id: lower-case letters, digits and hyphens, starting with a letter.
 */
export type CommonId = string;
/**
 * A few words on one line: a capital first, no full stop at the end.
 */
export type CommonTitle = string;
/**
 * What is known of a fact: a value, or the word `unknown`; or a map that also says how sure this is, and from where.
 */
export type AuthoredStatement =
  | string
  | number
  | boolean
  | {
      value?: CommonValue;
      /**
       * How sure the coder is of a level. Below `high`, by the rule set's shares, the levels next to it become possible too. On a number it is shown and changes nothing. Left out: the value is taken as certain.
       */
      confidence?: 'high' | 'medium' | 'low';
      /**
       * How likely the value is, in the words of the likelihood scale that the rule set names. `phia`: remote chance, highly unlikely, unlikely, realistic possibility, likely or probable, highly likely, almost certain. `icd-203`: almost no chance or remote, very unlikely or highly improbable, unlikely or improbable, roughly even chance or roughly even odds, likely or probable, very likely or highly probable, almost certain or nearly certain. Not for numbers: use `between`. Left out: the value is taken as certain, unless `confidence` says otherwise.
       */
      likelihood?: string;
      probabilities?: CommonProbabilities;
      between?: CommonBetween;
      likely?: CommonLikely;
      shape?: CommonShape;
      /**
       * Where it is from: the id of a source of the scenario or of the rule set, with the place in it after `#`, or a list of these. Left out: nobody can check it.
       */
      source?: string | CommonCitation[];
      note?: CommonText;
    };
/**
 * A value of a fact: one of its levels, a number inside its range, or true or false.
 */
export type CommonValue = string | number | boolean;
/**
 * A share from 0 (none) to 1 (all).
 */
export type CommonShare = number;
/**
 * The lowest and the highest number that it can be, in the unit of the fact.
 */
export type CommonBetween = number[];
/**
 * The most likely number of those that `between` allows: the best estimate. Left out: every number between is equally likely, and there is no best estimate.
 */
export type CommonLikely = number;
/**
 * How probability falls away from `likely`: `pert` for the smooth PERT curve, which trusts the best estimate more. Left out: in straight lines, as a triangle.
 */
export type CommonShape = 'pert';
/**
 * The id of a source, and where it helps the place in it after `#`.
 */
export type CommonCitation = string;
/**
 * One or more sentences, up to 2,000 characters.
 */
export type CommonText = string;
/**
 * Some ids, each once.
 */
export type CaseIds = CommonId[];
/**
 * Sources that bear this out, each by its id and where it helps the place in it after `#`.
 */
export type CommonCitations = CommonCitation[];
/**
 * A scenario: the text of a scenario file in YAML or JSON, or the same as an object. Its key `rule-set` is a name here and opens no file.
 */
export type RequestAppraiseScenario = string | {};
/**
 * Changes, each as `fact=value` with the value as it would stand in a scenario.
 */
export type RequestAppraiseSet = string[];
/**
 * A list of sentences, each on one thing.
 */
export type CommonSentences = CommonText[];
/**
 * A probability above 0.5 (as likely wrong as right) and up to 1 (certain).
 */
export type CommonSurety = number;
/**
 * A day, as year-month-day.
 */
export type CommonDay = string;
/**
 * The name of a column, as the table has it.
 */
export type TableMapColumn = string;
/**
 * Texts and numbers that stand for a missing value.
 */
export type TableMapMissing = (string | number)[];
/**
 * The name of a column whose values are those of the fact; or a column with how its values are read.
 */
export type AuthoredColumn =
  | string
  | {
      column: TableMapColumn;
      /**
       * The value of the fact for each value of the column, written as text. A value that is not among them does not fit.
       */
      values?: {
        [k: string]: CommonValue;
      };
      /**
       * For a column of numbers: the level below each cut point, from the lowest up; the last entry has no `below`.
       */
      'cut-points'?: AuthoredCut[];
      /**
       * What the numbers of the column are multiplied by, to have the unit of the fact or of the cut points. Left out: 1.
       */
      factor?: number;
      missing?: TableMapMissing;
    };

export interface Authored {
  'case.schema.json': CaseFile;
  'conditions.schema.json': ConditionsFile;
  'facts.schema.json': FactsFile;
  'options.schema.json': OptionsFile;
  'properties.schema.json': PropertiesFile;
  'record.schema.json': RecordFile;
  'request-appraise.schema.json': AppraiseRequest;
  'request-check.schema.json': CheckRequest;
  'request-flips.schema.json': FlipsRequest;
  'request-information.schema.json': InformationRequest;
  'request-robustness.schema.json': RobustnessRequest;
  'request-save.schema.json': SaveRequest;
  'rule-set.schema.json': RuleSetFile;
  'rules.schema.json': RulesFile;
  'scenario.schema.json': ScenarioFile;
  'table-map.schema.json': TableMapFile;
}
/**
 * Worked cases: situations with what is expected of the ranking.
 */
export interface CaseFile {
  /**
   * The cases, at least one.
   */
  cases: AuthoredCase[];
}
/**
 * One worked situation with what is expected of it.
 */
export interface AuthoredCase {
  id: CommonId;
  title: CommonTitle;
  /**
   * The scenario file, as a path relative to this file. Left out: `facts` are all that is known.
   */
  scenario?: string;
  perspective?: CommonId;
  facts?: CommonStatements;
  expect?: AuthoredExpectation;
  /**
   * What must come out by other perspectives, by their ids. Left out: nothing is asked of them.
   */
  'expect-by'?: {
    [k: string]: AuthoredExpectation;
  };
}
/**
 * What is known of each fact, by its id: a value, the word `unknown`, or the long form. A fact that is left out is unknown, which is never the same as false or none.
 */
export interface CommonStatements {
  [k: string]: AuthoredStatement;
}
/**
 * A probability for each value that is possible, from 0 to 1 and summing to 1. A value that is left out has probability 0. For true and false write the keys `true` and `false`.
 */
export interface CommonProbabilities {
  [k: string]: CommonShare;
}
/**
 * What must come out.
 */
export interface AuthoredExpectation {
  first?: CommonId;
  /**
   * Options that must be among the first few. Left out: none must.
   */
  'in-top'?: {
    /**
     * How many ranks count as the top: a whole number from 1.
     */
    count: number;
    /**
     * The options that must have at most that rank, in any order.
     */
    options: CommonId[];
  };
  /**
   * The options that gates must exclude, these and no others: `[]` when none may be. Left out: nothing is said of gates.
   */
  excluded?: CommonId[];
  'not-excluded'?: CaseIds;
  'ranked-above'?: CasePairs;
  'ranked-below'?: CasePairs;
  'beats-baseline'?: CaseIds;
  'score-at-least'?: CaseScores;
  'score-at-most'?: CaseScores;
  fires?: CaseIds;
  'does-not-fire'?: CaseIds;
  undetermined?: CaseIds;
}
/**
 * For an option some others.
 */
export interface CasePairs {
  [k: string]: CaseIds;
}
/**
 * For an option a score.
 */
export interface CaseScores {
  /**
   * Points.
   */
  [k: string]: number;
}
/**
 * Conditions with names of their own, and combinations of facts that cannot occur.
 */
export interface ConditionsFile {
  /**
   * Named conditions by id, for what several rules mean by the same words. Use one as `{ condition: id }`. Left out: there are none.
   */
  conditions?: {
    [k: string]: AuthoredNamedCondition;
  };
  /**
   * Combinations of facts that the codebook rules out. Analyses leave these situations out, and a scenario that states one is told so. Left out: every combination can occur.
   */
  impossible?: AuthoredImpossible[];
}
/**
 * One named condition.
 */
export interface AuthoredNamedCondition {
  title: CommonTitle;
  when: AuthoredCondition;
}
/**
 * A condition over facts: exactly one of `all`, `any`, `not`, `condition`, or a comparison with `fact`, `operator` and `value`. It is open, neither true nor false, where a fact that matters is unknown.
 */
export interface AuthoredCondition {
  /**
   * Holds when every one of these conditions holds.
   */
  all?: AuthoredCondition[];
  /**
   * Holds when at least one of these conditions holds.
   */
  any?: AuthoredCondition[];
  not?: AuthoredCondition;
  condition?: CommonId;
  fact?: CommonId;
  /**
   * How to compare the fact with `value`. `in` and `notIn` take a list. `atLeast`, `atMost` (both include the value), `above` and `below` (both leave it out) need ordered levels or numbers.
   */
  operator?: 'equal' | 'notEqual' | 'in' | 'notIn' | 'atLeast' | 'atMost' | 'above' | 'below';
  /**
   * What to compare with: a level, a number or true or false, and for `in` and `notIn` a list of these.
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
   * The facts by id. Scenarios, conditions and reasons name a fact by that id.
   */
  facts: {
    [k: string]: AuthoredFact;
  };
}
/**
 * One stated thing about the situation. It has exactly one of `levels`, `values`, `range` and `boolean`.
 */
export interface AuthoredFact {
  title: CommonTitle;
  question: CommonText;
  theme?: CommonTitle;
  /**
   * Its levels in order, from low to high. The word `unknown` cannot be one.
   */
  levels?: CommonId[];
  /**
   * Its values where they have no order. The word `unknown` cannot be one.
   */
  values?: CommonId[];
  /**
   * For a number: the lowest and the highest that it can be, in the unit that `unit` names.
   */
  range?: number[];
  unit?: CommonTitle;
  /**
   * Write `boolean: true` for a fact that is true or false.
   */
  boolean?: true;
  /**
   * When each level applies, so that two analysts code the same situation alike: for every level or value, for `true` and `false`, or for some numbers of a range (in quotes). Left out: the names must speak for themselves.
   */
  anchors?: {
    [k: string]: CommonText;
  };
  /**
   * A real situation, dated, in which each level applied, so that an analyst has something to compare with; for some numbers of a range too. Say where one is only recalled. Left out: the anchors must do.
   */
  examples?: {
    [k: string]: CommonText;
  };
  'look-up'?: CommonText;
  'in-doubt'?: CommonText;
  prior?: AuthoredPrior;
  neutral?: CommonValue;
  /**
   * What the question what would change the ranking may do to this fact: change it in any way, move it `up` or `down` only, or not at all (`no`). Left out: `any`.
   */
  change?: 'any' | 'up' | 'down' | 'no';
  sources?: CommonCitations;
  /**
   * For a fact that follows from others: its values in order of precedence. The first entry whose `when` holds gives the value; the last entry has no `when`. Left out: analysts state the fact.
   */
  derive?: AuthoredDerivation[];
}
/**
 * What is believed of it where a scenario does not know it. Analyses of probability use it; scores never do. Left out: all levels are equally likely, and a number stops such an analysis. A derived fact has none.
 */
export interface AuthoredPrior {
  probabilities?: CommonProbabilities;
  between?: CommonBetween;
  likely?: CommonLikely;
  shape?: CommonShape;
  source: CommonCitation;
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
   * The options by id, the baseline among them. Rules and scenarios name an option by that id.
   */
  options: {
    [k: string]: AuthoredOption;
  };
}
/**
 * One policy option.
 */
export interface AuthoredOption {
  title: CommonTitle;
  description: CommonText;
  family?: CommonId;
  sources?: CommonCitations;
}
/**
 * What must hold of a rule set in every possible situation.
 */
export interface PropertiesFile {
  /**
   * The properties, at least one.
   */
  properties: AuthoredProperty[];
}
/**
 * One statement about every possible situation, of exactly one kind: `always`, `never`, `implies`, `monotone`, `invariant`, `bounded`, `symmetric` or `reachable`.
 */
export interface AuthoredProperty {
  id: CommonId;
  title: CommonTitle;
  because: CommonText;
  when?: AuthoredCondition;
  /**
   * The perspectives by which options are scored. Left out: each of the rule set's, unless `any-weights` is there; for `reachable` one of them is enough.
   */
  by?: CommonId[];
  /**
   * It must hold whatever the weights of the criteria are; for `reachable`: with some. Left out: by perspectives.
   */
  'any-weights'?: true;
  exception?: CommonText;
  always?: AuthoredStanding;
  never?: AuthoredStanding;
  implies?: AuthoredImplication;
  monotone?: AuthoredMonotony;
  invariant?: AuthoredInvariance;
  bounded?: AuthoredBounds;
  symmetric?: AuthoredSymmetry;
  reachable?: AuthoredReach;
}
/**
 * How an option stands: one of `first`, `in-top`, `excluded`, `above-baseline` and `above`.
 */
export interface AuthoredStanding {
  option: CommonId;
  /**
   * Rank at most 1, ties included. Left out: another of these is meant.
   */
  first?: true;
  /**
   * At most this rank, ties included. Left out: another of these is meant.
   */
  'in-top'?: number;
  /**
   * A gate excludes it. Left out: another of these is meant.
   */
  excluded?: true;
  /**
   * It is ranked and scores above the baseline. Left out: another of these is meant.
   */
  'above-baseline'?: true;
  above?: CommonId;
}
/**
 * Whenever one option stands in one way, an option stands in another. Left out: another kind of property is meant.
 */
export interface AuthoredImplication {
  if: AuthoredStanding;
  then: AuthoredStanding;
}
/**
 * As a fact rises and all others that are stated stay, an option never falls, or never rises. Left out: another kind of property is meant.
 */
export interface AuthoredMonotony {
  fact: CommonId;
  option: CommonId;
  /**
   * What must not happen to it.
   */
  never: 'falls' | 'rises';
  criterion?: CommonId;
  against?: CommonId;
}
/**
 * An option does not depend on a fact. Left out: another kind of property is meant.
 */
export interface AuthoredInvariance {
  fact: CommonId;
  option: CommonId;
  criterion?: CommonId;
}
/**
 * The points of an option on a criterion add up to no less and no more than this, before they are cut off at 100 either way. Left out: another kind of property is meant.
 */
export interface AuthoredBounds {
  option: CommonId;
  criterion: CommonId;
  /**
   * The least sum of points.
   */
  from: number;
  /**
   * The greatest sum of points.
   */
  to: number;
}
/**
 * Two options always have the same score; with `swapping`, the one has what the other has where these facts trade their values. Left out: another kind of property is meant.
 */
export interface AuthoredSymmetry {
  /**
   * The two options.
   */
  options: CommonId[];
  /**
   * Pairs of facts with the same levels or values that trade them. Left out: none do.
   */
  swapping?: CommonId[][];
}
/**
 * There is a situation in which an option leads strictly. Expected of every option, stated or not. Left out: another kind of property is meant.
 */
export interface AuthoredReach {
  option: CommonId;
}
/**
 * What was done in a situation on record, and what followed, as judged by hand. A file named `….record.yaml` beside its scenario.
 */
export interface RecordFile {
  /**
   * The scenario file of the situation, as a path relative to this file.
   */
  scenario: string;
  perspective: CommonId;
  'perspective-because': CommonText;
  /**
   * Whether those who wrote the rules looked at how this case ranks while they wrote.
   */
  'seen-while-writing': boolean;
  'seen-note': CommonText;
  demand: CommonText;
  /**
   * What was done, at least one option.
   */
  done: AuthoredMeasure[];
  followed: AuthoredAftermath;
  reasons: AuthoredFit;
  sources?: CommonSources;
}
/**
 * One option that was taken, and how it is judged.
 */
export interface AuthoredMeasure {
  option: CommonId;
  by: CommonText;
  /**
   * When it began: a year, a month or a day.
   */
  from: string | number;
  what: CommonText;
  /**
   * Whether within five years it brought about most of what it was for, a part, hardly any of it, or the opposite, and a source puts that down to it at least in part; or that cannot be said.
   */
  judgement: 'worked' | 'partly' | 'did-not-work' | 'backfired' | 'unclear';
  because: CommonText;
  /**
   * Where that comes from, at least one source; each says by `checked` whether it was read or is recalled.
   */
  sources: CommonCitation[];
}
/**
 * What came after, which is no claim about what caused it.
 */
export interface AuthoredAftermath {
  what: CommonText;
  sources: CommonCitations;
}
/**
 * Whether what followed fits the reasons that the rules give in this situation: judged by hand, not computed.
 */
export interface AuthoredFit {
  /**
   * Whether it fits: in what matters; in part; or what followed speaks against them.
   */
  fit: 'fits' | 'partly' | 'against' | 'open';
  because: CommonText;
  sources: CommonCitations;
}
/**
 * Sources by id, to be cited by that id. An id names author and year, or body, topic and year.
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
  /**
   * Who wrote it, one by one. A person as family name, comma, given name; a body, or whoever has a single name, without a comma. `others` as the last where there are more. Left out: none is named.
   *
   * Items: An author: a person as family name, comma, given name; a body, or whoever has a single name, without a comma.
   */
  authors?: string[];
  /**
   * When it was published: a year, a month or a day. Left out: undated.
   */
  date?: string | number;
  container?: CommonText;
  /**
   * A web address at which it can be read. Left out: none is known.
   */
  url?: string;
  /**
   * Its digital object identifier, without the address of a resolver before it. Left out: it has none.
   */
  doi?: string;
  /**
   * `read` if somebody read it, or an abstract of it, for this; `recalled` if it is cited from memory and must still be checked. Left out: nobody says.
   */
  checked?: 'read' | 'recalled';
  note?: CommonText;
}
/**
 * The body of `POST /v1/appraise`: one situation to appraise.
 */
export interface AppraiseRequest {
  ruleSet?: CommonId;
  scenario: RequestAppraiseScenario;
  set?: RequestAppraiseSet;
  perspective?: CommonId;
  weights?: RequestAppraiseWeights;
  /**
   * Whether to add what the analyses say in a line each: how often the leader comes first, the nearest flip, what to find out. It takes about as long again.
   */
  outlook?: boolean;
}
/**
 * Shares from 0 to 1 by criterion.
 */
export interface RequestAppraiseWeights {
  [k: string]: number;
}
/**
 * The body of `POST /v1/check`: a scenario to check against a rule set that the server holds, or the files of a rule set to check by itself.
 */
export interface CheckRequest {
  ruleSet?: CommonId;
  scenario?: RequestAppraiseScenario;
  /**
   * The texts of the files of a rule set, by their paths in its folder. Nothing is written or read.
   */
  files?: {
    [k: string]: string;
  };
}
/**
 * The body of `POST /v1/flips`: the smallest changes of facts and weights after which another option leads.
 */
export interface FlipsRequest {
  ruleSet?: CommonId;
  scenario: RequestAppraiseScenario;
  set?: RequestAppraiseSet;
  perspective?: CommonId;
  weights?: RequestAppraiseWeights;
  to?: CommonId;
  /**
   * How many facts may change at once; 0 looks at weights alone.
   */
  maxFacts?: number;
  /**
   * How many changes to give.
   */
  most?: number;
}
/**
 * The body of `POST /v1/information`: which facts are worth finding out.
 */
export interface InformationRequest {
  ruleSet?: CommonId;
  scenario: RequestAppraiseScenario;
  set?: RequestAppraiseSet;
  perspective?: CommonId;
  weights?: RequestAppraiseWeights;
  /**
   * Whether to look at pairs of facts as well.
   */
  pairs?: boolean;
  /**
   * What the draws start from, where situations are drawn: the same seed gives the same bytes.
   */
  seed?: number;
  /**
   * How many situations to draw where there are too many to go through, in lots of 4,093, two lots at least.
   */
  draws?: number;
}
/**
 * The body of `POST /v1/robustness`: how often each option comes first over all that is held possible.
 */
export interface RobustnessRequest {
  ruleSet?: CommonId;
  scenario: RequestAppraiseScenario;
  set?: RequestAppraiseSet;
  perspective?: CommonId;
  weights?: RequestAppraiseWeights;
  /**
   * Whether the facts are uncertain as the scenario has them. True unless it is said.
   */
  facts?: boolean;
  /**
   * What is known of the weights: they are near those given, only their order is known, or nothing. Left out: they are as given.
   */
  uncertainWeights?: 'near' | 'order' | 'any';
  /**
   * How near with `near`, from 1: the higher, the nearer.
   */
  concentration?: number;
  /**
   * Whether points are uncertain, by the strength of their evidence.
   */
  evidence?: boolean;
  /**
   * What the draws start from, where situations are drawn: the same seed gives the same bytes.
   */
  seed?: number;
  /**
   * How many situations to draw where there are too many to go through, in lots of 4,093, two lots at least.
   */
  draws?: number;
}
/**
 * The body of `PUT /workbench/{key}/scenario`, by which the workbench saves a scenario.
 */
export interface SaveRequest {
  /**
   * The text of the scenario file as it is to be.
   */
  text: string;
  /**
   * The version of the file that was opened, as the page was told: a file that has another by now is left alone.
   */
  version: string;
}
/**
 * The head of a rule set: what it is about, its criteria, perspectives, sources and assumptions.
 */
export interface RuleSetFile {
  id: CommonId;
  /**
   * Its version as three numbers, in quotes. Raise it whenever a change can move a ranking.
   */
  version: string;
  title: CommonTitle;
  summary: CommonText;
  baseline: CommonId;
  /**
   * The published scale that words of likelihood in scenarios refer to: `phia` for the yardstick of the UK's Professional Head of Intelligence Assessment, `icd-203` for the ladder of US Intelligence Community Directive 203. Left out: `phia`.
   */
  'likelihood-scale'?: 'phia' | 'icd-203';
  'points-scale': CommonScale;
  /**
   * How far a rule's points may be off, as a share of them, by the strength of its evidence. With 0.4, a rule of 20 points may be worth anything from 12 to 28.
   */
  evidence: {
    strong: CommonShare;
    moderate: CommonShare;
    weak: CommonShare;
  };
  'evidence-means'?: AuthoredEvidenceMeanings;
  limits?: AuthoredLimits;
  /**
   * The probability that a coded value is right, by the confidence that its coder states; above 0.5 each. The rest goes to the neighbouring levels.
   */
  confidence: {
    high: CommonSurety;
    medium: CommonSurety;
    low: CommonSurety;
  };
  /**
   * The objectives that options are judged on, by id. On each of them up is better, so none is named for a cost.
   */
  criteria: {
    [k: string]: AuthoredCriterion;
  };
  /**
   * Named sets of weights, by id: whose priorities options are judged by, not who acts.
   */
  perspectives: {
    [k: string]: AuthoredPerspective;
  };
  sources: CommonSources;
}
/**
 * What numbers of points mean in words, each number with its meaning, so that two authors give alike points.
 */
export interface CommonScale {
  [k: string]: CommonText;
}
/**
 * What makes the evidence of a rule strong, moderate or weak, in words, so that two authors grade alike. Left out: the words must speak for themselves.
 */
export interface AuthoredEvidenceMeanings {
  strong: CommonText;
  moderate: CommonText;
  weak: CommonText;
}
/**
 * What a reader must not expect of the rule set, in sentences. Left out: nothing is said about it.
 */
export interface AuthoredLimits {
  'not-covered'?: CommonSentences;
  literature?: CommonSentences;
  next?: CommonSentences;
}
/**
 * One objective.
 */
export interface AuthoredCriterion {
  title: CommonTitle;
  description: CommonText;
  scale?: CommonScale;
  thresholds?: AuthoredThresholds;
}
/**
 * How far apart two options must be on this criterion to count, for the check by PROMETHEE II. Left out: that check cannot be made.
 */
export interface AuthoredThresholds {
  /**
   * Up to this difference in points neither option is preferred.
   */
  indifference: number;
  /**
   * From this difference in points on the better option is wholly preferred; in between partly, in a straight line.
   */
  preference: number;
}
/**
 * One set of weights with its reasons.
 */
export interface AuthoredPerspective {
  title: CommonTitle;
  because: CommonText;
  /**
   * What the weights follow from, by the id of every criterion: which swing from worst to best matters most to them, and how much each of the others does beside it. Left out: `weights` are stated without reasons of their own.
   */
  swings?: {
    [k: string]: AuthoredSwing;
  };
  weights?: CommonWeights;
  sources?: CommonCitations;
}
/**
 * How much the swing of one criterion matters to them, and why.
 */
export interface AuthoredSwing {
  /**
   * How much it matters, from 0 (not at all) to 100 (as much as the swing that matters most). At least one criterion has 100.
   */
  share: number;
  because: CommonText;
  /**
   * Sources that bear out that they see it so, each by its id and where it helps the place in it after `#`; or the word `assumption`, where it is a judgement of the authors.
   */
  sources: string | CommonCitation[];
}
/**
 * A swing weight for every criterion: how much its swing from worst to best matters against the others. Any numbers from 0 up, not all 0; they are scaled to sum to 1.
 */
export interface CommonWeights {
  [k: string]: number;
}
/**
 * Rules on one theme.
 */
export interface RulesFile {
  title?: CommonTitle;
  /**
   * The rules. Their order means nothing.
   */
  rules: AuthoredRule[];
}
/**
 * A condition over facts and the effects it has when it holds.
 */
export interface AuthoredRule {
  id: CommonId;
  title: CommonTitle;
  when: AuthoredCondition;
  /**
   * What the rule does when it fires: points or exclusions, at least one.
   */
  then: AuthoredEffect[];
  because: CommonText;
  /**
   * How strong the evidence for it is. The rule set says under `evidence` how far points may be off at each strength.
   */
  evidence: 'strong' | 'moderate' | 'weak';
  /**
   * Where it comes from: at least one source of the rule set by id, with the place in it after `#`.
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
   * Instead of `option`: several options for which the effect is the same.
   */
  options?: CommonId[];
  criterion?: CommonId;
  /**
   * A whole number from -100 to 100, not 0, on the scale that the rule set states in words: how much better or worse than the baseline.
   */
  points?: number;
  /**
   * Instead of points, write `exclude: true` to rule the option out altogether: it is not ranked, and is listed with the reason.
   */
  exclude?: true;
}
/**
 * What is believed about one situation.
 */
export interface ScenarioFile {
  id: CommonId;
  title: CommonTitle;
  summary?: CommonText;
  /**
   * The folder of the rule set that it is written for, as a path relative to this file.
   */
  'rule-set': string;
  'as-of': CommonDay;
  perspective?: CommonId;
  weights?: CommonWeights;
  /**
   * Options not to rank, by id, each with the reason that is printed. Left out: all options are ranked.
   */
  'leave-out'?: {
    [k: string]: CommonText;
  };
  note?: CommonText;
  sources?: CommonSources;
  facts: CommonStatements;
}
/**
 * How the columns of a table become facts, one situation a row. A file named `….map.yaml`.
 */
export interface TableMapFile {
  /**
   * The folder of the rule set, as a path relative to this file.
   */
  'rule-set': string;
  id?: TableMapColumn;
  /**
   * Further columns that stand in the results as they are. Left out: all from which no fact is read.
   */
  carry?: TableMapColumn[];
  missing?: TableMapMissing;
  /**
   * By fact, where its value comes from. A fact that is not among them is as the base scenario has it, else unknown.
   */
  columns: {
    [k: string]: AuthoredColumn;
  };
}
/**
 * One entry of the cut points.
 */
export interface AuthoredCut {
  /**
   * Numbers below this have the level, but for those that an entry before it has. Left out: all others have it.
   */
  below?: number;
  level: CommonValue;
}
