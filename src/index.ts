// The main path

export { type AgreeOptions, agree } from './analysis/agree.js';
export { backtest, type Recorded } from './analysis/backtest.js';
export type { CodedSituation, Coding } from './analysis/coding.js';
export { compare } from './analysis/compare.js';
export { type FlipOptions, flips } from './analysis/flips.js';
export { type InformationOptions, information } from './analysis/information.js';
export { outlook } from './analysis/outlook.js';
export type { NoSituations, SituationOptions, Uncertainties } from './analysis/over-situations.js';
export type { Watching } from './analysis/pace.js';
export { comparePerspectives } from './analysis/perspectives.js';
export { type PoolOptions, pool } from './analysis/pool.js';
export type { Unknowns } from './analysis/pool-fact.js';
export { type ReportPart, type ReportRequest, report } from './analysis/report.js';
export { robustness } from './analysis/robustness.js';
export { sensitivity } from './analysis/sensitivity.js';
export { listSources } from './analysis/sources.js';
export { type AppraiseOptions, appraise } from './appraise.js';
export { type AuditOptions, audit } from './audits/audit.js';
export type { Code, Severity } from './diagnostics/codes.js';
export type { Diagnostic, Place } from './diagnostics/diagnostic.js';
export {
  type LoadedRuleSet,
  type LoadedScenario,
  type LoadedTableMap,
  loadRuleSet,
  loadScenario,
  loadTableMap,
} from './load.js';
export type { Property } from './model/property.js';
export { type MutateOptions, mutate } from './mutation/mutate.js';
export { type DiffOptions, diffRuleSets } from './proofs/diff.js';
export { type VerifyOptions, verify } from './proofs/verify.js';
export type { Dialect, DialectId } from './sql/dialect.js';
export type { ColumnKind } from './sql/readings.js';
export { type SqlOptions, sqlStatement, type Unsayable } from './sql/statement.js';
export type { TableOptions } from './table/judging.js';
export { type ScoredTable, scoreTable, type TableColumns } from './table/score-table.js';
// The steps that it is made of

export { evaluate, type RuleOutcome } from './engine/evaluate.js';
export { type Cell, type DecisionMatrix, decisionMatrix } from './engine/matrix.js';
export { settle } from './engine/settle.js';
export { dominance } from './mcda/dominance.js';
export { type Ranked, rank } from './mcda/rank.js';
export { weightedSum } from './mcda/weighted-sum.js';
export { fixWeights, normalise, type WeightProblem, type Weights } from './mcda/weights.js';

// Results
export type * from './model/agreement.js';
export type * from './model/appraisal.js';
export type * from './model/audit.js';
export type * from './model/backtest.js';
export type * from './model/comparison.js';
export type { Condition, Leaf } from './model/condition.js';
export type * from './model/explanation.js';
// The resolved model
export type * from './model/fact.js';
export type * from './model/flips.js';
export type * from './model/information.js';
export { LIKELIHOOD_SCALES, probabilityOf, wordsOf } from './model/likelihood.js';
export type * from './model/mutation-result.js';
export type * from './model/outlook.js';
export { type ParsedScenario, parseScenario } from './model/parse-scenario.js';
export type * from './model/perspectives.js';
export type * from './model/record.js';
export type * from './model/report.js';
export type * from './model/robustness.js';
export type * from './model/rule-set.js';
export type * from './model/rule-set-diff.js';
export type * from './model/scenario.js';
export type * from './model/sensitivity.js';
export type * from './model/sources.js';
export type * from './model/table-map.js';
export type * from './model/table-summary.js';
export type * from './model/verification.js';
export { saySeen } from './rationale/seen.js';
export type { AuthoredStatement, ScenarioFile } from './schema/generated/author-types.js';
export type { SourceText } from './source/source-file.js';
export { type Changes, type Restated, restated, restatedData } from './what-if.js';
