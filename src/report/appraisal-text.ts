import type { Appraisal, RankedOption, UndeterminedRule } from '../model/appraisal.js';
import { axis, bar, barScale } from './bars.js';
import { columns, count, paint, safely, wrap } from './layout.js';
import type { ReportOptions } from './options.js';
import { cite, printedReasons } from './reasons.js';
import { signed } from './rounding.js';
import { verdict } from './verdict.js';

/** An appraisal for a terminal: the answer, the ranking, the reasons, and what is not known, in that order. */
export function appraisalText(result: Appraisal, options: ReportOptions): string {
  const appraisal = safely(result);
  const parts = [head, ranking, reasons, apart, unknown, foot].map(part => part(appraisal, options));
  return `${parts
    .filter(part => part.length > 0)
    .map(part => part.map(line => line.trimEnd()).join('\n'))
    .join('\n\n')}\n`;
}

type Part = (appraisal: Appraisal, options: ReportOptions) => string[];

const head: Part = (appraisal, options) => {
  const { manifest, perspective } = appraisal;
  const { title, asOf } = manifest.scenario;
  const judged = perspective ? `judged by ${perspective.id}` : 'judged by weights of its own';
  const changed = manifest.changes.map(({ fact, value }) => `${fact} = ${JSON.stringify(value)}`).join(', ');
  return [
    ...wrap(`${title} (as of ${asOf}), ${judged}`, options.width).map(paint(options).strong),
    ...(changed === '' ? [] : wrap(`With ${changed}`, options.width)),
    ...wrap(verdict(appraisal), options.width),
  ];
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
      { width: bars },
    ],
  );
  const hidden = ranking.length - shown.length;
  return [...table, ...(hidden > 0 ? [`   … and ${hidden} more: --top ${ranking.length} shows them`] : [])];
};

/** The first of the ranking, and the baseline wherever it stands. */
function shownOptions(ranking: readonly RankedOption[], { top, verbose }: ReportOptions): RankedOption[] {
  return ranking.filter(({ baseline }, i) => verbose || i < top || baseline);
}

function range({ low, high }: RankedOption): string {
  return low === high ? '' : `${signed(low, 0)}..${signed(high, 0)}`;
}

const reasons: Part = ({ ranking }, options) => {
  const explained = ranking
    .slice(0, options.verbose ? ranking.length : options.top)
    .filter(({ baseline }) => !baseline);
  return explained
    .filter(({ contributions }) => contributions.length > 0)
    .flatMap((option, i) => [...(i === 0 ? [] : ['']), ...reasonsOf(option, i === 0, options)]);
};

function reasonsOf(option: RankedOption, first: boolean, options: ReportOptions): string[] {
  const most = options.verbose
    ? { for: 99, against: 99 }
    : first
      ? { for: 3, against: 2 }
      : { for: 2, against: 1 };
  const rows = printedReasons(option, most).map(reason => [
    reason.label,
    reason.points,
    reason.criterion,
    `${reason.text}${cite(reason)}`,
  ]);
  const criterion = Math.max(0, ...rows.map(([, , name]) => name!.length));
  const text = Math.max(20, options.width - 19 - criterion);
  const title = `${option.rank}. ${option.title}, ${signed(option.score)}`;
  const gates = option.openGates.map(
    ({ reason, facts }) => `   may be excluded: ${reason} (open: ${facts.join(', ')})`,
  );
  return [
    paint(options).strong(title),
    ...columns(rows, [{ width: 8 }, { align: 'right', width: 6 }, { width: criterion }, { width: text }]).map(
      line => `  ${line}`,
    ),
    ...gates.flatMap(gate => wrap(gate, options.width, 3)),
  ];
}

const apart: Part = ({ excluded, leftOut }, { width }) => {
  const gone = excluded.map(({ title, certain, gates }) => {
    const why = gates.map(({ reason, sources }) => `${reason} [${sources.join(', ')}]`).join('; ');
    return ['Excluded', `${title}: ${why}${certain ? '' : ' (on the best estimate; not certain)'}`];
  });
  const out = leftOut.map(({ title, reason }) => ['Left out', `${title}: ${reason}`]);
  const rows =
    gone.length + out.length === 0 ? [['Excluded', 'nothing is excluded or left out']] : [...gone, ...out];
  return columns(rows, [{ width: 10 }, { width: width - 11 }]);
};

const unknown: Part = ({ undetermined, ranking, facts }, { width, verbose }) => {
  const notKnown = facts.filter(({ point, derived }) => point === 'unknown' && !derived);
  const rows = notKnown.map(({ fact }) => ['Unknown', `${fact}: ${leavesOpen(fact, undetermined)}`]);
  const others = undetermined.filter(
    ({ facts }) => !facts.some(id => notKnown.some(({ fact }) => fact === id)),
  );
  if (others.length > 0) {
    const settle = [...new Set(others.flatMap(({ facts }) => facts))].join(', ');
    rows.push(['Open', `${count(others.length, 'rule')} undetermined; would be settled by ${settle}`]);
  }
  const mayLead = ranking.filter(option => option.mayLead && option.rank > 1);
  if (mayLead.length > 0)
    rows.push([
      'May lead',
      shortList(
        mayLead.map(({ title }) => title),
        verbose ? 99 : 6,
      ),
    ]);
  if (rows.length === 0) rows.push(['Unknown', 'every fact that a rule reads is known']);
  return columns(rows, [{ width: 10 }, { width: width - 11 }]);
};

function leavesOpen(fact: string, undetermined: readonly UndeterminedRule[]): string {
  const rules = undetermined.filter(({ facts }) => facts.includes(fact));
  if (rules.length === 0) return 'leaves no rule open';
  const effects = rules.flatMap(({ effects }) => effects);
  const words = effects.map(effect =>
    'points' in effect
      ? `${signed(effect.points, 0)} ${effect.criterion} for ${effect.option}`
      : `excludes ${effect.option}`,
  );
  return `leaves ${count(rules.length, 'rule')} open (${shortList(words, 3)})`;
}

function shortList(words: readonly string[], most: number): string {
  const more = words.length - most;
  return more > 0 ? `${words.slice(0, most).join(', ')} and ${more} more` : words.join(', ');
}

const foot: Part = ({ manifest, diagnostics }, options) => {
  const { ruleSet, scenario, program, command } = manifest;
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  const made = [
    `${ruleSet.id} ${ruleSet.version} (${ruleSet.hash.slice(0, 8)})`,
    `scenario ${scenario.hash.slice(0, 8)}`,
    `${program.name} ${program.version}`,
    'exact, no sampling',
  ].join('  ');
  const said = warnings === 0 ? [] : [`${count(warnings, 'warning')}: demarche check shows them`];
  const repeat = command === null ? [] : [command];
  return [...said, made, ...repeat, 'Next: demarche explain SCENARIO OPTION | demarche compare A B']
    .flatMap(line => wrap(line, options.width, 2))
    .map(paint(options).quiet);
};
