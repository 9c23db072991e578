import type { LeafTrace, Seen, Trace } from '../model/appraisal.js';
import type { Value } from '../model/fact.js';
import { OPERATORS } from '../model/operators.js';
import type { Report, ReportRuleSet, ReportSituation } from '../model/report.js';
import { capital } from '../report/layout.js';
import { brief, type Inline } from './document.js';

/** One situation with the words to tell of it. */
export interface Told extends ReportSituation {
  ruleSet: ReportRuleSet;
  /** What its anchors start with, so that those of several situations stay apart. */
  prefix: string;
  /** The number of each source that it cites, by id. */
  numbers: ReadonlyMap<string, number>;
}

/** The situations of a report, each with the words of its rule set. */
export function toldOf({ situations, ruleSets }: Report): Told[] {
  return situations.map((situation, i) => ({
    ...situation,
    ruleSet: ruleSets[situation.appraisal.manifest.ruleSet.hash]!,
    prefix: situations.length === 1 ? '' : `s${i + 1}-`,
    numbers: new Map(Object.keys(situation.appraisal.sources).map((id, n) => [id, n + 1])),
  }));
}

/** What an option is called. */
export function option({ appraisal }: Told, id: string): string {
  return brief(appraisal.options[id]?.title ?? id);
}

/** A criterion in a word or two: its id, for titles are whole sentences. */
export function criterion(id: string): string {
  return capital(id.replaceAll('-', ' '));
}

/** What a fact is called. */
export function fact({ appraisal, ruleSet }: Told, id: string): string {
  const used = appraisal.facts.find(one => one.fact === id);
  return brief(used?.title ?? ruleSet.facts[id]?.title ?? id);
}

/** A value as a reader would say it, with its unit. */
export function value({ ruleSet }: Told, id: string, said: Value): string {
  if (typeof said === 'boolean') return said ? 'yes' : 'no';
  const unit = typeof said === 'number' ? ruleSet.facts[id]?.unit : null;
  return unit ? `${said} ${unit}` : String(said);
}

/** What was seen of a fact, as a reader would say it. */
export function seen(told: Told, id: string, saw: Seen): string {
  if (saw === 'unknown') return 'not known';
  if (typeof saw !== 'object') return value(told, id, saw);
  if ('between' in saw) return `${saw.between[0]} to ${value(told, id, saw.between[1])}`;
  return alternatives(saw.oneOf.map(one => value(told, id, one)));
}

/** `a`, `a or b`, `a, b or c`. */
export function alternatives(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(part => part !== '').join(' or ');
}

/** A comparison: `“Armed conflict” is at least war`. */
export function comparison(told: Told, { fact: id, operator, value: wanted }: LeafTrace): string {
  const values = (Array.isArray(wanted) ? wanted : [wanted]).map(one => value(told, id, one));
  return `“${fact(told, id)}” ${OPERATORS[operator].words} ${alternatives(values)}`;
}

/** What would have to hold, of all that does not hold yet, for a condition to be true. */
export function lacking(told: Told, trace: Trace): string {
  if (trace.kind === 'leaf') return comparison(told, trace);
  if (trace.kind === 'not') return `it were not so that ${whole(told, trace.of[0]!)}`;
  const parts = trace.of.filter(({ truth }) => truth !== 'true');
  return together(parts, trace.kind, part => lacking(told, part));
}

function whole(told: Told, trace: Trace): string {
  if (trace.kind === 'leaf') return comparison(told, trace);
  if (trace.kind === 'not') return `not (${whole(told, trace.of[0]!)})`;
  return together(trace.of, trace.kind, part => whole(told, part));
}

/** Parts of a condition in words, each once; what is made of several itself stands in brackets. */
function together(
  parts: readonly Trace[],
  kind: 'all' | 'any' | 'named',
  say: (part: Trace) => string,
): string {
  const several = (part: Trace) =>
    part.kind !== 'leaf' && part.kind !== 'not' && / (and|or) “/.test(say(part));
  const words = [
    ...new Set(parts.map(part => (parts.length > 1 && several(part) ? `(${say(part)})` : say(part)))),
  ];
  return words.join(kind === 'any' ? ' or ' : ' and ');
}

/** Sources by number, each with where in it: `id#locator`. */
export function cites({ numbers, prefix }: Told, sources: readonly string[]): Inline[] {
  return sources.flatMap((source, i) => {
    const [id, at] = [source.split('#', 1)[0]!, source.split('#').slice(1).join('#')];
    const number = numbers.get(id);
    if (number === undefined) return [];
    const cite: Inline = {
      cite: number,
      to: `${prefix}source-${number}`,
      ...(at !== '' && { at: at.replaceAll('-', ' ') }),
    };
    return i === 0 ? [cite] : [' ', cite];
  });
}

/** Whose priorities the situation is judged by. */
export function judge({ appraisal }: Told): string {
  const by = appraisal.perspective;
  const fixed = Object.keys(appraisal.manifest.fixedWeights).length > 0 ? ', with weights changed' : '';
  return `${by === null ? 'weights of its own' : `the priorities of “${brief(by.title)}”`}${fixed}`;
}
