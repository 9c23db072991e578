import type { Code } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean, didYouMeanOr } from '../diagnostics/suggest.js';
import type { AuthoredRecord } from '../model/parse-record.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { placeOf } from '../source/place.js';
import type { Pointer } from '../source/source-file.js';

/** What a record refers to exists, in the rule set of its scenario; each option is there once, each source has one meaning. */
export function checkRecord(
  record: AuthoredRecord,
  { sources, options, perspectives }: RuleSet,
  scenario: Scenario,
): Diagnostic[] {
  const { file, value } = record;
  const own = Object.keys(value.sources ?? {});
  const others = new Set([...scenario.sources.keys(), ...sources.keys()]);
  const found = [
    ...unknown('perspective', [[value.perspective, ['perspective']]], perspectives.keys(), didYouMeanOr),
    ...unknown('option', measuresOf(record).map(named), options.keys()),
    ...twice(record),
    ...own.filter(id => others.has(id)).map(clash),
    ...unknown('source', citations(record), [...own, ...others]),
  ];
  return found.map(({ code, at, part, message, help }) =>
    diagnostic(code, message, placeOf(file, at, part ?? 'value'), help),
  );
}

interface Finding {
  code: Code;
  at: Pointer;
  part?: 'key';
  message: string;
  help?: string | undefined;
}

type Named = readonly [id: string | undefined, at: Pointer];

function unknown(
  kind: 'perspective' | 'option' | 'source',
  all: readonly Named[],
  known: Iterable<string>,
  suggest = didYouMean,
): Finding[] {
  const ids = new Set(known);
  return all.flatMap(([id, at]) =>
    id === undefined || ids.has(id)
      ? []
      : [
          {
            code: `record/unknown-${kind}`,
            at,
            message: `unknown ${kind} \`${id}\``,
            help: suggest(id, ids),
          },
        ],
  );
}

/** The measures that have the right shape, each with its place in the list. */
function measuresOf({ value, broken }: AuthoredRecord) {
  const isBroken = (i: number) => broken.some(([key, at]) => key === 'done' && at === i);
  return (value.done ?? []).flatMap((measure, i) => (isBroken(i) ? [] : [{ measure, i }]));
}

function named({ measure, i }: ReturnType<typeof measuresOf>[number]): Named {
  return [measure.option, ['done', i, 'option']];
}

function twice(record: AuthoredRecord): Finding[] {
  const seen = new Set<string>();
  return measuresOf(record).flatMap(({ measure: { option }, i }): Finding[] => {
    const isAgain = seen.has(option);
    seen.add(option);
    const message = `\`${option}\` is judged twice`;
    const help = 'put both into one entry: a case counts each option once';
    return isAgain ? [{ code: 'record/duplicate-option', at: ['done', i, 'option'], message, help }] : [];
  });
}

function clash(id: string): Finding {
  const message = `the scenario or its rule set already has a source \`${id}\``;
  const help = 'cite that one, or choose another id';
  return { code: 'record/source-clash', at: ['sources', id], part: 'key', message, help };
}

/** Every source that is cited, without the place in it. */
function citations(record: AuthoredRecord): Named[] {
  const { value, broken } = record;
  const isSound = (key: string) => !broken.some(([at]) => at === key);
  const lists: (readonly [readonly string[] | undefined, Pointer])[] = [
    ...measuresOf(record).map(({ measure, i }) => [measure.sources, ['done', i, 'sources']] as const),
    ...(['followed', 'reasons'] as const)
      .filter(isSound)
      .map(key => [value[key]?.sources, [key, 'sources']] as const),
  ];
  return lists.flatMap(([list, at]) =>
    (list ?? []).map((cited, i): Named => [cited.split('#')[0], [...at, i]]),
  );
}
