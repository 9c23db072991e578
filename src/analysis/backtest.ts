import type { Appraisal } from '../model/appraisal.js';
import type { Backtest, BacktestCase, BacktestOption } from '../model/backtest.js';
import { byId, sortedMap } from '../model/order.js';
import type { CaseRecord, Measure } from '../model/record.js';
import type { Source } from '../model/rule-set.js';
import { PROGRAM } from '../version.js';
import { agreement, helped, type Resampling } from './agreement.js';
import { missesOf } from './case-misses.js';
import { standingOf } from './standing.js';

/** A record with how its situation ranks: by the perspective that it is held against, and by every one of the rule set. */
export interface Recorded {
  record: CaseRecord;
  appraisal: Appraisal;
  byPerspective: readonly Appraisal[];
  /** The sources of its scenario and rule set, which it may cite. */
  sources: ReadonlyMap<string, Source>;
}

/**
 * Holds rankings against what is on record. What was done and how it is judged comes from the records alone; nothing of it is
 * guessed. A sanity check: cases that were picked, judged by someone who knew how they ended, validate nothing.
 */
export function backtest(
  recorded: readonly Recorded[],
  { command, ...resampling }: Resampling & { command?: string },
): Backtest {
  const cases = recorded.map(caseOf).sort(missesFirst);
  const those = (seen: boolean) => cases.filter(({ record }) => record.seenWhileWriting === seen);
  return {
    format: 'backtest/1',
    program: { ...PROGRAM },
    command: command ?? null,
    ...resampling,
    cases,
    all: agreement(cases, resampling),
    seen: agreement(those(true), resampling),
    unseen: agreement(those(false), resampling),
    perspectives: perspectivesOf(recorded),
    sources: Object.fromEntries(sortedMap(recorded.flatMap(citedBy))),
  };
}

const ORDER = ['miss', 'hit', 'open'] as const;

function missesFirst(a: BacktestCase, b: BacktestCase): number {
  const place = ({ verdict }: BacktestCase) => ORDER.indexOf(verdict);
  return place(a) - place(b) || byId(a.manifest.scenario.id, b.manifest.scenario.id);
}

function caseOf({ record, appraisal, byPerspective }: Recorded): BacktestCase {
  const { ranking, manifest, perspective } = appraisal;
  const { done: measures, sources: _, perspective: __, ...rest } = record;
  const done = measures.map(measure => optionOf(measure, appraisal, byPerspective));
  const ranked = ranking.length;
  const baselineRank = ranking.find(({ baseline }) => baseline)!.rank;
  const misses = missesOf({ done, ranked, baselineRank });
  const isJudged = done.some(option => helped(option) !== undefined);
  return {
    verdict: misses.length > 0 ? 'miss' : isJudged ? 'hit' : 'open',
    misses,
    manifest,
    perspective: { id: perspective!.id, title: perspective!.title },
    record: rest,
    top: ranking.slice(0, 3).map(({ option, title, rank, score }) => ({ option, title, rank, score })),
    ranked,
    baselineRank,
    done,
  };
}

function optionOf(
  { option, sources, ...measure }: Measure,
  appraisal: Appraisal,
  byPerspective: readonly Appraisal[],
): BacktestOption {
  const ranks = byPerspective.map(({ perspective, ranking }) => {
    const rank = ranking.find(one => one.option === option)?.rank ?? null;
    return [perspective!.id, rank] as const;
  });
  return {
    option,
    title: appraisal.options[option]!.title,
    ...measure,
    sources: [...sources],
    standing: standingOf(option, appraisal)!,
    ranks: Object.fromEntries(ranks),
  };
}

function perspectivesOf(recorded: readonly Recorded[]): Backtest['perspectives'] {
  const all = recorded.flatMap(({ byPerspective }) =>
    byPerspective.flatMap(({ perspective }) => (perspective ? [perspective] : [])),
  );
  return Object.fromEntries(sortedMap(all.map(({ id, title }) => [id, { title }])));
}

function citedBy({ record, sources }: Recorded): (readonly [string, Source])[] {
  const { done, followed, reasons } = record;
  const cited = [...done, followed, reasons].flatMap(one => one.sources);
  return cited.flatMap(citation => {
    const id = citation.split('#')[0]!;
    const source = record.sources.get(id) ?? sources.get(id);
    return source ? [[id, source] as const] : [];
  });
}
