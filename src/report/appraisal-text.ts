import type { Appraisal, RankedOption } from '../model/appraisal.js';
import { axis, bar, barScale } from './bars.js';
import { effectWords, openWords } from './condition-words.js';
import { columns, paint, paragraphs, safely, wrap } from './layout.js';
import { count, shortList } from './lists.js';
import { changesOf, judgedBy, madeFrom, repeatLine } from './manifest.js';
import { openFacts, tooMuchIsOpen } from './open-facts.js';
import type { ReportOptions } from './options.js';
import { outlookLines } from './outlook.js';
import { cite, openReasons, printedReasons } from './reasons.js';
import { signed } from './rounding.js';
import { checkWords, FLOW_HEADER, shownFlows } from './second-aggregation.js';
import { verdict } from './verdict.js';

/** An appraisal for a terminal: the answer, the ranking, the reasons, and what is not known, in that order. */
export function appraisalText(result: Appraisal, options: ReportOptions): string {
  const appraisal = safely(result);
  const parts = [head, toFindOut, ranking, reasons, apart, unknown, analyses, check, foot].map(part =>
    part(appraisal, options),
  );
  return paragraphs(parts);
}

type Part = (appraisal: Appraisal, options: ReportOptions) => string[];

const head: Part = (appraisal, options) => {
  const { manifest } = appraisal;
  const { title, asOf } = manifest.scenario;
  const changed = changesOf(manifest).join(', ');
  return [
    ...wrap(`${title} (as of ${asOf}), judged by ${judgedBy(appraisal)}`, options.width).map(
      paint(options).strong,
    ),
    ...(changed === '' ? [] : wrap(`With ${changed}`, options.width)),
    ...wrap(verdict(appraisal), options.width),
  ];
};

/** Where too much is open to name a first option: the facts to find out, those that bear on who leads first. */
const toFindOut: Part = (appraisal, { width, verbose }) => {
  if (!tooMuchIsOpen(appraisal)) return [];
  const bearing = openFacts(appraisal).filter(({ bearsOn }) => bearsOn.length > 0);
  const shown = bearing.slice(0, verbose ? undefined : 6);
  const rows = shown.map(({ fact, rules, bearsOn }) => [
    fact,
    count(rules, 'rule'),
    shortList(
      bearsOn.map(({ title }) => title),
      2,
    ),
  ]);
  const name = Math.max(11, ...shown.map(({ fact }) => fact.length));
  const table = columns(
    [['to find out', 'leaves open', 'bears on'], ...rows],
    [{ width: name + 1 }, { width: 12 }, { width: width - name - 17 }],
  );
  const more = bearing.length - shown.length;
  return [...table, ...(more > 0 ? [`… and ${count(more, 'more fact')}: --verbose shows them`] : [])].map(
    line => `  ${line}`,
  );
};

const ranking: Part = ({ ranking }, options) => {
  const shown = shownOptions(ranking, options);
  const scale = barScale(shown.flatMap(({ score, low, high }) => [score, low, high]));
  const rows = shown.map(option => [
    String(option.rank),
    `${option.title}${option.baseline ? ' (baseline)' : ''}${option.tied ? ' (tied)' : ''}`,
    signed(option.score),
    range(option),
    bar(option.score, option.low, option.high, scale),
  ]);
  const bars = 2 * scale.half + 1;
  const titles = Math.max(12, options.width - bars - 24);
  const table = columns(
    [['', 'option', 'score', 'range', axis(scale)], ...rows],
    [
      { align: 'right', width: 2 },
      { width: titles },
      { align: 'right', width: 6 },
      { align: 'right', width: 10 },
      {},
    ],
  );
  const hidden = ranking.length - shown.length;
  return [...table, ...(hidden > 0 ? [`   … and ${hidden} more: --top ${ranking.length} shows them`] : [])];
};

/** The first of the ranking, and the baseline wherever it stands. */
function shownOptions(ranking: readonly RankedOption[], { top, verbose }: ReportOptions): RankedOption[] {
  return ranking.filter(({ baseline }, i) => verbose || i < top || baseline);
}

/** Rounded outwards, so that it never looks narrower than it is. */
function range({ low, high }: RankedOption): string {
  return low === high ? '' : `${signed(Math.floor(low), 0)}..${signed(Math.ceil(high), 0)}`;
}

const reasons: Part = (appraisal, options) => {
  const explained = appraisal.ranking
    .slice(0, options.verbose ? appraisal.ranking.length : options.top)
    .filter(({ baseline }) => !baseline);
  return explained
    .map((option, i) => reasonsOf(option, appraisal, i === 0, options))
    .filter(lines => lines.length > 1)
    .flatMap((lines, i) => [...(i === 0 ? [] : ['']), ...lines]);
};

/** How many reasons of each kind stand under an option: more under the first, all with `--verbose`. */
const MOST = {
  first: { for: 3, against: 2, open: 2 },
  other: { for: 2, against: 1, open: 1 },
  verbose: { for: 99, against: 99, open: 99 },
};

function reasonsOf(
  option: RankedOption,
  appraisal: Appraisal,
  first: boolean,
  options: ReportOptions,
): string[] {
  const most = MOST[options.verbose ? 'verbose' : first ? 'first' : 'other'];
  const listed = [...printedReasons(option, most), ...openReasons(option, appraisal, most.open)];
  const rows = listed.map(reason => [
    reason.label,
    reason.points,
    reason.criterion,
    `${reason.text}${cite(reason)}`,
  ]);
  for (const { reason, trace, facts, sources } of option.openGates) {
    const when = trace.truth === 'unknown' ? openWords(trace) : `${facts.join(' or ')} is not as estimated`;
    rows.push(['open', '', 'excluded', `if ${when}: ${reason} [${sources.join(', ')}]`]);
  }
  const criterion = Math.min(20, Math.max(0, ...rows.map(([, , name]) => name!.length)));
  const text = Math.max(20, options.width - 19 - criterion);
  const title = `${option.rank}. ${option.title}, ${signed(option.score)}`;
  return [
    ...wrap(title, options.width).map(paint(options).strong),
    ...columns(rows, [{ width: 8 }, { align: 'right', width: 6 }, { width: criterion }, { width: text }]).map(
      line => `  ${line}`,
    ),
  ];
}

const apart: Part = ({ excluded, leftOut }, { width }) => {
  const gone = excluded.map(({ title, certain, gates }) => {
    const why = gates.map(({ reason, sources }) => `${reason} [${sources.join(', ')}]`).join('; ');
    return ['Excluded', `${title}: ${why}${certain ? '' : ' (on the best estimate; not certain)'}`];
  });
  const out = leftOut.map(({ title, reason }) => ['Left out', `${title}: ${reason}`]);
  const rows = gone.length + out.length === 0 ? [['Excluded', 'nothing']] : [...gone, ...out];
  return columns(rows, [{ width: 10 }, { width: width - 11 }]);
};

const unknown: Part = (appraisal, { width, verbose }) => {
  const { undetermined, ranking } = appraisal;
  const most = verbose ? 999 : 6;
  const wholly = openFacts(appraisal).filter(({ unknown }) => unknown);
  const facts = wholly.map(
    ({ fact, rules }) => `${fact} (${rules === 0 ? 'no rule' : count(rules, 'rule')} open)`,
  );
  const mayLead = ranking.filter(option => option.mayLead && option.rank > 1);
  const rows = [
    ...(facts.length > 0 ? [['Unknown', shortList(facts, verbose ? 999 : 12)]] : []),
    ...undetermined
      .slice(0, most)
      .map(rule => ['Open', `${rule.rule}: ${effectWords(rule)}, if ${openWords(rule.trace)}`]),
    ...(undetermined.length > most
      ? [['', `… and ${count(undetermined.length - most, 'more rule')} open`]]
      : []),
    ...(mayLead.length > 0
      ? [
          [
            'May lead',
            shortList(
              mayLead.map(({ title }) => title),
              most,
            ),
          ],
        ]
      : []),
  ];
  return columns(rows.length > 0 ? rows : [['Unknown', 'no fact is unknown, and no rule is undetermined']], [
    { width: 10 },
    { width: width - 11 },
  ]);
};

const analyses: Part = (appraisal, { width }) =>
  columns(
    outlookLines(appraisal).map(({ name, text }) => [name, text]),
    [{ width: 10 }, { width: width - 11 }],
  );

const check: Part = (appraisal, { width, top, verbose }) => {
  const { rows, hidden } = shownFlows(appraisal, verbose ? Number.POSITIVE_INFINITY : top);
  if (rows.length === 0) return [];
  const right = (width: number) => ({ align: 'right', width }) as const;
  return [
    ...columns([FLOW_HEADER, ...rows], [{ width: width - 28 }, right(9), right(6), right(10)]),
    ...(hidden > 0 ? [`… and ${hidden} more: --top ${rows.length + hidden} shows them`] : []),
    ...checkWords(appraisal).flatMap(line => wrap(line, width)),
  ];
};

const foot: Part = ({ manifest, diagnostics }, options) => {
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  const said = warnings === 0 ? [] : [`${count(warnings, 'warning')}, told by demarche check`];
  const made = madeFrom(manifest, [manifest.scenario]);
  return [
    ...said,
    made,
    ...repeatLine(manifest),
    'Next: demarche explain SCENARIO OPTION, or of SCENARIO: robustness, flips, information, sensitivity',
  ]
    .flatMap(line => wrap(line, options.width, 2))
    .map(paint(options).quiet);
};
