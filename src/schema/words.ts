import type { Code } from '../diagnostics/codes.js';
import { didYouMean } from '../diagnostics/suggest.js';
import type { Pointer } from '../source/source-file.js';
import { foreignKey, foreignOperator, foreignValue } from './foreign.js';
import { alternatives, entryOf, formOf, nameOf, quoted, seen, short, typeWords } from './names.js';

/** An error as ajv reports it. */
export interface SchemaError {
  instancePath: string;
  keyword: string;
  schemaPath: string;
  params: Record<string, unknown>;
  /** The schema that the keyword stands in. */
  parentSchema: ParentSchema;
  data: unknown;
  /** Set on errors about the name of a key. */
  propertyName?: string;
}

interface ParentSchema {
  title?: string;
  properties?: Record<string, unknown>;
  propertyNames?: { pattern: string };
  oneOf?: readonly { required: readonly string[] }[];
  dependencies?: Record<string, readonly string[]>;
  pattern?: string;
  minItems?: number;
  maxItems?: number;
}

/** An error with the place of the data that it is about. */
export interface Found extends SchemaError {
  pointer: Pointer;
}

/** What to say about an error, and where. */
export interface Finding {
  code: Code;
  message: string;
  help?: string | undefined;
  pointer: Pointer;
  part: 'key' | 'value';
}

/** For each ajv keyword what to say. A keyword that is not here only repeats another error. */
export const WORDS: Record<string, (found: Found) => Finding | undefined> = {
  required: missingKey,
  additionalProperties: unknownKey,
  propertyNames: badKey,
  type: wrongType,
  enum: notAllowed,
  pattern: badPattern,
  not: found => atValue(found, 'schema/out-of-range', 'must not be 0'),
  oneOf: exactlyOne,
  dependencies: keysTogether,
  uniqueItems: twice,
  minItems: length,
  maxItems: length,
  minProperties: length,
  maxProperties: length,
  minLength: length,
  maxLength: length,
  minimum: outOfRange,
  maximum: outOfRange,
  exclusiveMinimum: outOfRange,
  exclusiveMaximum: outOfRange,
};

function atValue({ pointer }: Found, code: Code, what: string, help?: string): Finding {
  return { code, message: `${nameOf(pointer)} ${what}`, help, pointer, part: 'value' };
}

function missingKey({ params, schemaPath, pointer, data, parentSchema }: Found): Finding | undefined {
  // Each branch of a `oneOf` reports the key that it needs: `oneOf` itself says it once.
  if (/\/oneOf\/\d+\/required$/.test(schemaPath)) return undefined;
  const where = entryOf(pointer, data, parentSchema.title);
  return {
    code: 'schema/missing-key',
    message: `missing key \`${params.missingProperty}\`${where === undefined ? '' : ` in ${where}`}`,
    pointer,
    part: 'key',
  };
}

function unknownKey({ params, pointer, data, parentSchema }: Found): Finding {
  const key = String(params.additionalProperty);
  const known = Object.keys(parentSchema.properties ?? {});
  const foreign = foreignKey(key, known);
  const open = known.filter(other => !(other in Object(data)));
  return {
    code: foreign ? 'schema/foreign-operator' : 'schema/unknown-key',
    message: `unknown key \`${short(key)}\``,
    help: foreign?.help ?? didYouMean(key, open),
    pointer: [...pointer, key],
    part: 'key',
  };
}

function badKey({ params, pointer, parentSchema }: Found): Finding {
  const key = String(params.propertyName);
  const { form, help } = formOf(parentSchema.propertyNames?.pattern ?? '', key);
  return {
    code: 'schema/bad-pattern',
    message: `\`${short(key)}\` is not ${form}`,
    help,
    pointer: [...pointer, key],
    part: 'key',
  };
}

function wrongType(found: Found): Finding {
  const { params, pointer, data } = found;
  const types = [params.type].flat().map(String);
  const isValue =
    pointer.at(-1) === 'value' || (pointer.at(-2) === 'value' && typeof pointer.at(-1) === 'number');
  const foreign = isValue ? foreignValue(data) : undefined;
  const code = foreign === undefined ? 'schema/wrong-type' : 'schema/foreign-operator';
  return atValue(
    found,
    code,
    `must be ${typeWords(types)}, ${seen(data)}`,
    foreign ?? typeHelp(types, found),
  );
}

/** What to write instead, where what is written shows what was meant. */
function typeHelp(types: readonly string[], { data, pointer, parentSchema }: Found): string | undefined {
  const wants = (type: string) => types.includes(type);
  if (typeof data === 'string') {
    const written = short(data);
    if (parentSchema.title === 'AuthoredCondition')
      return `a named condition is \`{ condition: ${written} }\``;
    if (types.join() === 'array') return `write \`[${written}]\``;
    const isNumber = /^-?\d+(\.\d+)?$/.test(data) && (wants('number') || wants('integer'));
    return isNumber ? 'leave out the quotes' : undefined;
  }
  if (Array.isArray(data)) return pointer.at(-1) === 'value' ? 'a list goes with `in` or `notIn`' : undefined;
  if (data === null) return wants('boolean') ? 'write `unknown` for a fact that is not known' : undefined;
  const fits = typeof data !== 'object' && new RegExp(parentSchema.pattern ?? '').test(String(data));
  return wants('string') && fits ? 'put it in quotes' : undefined;
}

function notAllowed(found: Found): Finding {
  const { params, pointer, data } = found;
  const allowed = (params.allowedValues as unknown[]).map(String);
  const foreign = pointer.at(-1) === 'operator' ? foreignOperator(String(data)) : undefined;
  return atValue(
    found,
    foreign === undefined ? 'schema/not-allowed' : 'schema/foreign-operator',
    `must be ${alternatives(allowed)}, ${typeof data === 'string' ? `not \`${short(data)}\`` : seen(data)}`,
    foreign ?? didYouMean(String(data), allowed),
  );
}

function badPattern(found: Found): Finding | undefined {
  if (found.propertyName !== undefined) return undefined;
  const { params, pointer, data } = found;
  const { form, help, isId } = formOf(String(params.pattern), String(data));
  if (!isId) {
    return atValue(found, 'schema/bad-pattern', `must be ${form}, not \`${short(String(data))}\``, help);
  }
  const message = `\`${short(String(data))}\` is not ${form}`;
  return { code: 'schema/bad-pattern', message, help, pointer, part: 'value' };
}

/** The keys of which exactly one must be given, and those that are. */
export function choiceOf({ parentSchema, data }: Found): { keys: string[]; given: string[] } {
  const keys = (parentSchema.oneOf ?? []).flatMap(({ required }) => required);
  return { keys, given: keys.filter(key => key in Object(data)) };
}

function exactlyOne(found: Found): Finding {
  const { keys, given } = choiceOf(found);
  const { pointer } = found;
  return {
    code: 'schema/one-of-keys',
    message: `expected exactly one of the keys ${quoted(keys)}, found ${quoted(given, ' and ') || 'none'}`,
    pointer: given.length > 1 ? [...pointer, given[1]!] : pointer,
    part: 'key',
  };
}

function keysTogether({ params, pointer, data, parentSchema }: Found): Finding | undefined {
  const { dependencies = {} } = parentSchema;
  const missing = (key: string) => (dependencies[key] ?? []).filter(needed => !(needed in Object(data)));
  const property = String(params.property);
  const first = Object.keys(Object(data)).find(key => missing(key).includes(String(params.missingProperty)));
  if (property !== first) return undefined;
  return {
    code: 'schema/keys-together',
    message: `\`${property}\` needs ${quoted(missing(property), ' and ')} beside it`,
    pointer: [...pointer, property],
    part: 'key',
  };
}

function twice({ params, pointer, data }: Found): Finding {
  const at = Math.max(Number(params.i), Number(params.j));
  return {
    code: 'schema/not-allowed',
    message: `${nameOf(pointer)} names \`${short(String((data as unknown[])[at]))}\` twice`,
    pointer: [...pointer, at],
    part: 'value',
  };
}

function length({ keyword, params, pointer, parentSchema }: Found): Finding {
  const limit = Number(params.limit);
  const exact = parentSchema.minItems === parentSchema.maxItems && keyword.endsWith('Items');
  const unit = keyword.endsWith('Length') ? 'characters' : limit === 1 ? 'entry' : 'entries';
  const what = exact
    ? `needs exactly ${limit} ${unit}`
    : keyword.startsWith('max')
      ? `has more than ${limit.toLocaleString('en-GB')} ${unit}`
      : limit === 1
        ? 'is empty'
        : `needs at least ${limit} ${unit}`;
  return { code: 'schema/out-of-range', message: `${nameOf(pointer)} ${what}`, pointer, part: 'key' };
}

const BOUNDS: Record<string, string> = { '>=': 'at least', '<=': 'at most', '>': 'above', '<': 'below' };

function outOfRange(found: Found): Finding {
  const { comparison, limit } = found.params;
  const bound = BOUNDS[String(comparison)];
  return atValue(
    found,
    'schema/out-of-range',
    `must be ${bound} ${limit}, not \`${short(String(found.data))}\``,
  );
}
