import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { nearestTo } from '../diagnostics/suggest.js';
import { SHOWN_PER_CODE } from '../source/limits.js';
import { placeOf } from '../source/place.js';
import type { Pointer, SourceFile } from '../source/source-file.js';
import { replacedBy } from './foreign.js';
import { nameOf } from './names.js';
import { choiceOf, type Finding, type Found, type SchemaError, WORDS } from './words.js';

/** Puts ajv's errors into the author's words, one for each mistake, and tells every place that has one. */
export function explain(
  errors: readonly SchemaError[],
  file: SourceFile,
): { diagnostics: Diagnostic[]; broken: Pointer[] } {
  const found = errors.map(error => ({ ...error, pointer: pointerOf(error.instancePath, file.data) }));
  const told = unique(withoutConsequences(found).flatMap(one => WORDS[one.keyword]?.(one) ?? []));
  // Of a keyword that has no words yet at least the place is told: a file that is wrong never passes for a sound one.
  const findings = told.length > 0 ? told : found.slice(0, 1).map(inGeneral);
  return {
    diagnostics: shown(findings).map(({ code, message, help, pointer, part }) =>
      diagnostic(code, message, placeOf(file, pointer, part), help),
    ),
    broken: [...found, ...findings].map(({ pointer }) => pointer),
  };
}

function inGeneral({ pointer }: Found): Finding {
  const message = `${nameOf(pointer)} is not as its schema wants it`;
  return { code: 'schema/not-allowed', message, pointer, part: 'value' };
}

function pointerOf(instancePath: string, root: unknown): Pointer {
  let inside = root;
  return instancePath
    .split('/')
    .slice(1)
    .map(escaped => {
      const step = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
      const isList = Array.isArray(inside);
      inside = (inside as Record<string, unknown>)[step];
      return isList ? Number(step) : step;
    });
}

/** Leaves out what follows from another error at the same place. */
function withoutConsequences(found: readonly Found[]): Found[] {
  const byPlace = groupBy(found, ({ instancePath }) => instancePath);
  return [...byPlace.values()].flatMap(here => {
    const without = here.find(({ keyword }) => keyword === 'enum') ?? narrowest(here.filter(isWrongType));
    if (without) return [without];
    const unknown = here.flatMap(({ keyword, params }) =>
      keyword === 'additionalProperties' ? [String(params.additionalProperty)] : [],
    );
    const needed = here.flatMap(({ keyword, params }) =>
      keyword === 'dependencies' ? [String(params.missingProperty)] : [],
    );
    return here.filter(one => !(FOLLOWS[one.keyword]?.(one, unknown, needed) ?? false));
  });
}

function isWrongType({ keyword }: Found): boolean {
  return keyword === 'type';
}

/** Of errors of type at one place the one that allows least. */
function narrowest(wrongTypes: readonly Found[]): Found | undefined {
  const allowed = ({ params }: Found) => [params.type].flat().length;
  return wrongTypes.toReversed().sort((a, b) => allowed(a) - allowed(b))[0];
}

/** Whether an error follows from keys that are unknown at its place, or from keys that others there need. */
const FOLLOWS: Record<
  string,
  (one: Found, unknown: readonly string[], needed: readonly string[]) => boolean
> = {
  required: ({ params }, unknown) => unknown.some(key => standsFor(key, String(params.missingProperty))),
  dependencies: (_, unknown) => unknown.length > 0,
  oneOf: (one, unknown, needed) => {
    const { keys, given } = choiceOf(one);
    return given.length === 0 && (unknown.length > 0 || needed.some(key => keys.includes(key)));
  },
};

function standsFor(unknown: string, missing: string): boolean {
  return nearestTo(unknown, [missing]) !== undefined || replacedBy(unknown).includes(missing);
}

function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map(one => [JSON.stringify([one.message, one.pointer]), one])).values()];
}

/** So many of each code that a reader can use them: a file can hold tens of thousands of mistakes. */
function shown(findings: readonly Finding[]): Finding[] {
  return [...groupBy(findings, ({ code }) => code).values()].flatMap(same => same.slice(0, SHOWN_PER_CODE));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
