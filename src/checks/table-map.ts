import type { Code } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { partsOfFact } from '../model/derivation.js';
import type { Fact } from '../model/fact.js';
import { type AuthoredTableMap, type LongColumn, longColumn } from '../model/parse-table-map.js';
import type { RuleSet } from '../model/rule-set.js';
import { placeOf } from '../source/place.js';
import type { Pointer } from '../source/source-file.js';
import { valueProblems } from './comparisons.js';

type Report = (code: Code, at: Pointer, part: 'key' | 'value', message: string, help?: string) => void;
type Look = (column: LongColumn, fact: Fact, at: Pointer, report: Report) => void;

/** Every fact that a column is given for exists, and what the column is read as fits it. */
export function checkTableMap({ file, value }: AuthoredTableMap, { facts }: RuleSet): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report: Report = (code, at, part, message, help) =>
    void found.push(diagnostic(code, message, placeOf(file, at, part), help));
  for (const [id, from] of Object.entries(value.columns ?? {})) {
    const at = ['columns', id];
    const fact = facts.get(id);
    if (!fact) {
      report('map/unknown-fact', at, 'key', `unknown fact \`${id}\``, didYouMean(id, facts.keys()));
    } else if (fact.derive) {
      const help = `give columns for what it is derived from: ${partsOfFact(id, facts).join(', ')}`;
      report('map/derived-fact', at, 'key', `\`${id}\` is derived and has no column`, help);
    } else {
      const column = longColumn(from);
      for (const look of [forms, values, cutPoints]) look(column, fact, at, report);
      missing(column, value.missing ?? [], at, report);
    }
  }
  return found;
}

const forms: Look = ({ values, factor, 'cut-points': cuts }, { id, domain }, at, report) => {
  const wrong = (key: string, message: string, help: string) =>
    report('map/wrong-form', [...at, key], 'key', message, help);
  if (cuts && domain.kind === 'number')
    wrong('cut-points', `cut points on the number \`${id}\``, 'leave them out: its rules cut it');
  if (values && cuts) wrong('values', '`values` beside `cut-points`', 'keep one of the two');
  if (factor === undefined) return;
  if (factor === 0) wrong('factor', 'a factor of 0 makes all numbers alike', 'leave it out');
  if (!cuts && (values || domain.kind !== 'number'))
    wrong('factor', `a factor on \`${id}\`, which is read from words`, 'leave it out, or give `cut-points`');
};

const values: Look = ({ values = {} }, fact, at, report) => {
  for (const [text, level] of Object.entries(values))
    wrongValue(level, fact, [...at, 'values', text], report);
};

const cutPoints: Look = ({ 'cut-points': cuts = [] }, fact, at, report) => {
  let before = Number.NEGATIVE_INFINITY;
  cuts.forEach(({ below, level }, i) => {
    const here = [...at, 'cut-points', i];
    if (fact.domain.kind !== 'number') wrongValue(level, fact, [...here, 'level'], report);
    const isLast = i === cuts.length - 1;
    if (isLast !== (below === undefined)) {
      const message = isLast
        ? 'the last cut point has a `below`'
        : 'a cut point without `below` is not the last';
      report(
        'map/cut-points',
        here,
        'value',
        message,
        'only the last entry has none: all other numbers have its level',
      );
    } else if (below !== undefined && below <= before) {
      const message = `${below} is not above the cut point before it, ${before}`;
      report('map/cut-points', [...here, 'below'], 'value', message, 'put them in order from the lowest up');
    }
    before = below ?? before;
  });
};

function wrongValue(value: unknown, { id, domain }: Fact, at: Pointer, report: Report): void {
  for (const { message, help } of valueProblems(value, id, domain))
    report('map/wrong-value', at, 'value', message, help);
}

function missing(
  { values = {}, missing = [] }: LongColumn,
  everywhere: readonly (string | number)[],
  at: Pointer,
  report: Report,
): void {
  for (const text of new Set([...missing, ...everywhere].map(String))) {
    if (!Object.hasOwn(values, text)) continue;
    report('map/missing-value', [...at, 'values', text], 'key', `\`${text}\` stands for a missing value`);
  }
}
