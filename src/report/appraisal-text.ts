import type { Appraisal } from '../model/appraisal.js';
import { type Ink, inkFor } from './ink.js';
import { hanging, page, table, wrap } from './layout.js';
import { notes } from './notes.js';
import { noteText } from './notes-text.js';
import { type ReportOptions, reportOptions } from './options.js';
import { nextCommands, provenance } from './provenance.js';
import { rankingText } from './ranking-text.js';
import { reasonsText } from './reasons-text.js';
import { safe } from './safe.js';
import type { ToFindOut } from './to-find-out.js';
import { verboseText } from './verbose-text.js';
import { verdict } from './verdict.js';
import { count, headline, whatIf } from './words.js';

/** An appraisal for a terminal: how firm it is, the ranking, the reasons, what is open, and where it comes from. */
export function appraisalText(given: Appraisal, givenOptions: Partial<ReportOptions> = {}): string {
  const appraisal = safe(given);
  const options = reportOptions(givenOptions);
  const ink = inkFor(options.color);
  const { sentences, toFindOut } = verdict(appraisal);
  return page([
    head(appraisal, sentences, options, ink),
    toFindOutText(toFindOut, options),
    rankingText(appraisal, options, ink),
    ...reasonsText(appraisal, options, ink),
    notes(appraisal, options.verbose).flatMap(note => noteText(note, options.width)),
    ...(options.verbose ? verboseText(appraisal, options, ink) : []),
    ink.faint(foot(appraisal, options.width)),
  ]);
}

function head(appraisal: Appraisal, sentences: string[], { width }: ReportOptions, ink: Ink): string[] {
  const changed = whatIf(appraisal.manifest);
  return [
    ...ink.strong(wrap(headline(appraisal), width)),
    ...(changed === '' ? [] : wrap(changed, width)),
    ...wrap(sentences.join(' '), width),
  ];
}

/** Facts of the table; the note on what is unknown names all. */
const MOST_FACTS = 8;

function toFindOutText(facts: readonly ToFindOut[], { width }: ReportOptions): string[] {
  if (facts.length === 0) return [];
  const rows = facts
    .slice(0, MOST_FACTS)
    .map(({ fact, rules, couldPutFirst }) => [
      `  ${fact}`,
      count(rules.length, 'rule'),
      couldPutFirst.length === 0 ? 'nothing else' : shortened(couldPutFirst),
    ]);
  const header = ['  to find out', 'leaves open', 'could put first'];
  const most = Math.floor(width * 0.4);
  const lines = table([header, ...rows], [{ most }, {}, { flexible: true }], width);
  const more = facts.length - MOST_FACTS;
  return more > 0 ? [...lines, `  …and ${count(more, 'more fact')}`] : lines;
}

function shortened(options: readonly string[]): string {
  return options.length <= 3
    ? options.join(', ')
    : `${options.slice(0, 2).join(', ')} and ${options.length - 2} more`;
}

/** Versions, hashes, the command that repeats the result and what to type next. */
export function foot(
  { manifest, ranking }: Pick<Appraisal, 'manifest' | 'ranking'>,
  width: number,
): string[] {
  const next = nextCommands(manifest, ranking[0]?.option);
  return [
    ...byParts(provenance(manifest), width),
    ...(manifest.command === null ? [] : hanging('Repeat: ', manifest.command, width)),
    ...(next === '' ? [] : hanging('Next: ', next, width)),
  ];
}

/** Parts on as few lines as they fit, broken between parts where possible. */
function byParts(parts: readonly string[], width: number): string[] {
  const lines = parts.reduce<string[]>((done, part) => {
    const longer = `${done.at(-1)}  ${part}`;
    return done.length > 0 && longer.length <= width ? [...done.slice(0, -1), longer] : [...done, part];
  }, []);
  return lines.flatMap(line => hanging('', line, width));
}
