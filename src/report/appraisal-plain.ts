import type { Appraisal, RankedOption } from '../model/appraisal.js';
import { ascii } from './ascii.js';
import { effectWords, openWords } from './condition-words.js';
import { safely, wrap } from './layout.js';
import { count } from './lists.js';
import { changesOf, judgedBy, madeFrom, repeatLine } from './manifest.js';
import { openFacts } from './open-facts.js';
import type { ReportOptions } from './options.js';
import { outlookLines } from './outlook.js';
import { openReasons, printedReasons } from './reasons.js';
import { signed } from './rounding.js';
import { checkWords, flowRows } from './second-aggregation.js';
import { verdict } from './verdict.js';

/** An appraisal in whole sentences, one statement a line, in ASCII: for a screen reader, a log, a plain terminal. */
export function appraisalPlain(result: Appraisal, options: ReportOptions): string {
  const appraisal = safely(result);
  const { manifest, ranking, excluded, leftOut, undetermined } = appraisal;
  const shown = ranking.filter(({ baseline }, i) => options.verbose || i < options.top || baseline);
  const sentences = [
    `${manifest.scenario.title}. As of ${manifest.scenario.asOf}. ` + `Judged by ${judgedBy(appraisal)}.`,
    ...changesOf(manifest).map(change => `Changed for this run: ${change}.`),
    verdict(appraisal),
    ...shown.flatMap(option => [place(option, ranking.length), ...reasons(option, appraisal, options)]),
    ...excluded.map(
      ({ option, certain, gates }) =>
        `Excluded: ${option}. ${gates.map(({ reason }) => sentence(reason)).join(' ')} ` +
        `Source: ${gates.flatMap(({ sources }) => sources).join(', ')}.${certain ? '' : ' This is not certain.'}`,
    ),
    ...(excluded.length === 0 ? ['Nothing is excluded.'] : []),
    ...leftOut.map(({ option, reason }) => `Left out: ${option}. ${sentence(reason)}`),
    ...openFacts(appraisal)
      .filter(({ unknown }) => unknown)
      .map(({ fact, rules }) => `Unknown: ${fact}. It leaves ${count(rules, 'rule')} open.`),
    ...undetermined.map(
      one =>
        `Undetermined: rule ${one.rule}. It would do this, if ${openWords(one.trace)}: ${effectWords(one)}. ` +
        `It would be settled by ${one.facts.join(', ')}.`,
    ),
    ...ranking.filter(({ mayLead, rank }) => mayLead && rank > 1).map(({ option }) => `May lead: ${option}.`),
    ...outlookLines(appraisal).map(({ name, text }) => `${name}: ${text}.`),
    ...flowRows(appraisal).map(
      ([title, net, rank, byScore]) =>
        `By PROMETHEE II ${title} has the net flow ${net} and the rank ${rank}; by score its rank is ${byScore}.`,
    ),
    ...checkWords(appraisal),
    `Made from ${madeFrom(manifest, [manifest.scenario], ', ')}.`,
    ...repeatLine(manifest),
  ];
  return `${sentences.flatMap(text => wrap(ascii(text), options.width)).join('\n')}\n`;
}

function place(
  { option, rank, score, low, high, baseline, tied, openGates }: RankedOption,
  of: number,
): string {
  const extent = low === high ? '' : `, range ${signed(low)} to ${signed(high)}`;
  const marks = `${baseline ? ' It is the baseline.' : ''}${tied ? ' It is tied.' : ''}`;
  const gates = openGates.map(({ reason }) => ` It may be excluded: ${reason}.`).join('');
  return `Rank ${rank} of ${of}: ${option}. Score ${signed(score)}${extent}.${marks}${gates}`;
}

function reasons(option: RankedOption, appraisal: Appraisal, { verbose }: ReportOptions): string[] {
  const most = verbose ? { for: 99, against: 99, open: 99 } : { for: 3, against: 2, open: 1 };
  const listed = [...printedReasons(option, most), ...openReasons(option, appraisal, most.open)];
  return listed.map(({ label, points, criterion, text, sources, weak }) =>
    label === 'others'
      ? `Others: ${points} from ${text.replace(', together', '')}.`
      : `${LABELS[label]}: ${points} on ${criterion}. ${sentence(text)} ` +
        `Source: ${sources.join(', ') || 'none'}.${weak ? ' The evidence is weak.' : ''}`,
  );
}

const LABELS = { for: 'For', against: 'Against', open: 'Open' };

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
