import type { Appraisal } from '../model/appraisal.js';
import type { Fact } from '../model/fact.js';
import type { Flips } from '../model/flips.js';
import type { Information } from '../model/information.js';
import { LIKELIHOOD_SCALES } from '../model/likelihood.js';
import type { Report, ReportPerspective, ReportRuleSet, ReportSituation } from '../model/report.js';
import type { Robustness } from '../model/robustness.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { PROGRAM } from '../version.js';

/** What was found of one situation, to be set out in a report. */
export interface ReportPart {
  ruleSet: RuleSet;
  scenario: Scenario;
  appraisal: Appraisal;
  /** The same situation appraised by every perspective of the rule set. */
  perspectives: readonly Appraisal[];
  robustness: Robustness | null;
  flips: Flips;
  information: Information | null;
  /** Why robustness and information are null, where they are. */
  unanswered?: string;
}

/** What a caller may ask of a report. */
export interface ReportRequest {
  /** How many options to set out in full; 3 unless it is said. */
  top?: number;
  /** The command that repeats this. */
  command?: string;
}

/**
 * The report on one or more situations, as data. Nothing is computed anew: every number in it is that of the results that
 * it is made from. Throws a RangeError where there is no situation.
 */
export function report(parts: readonly ReportPart[], { top = 3, command }: ReportRequest = {}): Report {
  if (parts.length === 0) throw new RangeError('a report is about one situation at least');
  return {
    format: 'report/1',
    program: { ...PROGRAM },
    command: command ?? null,
    ruleSets: Object.fromEntries(parts.map(({ ruleSet }) => [ruleSet.hash, ruleSetWords(ruleSet)])),
    situations: parts.map(part => situation(part, top)),
  };
}

function situation(part: ReportPart, top: number): ReportSituation {
  const { scenario, appraisal, perspectives, robustness, flips, information, unanswered } = part;
  const leading = appraisal.ranking.filter(({ baseline }) => !baseline).slice(0, top);
  return {
    summary: scenario.summary ?? null,
    note: scenario.note ?? null,
    leading: leading.map(({ option }) => option),
    appraisal,
    perspectives: perspectives.flatMap(standing),
    robustness,
    flips,
    information,
    unanswered: unanswered ?? null,
  };
}

function standing({ perspective, weights, ranking }: Appraisal): ReportPerspective[] {
  if (perspective === null) return [];
  const places = Object.fromEntries(ranking.map(({ option, rank, score }) => [option, { rank, score }]));
  return [{ ...perspective, weights, places }];
}

function ruleSetWords(ruleSet: RuleSet): ReportRuleSet {
  const { id, version, title, summary, hash, baseline, evidence } = ruleSet;
  const scale = LIKELIHOOD_SCALES[ruleSet.likelihoodScale];
  const points = [...ruleSet.pointsScale].sort(([a], [b]) => Number(a) - Number(b));
  return {
    ...{ id, version, title, summary, hash, baseline, evidence: { ...evidence } },
    likelihoodScale: {
      title: scale.title,
      citation: scale.citation,
      bands: scale.bands.map(({ words, low, high }) => ({ words: [...words], low, high })),
    },
    pointsScale: points.map(([points, means]) => ({ points, means })),
    criteria: described(ruleSet.criteria),
    options: described(ruleSet.options),
    facts: Object.fromEntries([...ruleSet.facts].map(([id, fact]) => [id, factWords(fact)])),
    conditions: Object.fromEntries([...ruleSet.conditions].map(([id, { title }]) => [id, { title }])),
  };
}

function described(named: ReadonlyMap<string, { title: string; description: string }>) {
  return Object.fromEntries([...named].map(([id, { title, description }]) => [id, { title, description }]));
}

function factWords({ title, question, theme, domain, anchors }: Fact) {
  const unit = domain.kind === 'number' ? (domain.unit ?? null) : null;
  return { title, question, theme: theme ?? null, unit, anchors: Object.fromEntries(anchors) };
}
