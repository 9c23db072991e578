import type {
  Appraisal,
  Contribution,
  NotFiredRule,
  RankedOption,
  Trace,
  UndeterminedRule,
} from '../model/appraisal.js';
import { leafAndSeen } from './condition-words.js';
import { paint, safely, wrap } from './layout.js';
import type { ReportOptions } from './options.js';
import { roundParts, signed } from './rounding.js';

/**
 * Everything about one option: a tree from its score to criteria, rules, conditions, facts and sources, and why it is
 * not ranked higher. With a rule, that rule alone.
 */
export function explainText(
  result: Appraisal,
  option: string,
  rule: string | undefined,
  options: ReportOptions,
): string {
  const appraisal = safely(result);
  const ranked = appraisal.ranking.find(one => one.option === option);
  const parts = ranked ? ofRanked(appraisal, ranked, rule, options) : ofAbsent(appraisal, option, options);
  return `${parts
    .filter(part => part.length > 0)
    .map(part => part.flatMap(line => fit(line, options.width)).join('\n'))
    .join('\n\n')}\n`;
}

/** A line wrapped to the width, with the indent that it starts with and two more. */
function fit(line: string, width: number): string[] {
  const indent = line.length - line.trimStart().length;
  return wrap(line.trim(), width - indent, 2).map(one => `${' '.repeat(indent)}${one}`.trimEnd());
}

function ofAbsent(
  { excluded, leftOut, options }: Appraisal,
  option: string,
  report: ReportOptions,
): string[][] {
  const title = paint(report).strong(options[option]!.title);
  const left = leftOut.find(one => one.option === option);
  if (left) return [[`${title} is left out: ${left.reason}`]];
  const gates = excluded.find(one => one.option === option)?.gates ?? [];
  return [
    [`${title} is excluded`],
    ...gates.map(gate => [
      `${gate.reason} (${where(gate)})`,
      ...traceLines(gate.trace, 2),
      `  sources: ${gate.sources.join(', ')}`,
    ]),
  ];
}

function ofRanked(
  appraisal: Appraisal,
  ranked: RankedOption,
  rule: string | undefined,
  report: ReportOptions,
): string[][] {
  const { ranking, undetermined, notFired } = appraisal;
  const { strong } = paint(report);
  const concerns = ({ rule: id, effects }: UndeterminedRule | NotFiredRule) =>
    rule === undefined ? effects.some(({ option }) => option === ranked.option) : id === rule;
  const head = [
    strong(`${ranked.title}: rank ${ranked.rank} of ${ranking.length}, score ${signed(ranked.score)}`),
    `range ${signed(ranked.low)} to ${signed(ranked.high)} over everything that is not certain`,
  ];
  const open = undetermined.filter(concerns);
  const stopped = notFired.filter(concerns);
  return [
    head,
    ...criteria(appraisal, ranked, rule, report),
    open.length === 0 ? [] : [strong('Undetermined'), ...open.flatMap(one => openLines(one, ranked.option))],
    stopped.length === 0
      ? []
      : [strong('Did not fire'), ...stopped.flatMap(one => stoppedLines(one, ranked.option))],
    ...(rule === undefined ? notHigher(appraisal, ranked, report) : []),
    rule === undefined ? sourcesOf(appraisal, ranked, report) : [],
  ];
}

function criteria(
  appraisal: Appraisal,
  ranked: RankedOption,
  rule: string | undefined,
  report: ReportOptions,
): string[][] {
  const ids = Object.keys(ranked.cells);
  const weighted = roundParts(ids.map(id => ranked.cells[id]!.value * appraisal.weights[id]!));
  return ids.flatMap((id, i) => {
    const own = ranked.contributions.filter(
      one => one.criterion === id && (rule === undefined || one.rule === rule),
    );
    if (own.length === 0) return [];
    const weight = appraisal.weights[id]!.toFixed(3);
    const title = `${signed(weighted[i]!)} ${id}: weight ${weight} x cell ${signed(ranked.cells[id]!.value, 0)}`;
    return [[paint(report).strong(title), ...own.flatMap(one => contributionLines(one, appraisal))]];
  });
}

function contributionLines(one: Contribution, { facts }: Appraisal): string[] {
  const certain = one.certain ? '' : ', not certain';
  const head = `  ${signed(one.points, 0)} points: ${one.reason}`;
  if (one.rule === null || !one.trace) return [head];
  const used = (one.reads ?? []).flatMap(({ fact }) => facts.find(known => known.fact === fact) ?? []);
  return [
    head,
    `    ${where({ rule: one.rule, at: one.at! })}, ${one.evidence} evidence${certain}, sources: ${one.sources.join(', ')}`,
    ...traceLines(one.trace, 4),
    ...used.flatMap(({ fact, sources, note }) =>
      note === undefined && sources.length === 0
        ? []
        : [`      ${fact}: ${[note, ...sources].filter(Boolean).join(' | ')}`],
    ),
  ];
}

function where({ rule, at }: { rule: string; at: { file: string; line: number } }): string {
  return `${rule}, ${at.file}:${at.line}`;
}

const MARKS = { true: 'yes', false: 'no', unknown: 'open' };

function traceLines(trace: Trace, indent: number): string[] {
  const start = `${' '.repeat(indent)}${MARKS[trace.truth]}: `;
  if (trace.kind === 'leaf') return [`${start}${leafAndSeen(trace)}`];
  const words =
    trace.kind === 'named'
      ? `the condition ${trace.condition}`
      : { all: 'all of', any: 'any of', not: 'not' }[trace.kind];
  return [`${start}${words}`, ...trace.of.flatMap(part => traceLines(part, indent + 2))];
}

function effectWords({ effects }: UndeterminedRule | NotFiredRule, option: string): string {
  const own = effects.filter(effect => effect.option === option);
  return own
    .map(effect =>
      'points' in effect ? `${signed(effect.points, 0)} ${effect.criterion}` : 'would exclude it',
    )
    .join(', ');
}

function openLines(rule: UndeterminedRule, option: string): string[] {
  return [
    `  ${effectWords(rule, option)}: ${rule.title} (${where(rule)}); settled by ${rule.facts.join(', ')}`,
  ];
}

function stoppedLines(rule: NotFiredRule, option: string): string[] {
  const why = rule.stoppedBy.map(leafAndSeen).join('; ');
  return [`  ${effectWords(rule, option)}: ${rule.title} (${where(rule)}); stopped by: ${why}`];
}

function notHigher({ ranking, weights }: Appraisal, ranked: RankedOption, report: ReportOptions): string[][] {
  const at = ranking.indexOf(ranked);
  if (ranked.rank === 1) return [];
  const rivals = [...new Set([ranking[at - 1]!, ranking[0]!])];
  return rivals.map(rival => {
    const ids = Object.keys(ranked.cells);
    const gaps = roundParts(ids.map(id => weights[id]! * (ranked.cells[id]!.value - rival.cells[id]!.value)));
    const rows = ids.map((id, i) => ({ id, gap: gaps[i]! })).filter(({ gap }) => gap !== 0);
    const total = gaps.reduce((a, b) => a + b, 0);
    return [
      paint(report).strong(`Why not above ${rival.title} (${signed(rival.score)}): ${signed(total)} in all`),
      ...rows.sort((a, b) => a.gap - b.gap).map(({ id, gap }) => `  ${signed(gap)} ${id}`),
    ];
  });
}

function sourcesOf({ sources }: Appraisal, ranked: RankedOption, report: ReportOptions): string[] {
  const ids = new Set(
    ranked.contributions.flatMap(one => one.sources).map(citation => citation.split('#')[0]!),
  );
  const cited = [...ids].sort().flatMap(id => sources[id] ?? []);
  if (cited.length === 0) return [];
  return [
    paint(report).strong('Sources'),
    ...cited.map(({ id, author, date, title, container, url, doi, checked }) => {
      const link = doi === undefined ? url : `doi:${doi}`;
      const parts = [
        author,
        date,
        title,
        container,
        link,
        checked === 'recalled' ? 'cited from memory' : undefined,
      ];
      return `  ${id}: ${parts.filter(Boolean).join('. ')}`;
    }),
  ];
}
