// Writes src/schema/generated/ from schemas/: validators that need no code at run time, and the types of what authors
// write. Run by `npm run generate`; a test fails when the files on disk are stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';

const require = createRequire(import.meta.url);
const Ajv = require('ajv').default;
const standalone = require('ajv/dist/standalone').default;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'src', 'schema', 'generated');
const header = '// Generated from schemas/ by `npm run generate`. Do not edit.\n';

/** @returns {Promise<Map<string, string>>} file paths with the text that they should have */
export async function generateSchema() {
  const schemas = readSchemas();
  return new Map([
    [join(out, 'validators.ts'), await validators(schemas, schema => !isResult(schema), TELLING)],
    [join(out, 'result-validators.ts'), await validators(schemas, isResult, APART)],
    [join(out, 'author-types.ts'), await authorTypes(schemas)],
  ]);
}

function readSchemas() {
  const names = readdirSync(join(root, 'schemas')).filter(name => name.endsWith('.schema.json'));
  return new Map(
    names.sort().map(name => [name, JSON.parse(readFileSync(join(root, 'schemas', name), 'utf8'))]),
  );
}

const kindOf = name => basename(name, '.schema.json');
const pascal = kind => kind.replace(/(^|-)([a-z])/g, (_, __, letter) => letter.toUpperCase());

/** Whether Demarche writes it, not authors: of a result, which has a format, one asks only whether it is sound. */
const isResult = schema => schema.properties?.format !== undefined;
/** Of a file one asks for every mistake, with all that a message can say about it. */
const TELLING = { allErrors: true, verbose: true };

/** Each definition a function of its own: in one function the type checker, which follows every branch, runs out of stack. */
const APART = { inlineRefs: false };

async function validators(schemas, isWanted, options) {
  const ajv = new Ajv({
    ...options,
    strict: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    code: { source: true, esm: true },
  });
  for (const [name, schema] of schemas) ajv.addSchema(schema, name);
  const exported = [...schemas]
    .filter(([name, schema]) => name !== 'common.schema.json' && isWanted(schema))
    .map(([name]) => name);
  const code = standalone(
    ajv,
    Object.fromEntries(exported.map(name => [`validate${pascal(kindOf(name))}`, name])),
  );
  const { outputFiles } = await build({
    stdin: { contents: linear(code), resolveDir: root, loader: 'js' },
    bundle: true,
    absWorkingDir: root,
    format: 'esm',
    write: false,
    minifySyntax: true,
    minifyWhitespace: true,
    target: 'es2022',
  });
  return `// @ts-nocheck\n${header}${outputFiles[0].text}`;
}

/** Ajv copies all errors so far for each entry of a list or map; in a file full of mistakes that takes seconds. */
function linear(code) {
  const append = 'function append(all, more) { for (const one of more) all.push(one); return all; }';
  return `${append}\n${code.replaceAll('vErrors.concat(', 'append(vErrors, ')}`;
}

async function authorTypes(schemas) {
  const authored = [...schemas].filter(([, schema]) => !isResult(schema));
  const kinds = authored.map(([name]) => name).filter(name => name !== 'common.schema.json');
  const all = {
    title: 'Authored',
    type: 'object',
    additionalProperties: false,
    required: kinds,
    properties: Object.fromEntries(kinds.map(name => [name, { $ref: `#/definitions/${kindOf(name)}` }])),
    definitions: Object.assign({}, ...authored.map(([name, schema]) => inlined(name, schema))),
  };
  const types = await compile(all, 'Authored', {
    bannerComment: header.trim(),
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: false,
    style: { singleQuote: true, printWidth: 110 },
  });
  return types;
}

/** The definitions of one schema file under names of their own, with what says nothing about types taken out. */
function inlined(name, schema) {
  const { definitions = {}, $schema: _, ...self } = schema;
  const prefix = kindOf(name);
  const own = Object.fromEntries(
    Object.entries(definitions).map(([key, value]) => [`${prefix}-${key}`, plain(value, prefix)]),
  );
  return prefix === 'common' ? own : { ...own, [prefix]: plain(self, prefix) };
}

const SAYS_NOTHING = [
  'oneOf',
  'allOf',
  'if',
  'then',
  'dependencies',
  'not',
  'examples',
  'propertyNames',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
];

function plain(schema, prefix) {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return schema;
  if (typeof schema.$ref === 'string') return { $ref: rewritten(schema.$ref, prefix) };
  const kept = Object.entries(schema).filter(([keyword]) => !SAYS_NOTHING.includes(keyword));
  return Object.fromEntries(
    kept.map(([keyword, value]) => [
      keyword,
      keyword === 'properties' ? plainProperties(value, prefix) : plain(value, prefix),
    ]),
  );
}

/** A key of a file may be called as a keyword of JSON Schema is: `not` in a condition, `then` in a rule. */
function plainProperties(properties, prefix) {
  return Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, plain(schema, prefix)]));
}

function rewritten(ref, prefix) {
  const [file, path] = ref.split('#/definitions/');
  return `#/definitions/${file === '' ? prefix : kindOf(file)}-${path}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [path, text] of await generateSchema()) writeFileSync(path, text);
}
