import type { Audit, AuditedKind, AuditFinding, AuditSituation } from '../model/audit.js';
import { paint, wrap } from './layout.js';
import { count, firstFew } from './lists.js';
import type { ReportOptions } from './options.js';
import { signed } from './rounding.js';
import { differenceLines } from './situation.js';

/** How many notes of one kind are shown; warnings are shown all. */
const MOST = 5;

/** What an audit found, by kind: where it stands, the proof or the situation that shows it, and what was left undecided. */
export function auditLines(audit: Audit, options: ReportOptions): string[][] {
  return audit.kinds.flatMap(one => {
    const own = audit.findings.filter(({ kind }) => kind === one.kind);
    if (own.length + one.undecided.length === 0) return [];
    const shown = options.verbose || one.severity === 'warning' ? own : firstFew(own, MOST);
    const more = own.length - shown.length;
    return [
      [
        headOf(one, own.length, options),
        ...shown.flatMap(finding => findingLines(finding, options)),
        ...(more > 0 ? [`  … and ${more} more: --verbose shows all`] : []),
        ...undecidedLines(one, options),
      ],
    ];
  });
}

function headOf({ title, severity }: AuditedKind, found: number, options: ReportOptions): string {
  const { strong } = paint(options);
  return strong(found === 0 ? title : `${title}: ${count(found, severity)}`);
}

function findingLines(
  { message, at, proof, situation, about }: AuditFinding,
  options: ReportOptions,
): string[] {
  const { width, verbose } = options;
  const indented = (text: string) => wrap(text, width - 4).map(line => `    ${line}`);
  const isLong = situation === null && at === null && about.rules.length > 0;
  return [
    ...wrap(message.replaceAll('`', ''), width - 2, 2).map(line => `  ${line}`),
    ...(at ? [`    --> ${at.file}:${at.line}`] : []),
    ...(proof === null ? [] : indented(`Proved: ${proof}.`)),
    ...(situation ? situationLines(situation, width - 4).map(line => `    ${line}`) : []),
    ...(isLong && verbose ? indented(about.rules.join(', ')) : []),
  ];
}

function situationLines(situation: AuditSituation, width: number): string[] {
  const { rules } = situation;
  const words = rules.map(({ rule, points }) => `  ${points === null ? '' : `${signed(points, 0)} `}${rule}`);
  return [
    ...differenceLines(situation),
    ...(words.length > 0 ? ['Rules that fire there:', ...words] : []),
  ].flatMap(text => wrap(text, width, 4));
}

function undecidedLines({ undecided }: AuditedKind, { width }: ReportOptions): string[] {
  if (undecided.length === 0) return [];
  return wrap(`Not decided within the limits: ${undecided.join('; ')}.`, width - 2, 2).map(
    line => `  ${line}`,
  );
}

/** `2 warnings and 9 notes, 1 question left undecided; thresholds held against 4 scenarios`. */
export function auditSummary({ findings, kinds, scenarios }: Audit): string {
  const of = (wanted: AuditFinding['severity']) =>
    count(findings.filter(({ severity }) => severity === wanted).length, wanted);
  const undecided = kinds.reduce((sum, one) => sum + one.undecided.length, 0);
  const open = undecided > 0 ? `, ${count(undecided, 'question')} left undecided` : '';
  const asksThresholds = kinds.some(({ kind }) => kind === 'far-threshold');
  const against =
    scenarios.length > 0
      ? `thresholds held against ${count(scenarios.length, 'scenario')}`
      : 'no scenario was found to hold thresholds against';
  return `${of('warning')} and ${of('note')}${open}${asksThresholds ? `; ${against}` : ''}`;
}
