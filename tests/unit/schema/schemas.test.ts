import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { generateSchema } from '../../../scripts/generate-schema.js';
import { formOf } from '../../../src/schema/names.js';

type Schema = { [keyword: string]: unknown };

const FOLDER = new URL('../../../schemas/', import.meta.url);
const SCHEMAS = readdirSync(FOLDER)
  .filter(name => name.endsWith('.schema.json'))
  .map(name => [name, JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Schema] as const);
/** The schemas of what authors write; the others are of results, which have a format. */
const AUTHORED = SCHEMAS.filter(([, { properties = {} }]) => !('format' in (properties as object)));

test.each(SCHEMAS)('every key in %s says what it means', (_, schema) => {
  const keys = schemasIn(schema, '').flatMap(({ at, schema }) =>
    Object.entries(mapOf(schema.properties)).map(([key, property]) => ({
      key: `${at}/${key}`,
      description: (property as Schema).description,
    })),
  );
  expect(keys.filter(({ description }) => typeof description !== 'string')).toEqual([]);
});

test.each(AUTHORED)(
  'every key in %s has an example, its own or that of what it refers to',
  (name, schema) => {
    const without = schemasIn(schema, '').flatMap(({ at, schema }) =>
      Object.entries(mapOf(schema.properties)).flatMap(([key, property]) =>
        examplesOf(name, property as Schema).length > 0 ? [] : `${at}/${key}`,
      ),
    );
    expect(without).toEqual([]);
  },
);

function examplesOf(name: string, { examples = [], $ref }: Schema): unknown[] {
  if (typeof $ref !== 'string' || (examples as unknown[]).length > 0) return examples as unknown[];
  const [file, pointer] = $ref.split('#') as [string, string];
  const target = file === '' ? name : file;
  const steps = pointer.split('/').slice(1);
  const found = steps.reduce<unknown>((inside, step) => mapOf(inside)[step], new Map(SCHEMAS).get(target));
  return examplesOf(target, found as Schema);
}

test.each(AUTHORED)('every map in %s either names its keys or has ids as keys', (_, schema) => {
  const open = schemasIn(schema, '').filter(
    ({ schema }) =>
      [schema.type].flat().includes('object') &&
      schema.additionalProperties !== false &&
      schema.propertyNames === undefined &&
      (schema.properties ?? schema.additionalProperties) !== undefined,
  );
  expect(open.map(({ at }) => at)).toEqual([]);
});

test.each(SCHEMAS)('every example in %s is valid where it stands', (name, schema) => {
  const ajv = new Ajv({ allErrors: true, strict: false });
  for (const [name, schema] of SCHEMAS) ajv.addSchema(schema, name);
  const wrong = schemasIn(schema, '').flatMap(({ at, schema }) =>
    ((schema.examples as unknown[]) ?? []).flatMap(example =>
      ajv.validate({ $ref: `${name}#${at}` }, example) ? [] : { at, example, errors: ajv.errors },
    ),
  );
  expect(wrong).toEqual([]);
});

test.each(AUTHORED)('every pattern in %s can be told in plain words', (_, schema) => {
  const patterns = schemasIn(schema, '').flatMap(({ schema }) => (schema.pattern as string) ?? []);
  expect(patterns.filter(pattern => formOf(pattern, '').form.includes('expected'))).toEqual([]);
});

test('the generated files are what the schemas say: run `npm run generate` when this fails', async () => {
  for (const [path, text] of await generateSchema()) {
    expect([path, readFileSync(path, 'utf8') === text]).toEqual([path, true]);
  }
});

/** A schema and all schemas in it, each with its JSON pointer. */
function schemasIn(schema: Schema, at: string): { at: string; schema: Schema }[] {
  const inMaps = ['properties', 'definitions'].flatMap(keyword =>
    Object.entries(mapOf(schema[keyword])).flatMap(([key, inner]) =>
      schemasIn(inner as Schema, `${at}/${keyword}/${key}`),
    ),
  );
  const single = ['items', 'additionalProperties', 'propertyNames'].flatMap(keyword =>
    typeof schema[keyword] === 'object' ? schemasIn(schema[keyword] as Schema, `${at}/${keyword}`) : [],
  );
  return [{ at, schema }, ...inMaps, ...single];
}

function mapOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
