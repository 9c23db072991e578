import type {
  Appraisal,
  Contribution,
  ExcludedOption,
  ListedEffect,
  ListedRule,
  RankedOption,
  Trace,
} from '../model/appraisal.js';
import type { Explanation } from '../model/explanation.js';
import { byId } from '../model/order.js';
import { saySeen } from '../rationale/seen.js';
import { authorsOf } from './cited.js';
import { leafAndSeen, openWords } from './condition-words.js';
import { madeFrom, repeatLine } from './manifest.js';
import type { Line, Section } from './outline.js';
import { round1, roundParts, signed } from './rounding.js';

/**
 * Everything about one option as an outline, for any format: from its score to criteria, rules, conditions, facts and
 * sources, and why it is not ranked higher; with a rule, that rule alone.
 */
export function explanationOutline({ appraisal, option, rule }: Explanation): Section[] {
  const ranked = appraisal.ranking.find(one => one.option === option);
  const about = ranked ? ofRanked(appraisal, ranked, rule) : ofAbsent(appraisal, option);
  return [...about, ...others(appraisal, option, rule), ...sources(appraisal, option, rule), foot(appraisal)];
}

function ofAbsent({ excluded, leftOut, options }: Appraisal, option: string): Section[] {
  const { title } = options[option]!;
  const left = leftOut.find(one => one.option === option);
  if (left) return [{ title: `${title} is left out: ${left.reason}`, lines: [] }];
  const { gates, certain } = excluded.find(one => one.option === option) as ExcludedOption;
  const sure = certain ? '' : ', on the best estimates; that is not certain';
  return [
    {
      title: `${title} is excluded${sure}`,
      lines: gates.flatMap(gate => [{ depth: 0, text: gate.reason }, ...ruleLines(gate, 1)]),
    },
  ];
}

function ofRanked(appraisal: Appraisal, ranked: RankedOption, rule: string | null): Section[] {
  const { title, rank, score, low, high, openGates } = ranked;
  const range = `range ${signed(low)} to ${signed(high)} over everything that is not certain`;
  const head: Section = {
    title: `${title}: rank ${rank} of ${appraisal.ranking.length}, score ${signed(score)}`,
    lines: [
      ...(low === high ? [] : [{ depth: 0, text: range }]),
      ...(ranked.baseline
        ? [{ depth: 0, text: 'the baseline: what all others are measured against, so no rule scores it' }]
        : []),
    ],
  };
  const gates: Section = {
    title: 'May be excluded',
    lines: openGates.flatMap(gate => [{ depth: 0, text: gate.reason }, ...ruleLines(gate, 1)]),
  };
  return [
    head,
    ...criteria(appraisal, ranked, rule),
    ...(gates.lines.length > 0 && rule === null ? [gates] : []),
    ...(rule === null ? notHigher(appraisal, ranked) : []),
  ];
}

function criteria(appraisal: Appraisal, ranked: RankedOption, rule: string | null): Section[] {
  const ids = Object.keys(ranked.cells);
  const cells = ids.map(id => ranked.cells[id]!.value);
  const weighted = roundParts(
    ids.map((id, i) => cells[i]! * appraisal.weights[id]!),
    round1(ranked.score),
  );
  const told = new Set<string | null>();
  return ids.flatMap((id, i) => {
    const own = ranked.contributions.filter(
      one => one.criterion === id && (rule === null || one.rule === rule),
    );
    if (own.length === 0) return [];
    const sum = `weight ${appraisal.weights[id]!.toFixed(3)} x cell ${signed(cells[i]!, 0)}`;
    return [
      {
        title: `${signed(weighted[i]!)} ${id}: ${sum}`,
        lines: own.flatMap(one => {
          const again = one.rule !== null && told.has(one.rule);
          told.add(one.rule);
          return again ? [sameRule(one)] : contribution(one, appraisal);
        }),
      },
    ];
  });
}

/** A rule that has an effect on another criterion too is told in full once. */
function sameRule({ points, rule }: Contribution): Line {
  return { depth: 0, text: `${signed(points, 0)} points: the same rule, ${rule}` };
}

function contribution(one: Contribution, { facts }: Appraisal): Line[] {
  const head = { depth: 0, text: `${signed(one.points, 0)} points: ${one.reason}` };
  if (one.rule === null || !one.trace) return [head];
  const used = one.reads!.flatMap(({ fact }) => facts.find(known => known.fact === fact) ?? []);
  const stated = used.flatMap(({ fact, parts = [] }) => [fact, ...parts.filter(part => part !== fact)]);
  const notes = [...new Set(stated)].flatMap(id => {
    const { point, note, sources, derived } = facts.find(known => known.fact === id)!;
    const about = [note, sources.length > 0 ? `[${sources.join(', ')}]` : undefined].filter(Boolean);
    const said = derived ? `${id} follows from the facts below` : `${id}: ${saySeen(point)}`;
    return [{ depth: 2, text: [said, ...about].join('; ') }];
  });
  const unsure = used.filter(({ point, possible }) => JSON.stringify(point) !== JSON.stringify(possible));
  const rests = `not certain: rests on ${unsure.map(({ fact }) => fact).join(', ')}`;
  return [
    head,
    ...ruleLines(one as Contribution & ListedRule, 1),
    ...(one.certain ? [] : [{ depth: 1, text: rests }]),
    ...notes,
  ];
}

/** Which rule it is, where it stands, how well it is supported, and how its condition came out. */
function ruleLines(
  rule: Pick<ListedRule, 'rule' | 'at' | 'evidence' | 'sources' | 'trace'>,
  depth: number,
): Line[] {
  const text = `${where(rule)}, ${rule.evidence} evidence: ${rule.sources.join(', ')}`;
  return [{ depth, text }, ...traceLines(rule.trace, depth)];
}

function where({ rule, at }: Pick<ListedRule, 'rule' | 'at'>): string {
  return `${rule}, ${at.file}:${at.line}`;
}

const MARKS = { true: 'yes', false: 'no', unknown: 'open' };

function traceLines(trace: Trace, depth: number): Line[] {
  if (trace.kind === 'leaf') return [{ depth, text: `${MARKS[trace.truth]}: ${leafAndSeen(trace)}` }];
  const words =
    trace.kind === 'named'
      ? `the condition ${trace.condition}`
      : { all: 'all of', any: 'any of', not: 'not' }[trace.kind];
  return [
    { depth, text: `${MARKS[trace.truth]}: ${words}` },
    ...trace.of.flatMap(part => traceLines(part, depth + 1)),
  ];
}

/** Rules that bear on the option and are undetermined, or did not hold. */
function others({ undetermined, notFired }: Appraisal, option: string, rule: string | null): Section[] {
  const bears = ({ effects, rule: id }: { effects: ListedEffect[]; rule: string }) =>
    effects.some(effect => effect.option === option) && (rule === null || id === rule);
  const would = ({ effects }: { effects: ListedEffect[] }) =>
    effects
      .filter(effect => effect.option === option)
      .map(effect =>
        'points' in effect ? `${signed(effect.points, 0)} ${effect.criterion}` : 'would exclude it',
      )
      .join(', ');
  const open = undetermined.filter(bears).map(one => ({
    depth: 0,
    text: `${would(one)}: ${one.title} (${where(one)}), if ${openWords(one.trace)}; settled by ${one.facts.join(', ')}`,
  }));
  const stopped = notFired.filter(bears).map(one => ({
    depth: 0,
    text: `${would(one)}: ${one.title} (${where(one)}); stopped by: ${one.stoppedBy.map(leafAndSeen).join('; ')}`,
  }));
  return [
    { title: 'Undetermined', lines: open },
    { title: 'Did not fire', lines: stopped },
  ].filter(({ lines }) => lines.length > 0);
}

/** What separates it from the option above it and from the leader, criterion by criterion. */
function notHigher({ ranking, weights }: Appraisal, ranked: RankedOption): Section[] {
  if (ranked.rank === 1) return [];
  const rivals = [...new Set([ranking[ranking.indexOf(ranked) - 1]!, ranking[0]!])];
  return rivals.map(rival => {
    const ids = Object.keys(ranked.cells);
    const total = round1(round1(ranked.score) - round1(rival.score));
    const gaps = roundParts(
      ids.map(id => weights[id]! * (ranked.cells[id]!.value - rival.cells[id]!.value)),
      total,
    );
    const rows = ids.map((id, i) => ({ id, gap: gaps[i]! })).filter(({ gap }) => gap !== 0);
    return {
      title: `Why not above ${rival.title} (${signed(rival.score)}): ${signed(total)} in all`,
      lines: rows
        .sort((a, b) => a.gap - b.gap || byId(a.id, b.id))
        .map(({ id, gap }) => ({ depth: 0, text: `${signed(gap)} ${id}` })),
    };
  });
}

/** Every source of the rules that count and of the facts that they read. */
function sources(appraisal: Appraisal, option: string, rule: string | null): Section[] {
  const { ranking, excluded, facts } = appraisal;
  const counting = [
    ...(ranking.find(one => one.option === option)?.contributions ?? []),
    ...(excluded.find(one => one.option === option)?.gates ?? []),
  ].filter(one => rule === null || one.rule === rule);
  const read = new Set(counting.flatMap(({ reads = [] }) => reads.map(({ fact }) => fact)));
  const stated = facts.filter(({ fact }) => read.has(fact));
  const ids = [...counting, ...stated].flatMap(one => one.sources).map(citation => citation.split('#')[0]!);
  const cited = [...new Set(ids)].sort(byId).flatMap(id => appraisal.sources[id] ?? []);
  const lines = cited.map(({ id, authors, date, title, container, url, doi, checked }) => {
    const link = doi === undefined ? url : `https://doi.org/${doi}`;
    const memory = checked === 'recalled' ? 'cited from memory' : undefined;
    const parts = [authors && authorsOf(authors), date, title, container, link, memory].filter(
      part => part !== undefined,
    );
    return { depth: 0, text: `${id}: ${parts.map(part => part.replace(/\.$/, '')).join('. ')}` };
  });
  return lines.length === 0 ? [] : [{ title: 'Sources', lines }];
}

function foot({ manifest }: Appraisal): Section {
  const lines = repeatLine(manifest).map(text => ({ depth: 0, text }));
  return { title: madeFrom(manifest, [manifest.scenario]), lines };
}
