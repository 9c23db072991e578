import { type Program, programOf } from '../engine/program.js';
import type { Agreement, CodingSummary, Lead, SituationAgreement } from '../model/agreement.js';
import type { Appraisal } from '../model/appraisal.js';
import { canonicalJson } from '../model/canonical.js';
import { bestEstimate } from '../model/reading.js';
import { scenarioFrom } from '../model/resolve-scenario.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario, StatedFact } from '../model/scenario.js';
import { RESAMPLES, UNITS_FOR_INTERVAL } from './alpha-interval.js';
import { type Coded, codedOf, ownMix } from './coded.js';
import type { CodedSituation, Coding } from './coding.js';
import { confirmTurns } from './confirm-turns.js';
import { tiedForFirst } from './contenders.js';
import { disputedFacts, type SeenBy } from './disputed-facts.js';
import { codedFacts, factAgreements, kindAgreements, themeAgreements } from './exact-agreement.js';
import type { MixLead } from './mixed-codings.js';
import { mixtures } from './mixtures.js';
import { pool, poolShares } from './pool.js';
import type { Unknowns } from './pool-fact.js';
import { turningFacts } from './turning-facts.js';

/** What may be asked of a comparison of codings. */
export interface AgreeOptions {
  /** The seed of the intervals of alpha; 1 unless it is said. */
  seed?: number;
  /** What a pool does with a coding that does not know a fact; it is left out unless it is said. */
  unknowns?: Unknowns;
}

/**
 * How far several codings of one or more situations agree, fact by fact and by Krippendorff's alpha on their best estimates,
 * and which of their disagreements change what leads. Throws a RangeError where it is misused: for codings of one situation
 * that differ in rule set, day, weights, options left out or names of coders as they should not, or no two of any.
 */
export async function agree(
  ruleSet: RuleSet,
  situations: readonly CodedSituation[],
  { seed = 1, unknowns = 'left-out' }: AgreeOptions = {},
): Promise<Agreement> {
  if (!situations.some(({ codings }) => codings.length > 1))
    throw new RangeError('it takes two codings of one situation to compare');
  for (const { codings } of situations) requireLike(ruleSet, codings);
  const program = programOf(ruleSet);
  const facts = codedFacts(ruleSet, situations);
  const told: SituationAgreement[] = [];
  for (const one of situations) told.push(await situationAgreement(program, ruleSet, one, unknowns));
  const { manifest, options } = situations[0]!.codings[0]!.appraisal;
  const { program: made, ruleSet: used, fixedWeights, command } = manifest;
  return {
    format: 'agreement/1',
    manifest: { program: made, ruleSet: used, fixedWeights, command },
    situations: told,
    kinds: kindAgreements(facts, seed),
    themes: themeAgreements(facts, seed),
    facts: factAgreements(facts, seed),
    intervals: { resamples: RESAMPLES, seed, units: UNITS_FOR_INTERVAL },
    unknowns,
    options,
    diagnostics: situations.flatMap(({ codings }) =>
      codings.flatMap(({ appraisal }) => appraisal.diagnostics),
    ),
  };
}

/** What codings of one situation have in common, beside what is told of it. */
const ALIKE: readonly { what: string; of: (coding: Coding) => unknown }[] = [
  { what: 'rule set', of: ({ scenario }) => scenario.ruleSet.hash },
  { what: 'day', of: ({ scenario }) => scenario.asOf },
  { what: 'weights', of: ({ appraisal }) => appraisal.weights },
  { what: 'options left out', of: ({ scenario }) => [...scenario.leaveOut.keys()] },
];

function requireLike(ruleSet: RuleSet, codings: readonly Coding[]): void {
  if (codings.some(({ scenario }) => scenario.ruleSet.hash !== ruleSet.hash))
    throw new RangeError('a coding belongs to another rule set');
  for (const { what, of } of ALIKE) {
    if (new Set(codings.map(one => canonicalJson(of(one)))).size > 1)
      throw new RangeError(`codings of one situation differ in ${what}`);
  }
  if (new Set(codings.map(({ coder }) => coder)).size < codings.length)
    throw new RangeError('two codings of one situation have the same coder');
}

async function situationAgreement(
  program: Program,
  ruleSet: RuleSet,
  { situation, codings }: CodedSituation,
  unknowns: Unknowns,
): Promise<SituationAgreement> {
  const pooled = scenarioFrom(pool(ruleSet, codings, { id: 'pooled', ruleSetPath: '.', unknowns }), ruleSet);
  const all = codedOf(program, ruleSet, codings, pooled);
  const [lead] = all.judge([ownMix(all, codings.length)]);
  const coded = lead ? all : codedOf(program, ruleSet, codings, undefined);
  const { scenario, appraisal } = codings[0]!;
  const leaders = codings.map(one => leadOf(one.appraisal).leader);
  const seenBy = seenIn(codings);
  const turns = turningFacts(coded, leaders);
  const disputed = disputedFacts(ruleSet, coded, seenBy, turns);
  await confirmTurns(ruleSet, coded, seenBy, disputed, turns);
  const differing = new Set(disputed.map(({ fact }) => fact));
  return {
    ...{ situation, title: scenario.title, asOf: scenario.asOf, perspective: appraisal.perspective },
    codings: summaries(coded),
    pooled: lead ? withoutMargins(lead) : null,
    alike: coded.facts.length - differing.size,
    stated: coded.facts.length,
    unsure: coded.facts.filter(id => !differing.has(id) && differInCertainty(codings, id)).sort(),
    ...{ disputed, turns, mixtures: mixtures(coded) },
  };
}

function withoutMargins({ marginOf: _, ...lead }: MixLead): Lead {
  return lead;
}

/** What each coding reads a fact as, from its appraisal. */
function seenIn(codings: readonly Coding[]): SeenBy {
  const seen = codings.map(({ appraisal }) => new Map(appraisal.facts.map(one => [one.fact, one.point])));
  return (coding, fact) => seen[coding]!.get(fact)!;
}

function summaries({ codings, facts }: Coded): CodingSummary[] {
  const shares = poolShares(codings);
  return codings.map(({ coder, scenario, appraisal }, i) => ({
    coder,
    scenario: appraisal.manifest.scenario,
    weight: shares[i]!,
    known: facts.filter(id => bestEstimate(scenario.facts.get(id)!.statement) !== undefined).length,
    ...leadOf(appraisal),
  }));
}

function leadOf(appraisal: Appraisal): Lead {
  return {
    leader: appraisal.ranking[0]!.option,
    tied: tiedForFirst(appraisal),
    score: appraisal.ranking[0]!.score,
    margin: appraisal.margin,
  };
}

/** Whether codings that read a fact alike hold different things possible, or not as likely. */
function differInCertainty(codings: readonly Coding[], fact: string): boolean {
  const sorted = ({ statement }: StatedFact) =>
    canonicalJson(
      statement.kind === 'probabilities' ? Object.fromEntries(statement.probabilities) : statement,
    );
  return (
    new Set(codings.map(({ scenario }: { scenario: Scenario }) => sorted(scenario.facts.get(fact)!))).size > 1
  );
}
