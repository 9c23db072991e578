// Writes the pages of docs/ that are made from the registry of codes, the schemas and the rule sets. Needs a build.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { diagnosticsPage } from './diagnostics-page.js';
import { runExamples } from './run-examples.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @returns {Promise<Map<string, string>>} file paths with the text that they should have */
export async function generateDocs() {
  const { CODES } = await built('diagnostics/codes.js');
  return new Map([
    ...(await knowledge()),
    [join(root, 'docs', 'diagnostics.md'), diagnosticsPage(CODES, await runExamples(Object.keys(CODES)))],
    [join(root, 'docs', 'file-formats.md'), formats()],
  ]);
}

function built(path) {
  return import(pathToFileURL(join(root, 'dist', path)).href);
}

/** What each rule set says, for a reader who knows the field, and whether its options have like chances. */
async function knowledge() {
  const { readRuleSet } = await built('files/index.js');
  const { ruleSetDescription } = await built('report/description.js');
  const { balance } = await built('audits/balance.js');
  const { balanceMarkdown } = await built('report/balance.js');
  const pages = [];
  for (const id of readdirSync(join(root, 'rules'))) {
    const { ruleSet } = await readRuleSet(join(root, 'rules', id));
    const page = `${ruleSetDescription(ruleSet)}\n## Whether options have like chances\n\n${balanceMarkdown(await balance(ruleSet))}`;
    pages.push([join(root, 'docs', 'knowledge', `${id}.md`), page]);
  }
  return pages;
}

function formats() {
  const names = readdirSync(join(root, 'schemas'))
    .filter(name => name.endsWith('.schema.json'))
    .sort();
  const schemas = new Map(
    names.map(name => [name, JSON.parse(readFileSync(join(root, 'schemas', name), 'utf8'))]),
  );
  const head = '# File formats\n\nGenerated from `schemas/`. A key marked * must be there.';
  return `${[head, ...names.map(name => section(name, schemas))].join('\n\n')}\n`;
}

function section(name, schemas) {
  const schema = schemas.get(name);
  const parts = [
    table(schema, ''),
    ...Object.entries(schema.definitions ?? {}).map(([key, one]) => table(one, key)),
  ];
  return [`## ${name.replace('.schema.json', '')}`, schema.description, ...parts.filter(Boolean)].join(
    '\n\n',
  );
}

function table(schema, title) {
  const rows = rowsOf(schema, '');
  if (rows.length === 0) return undefined;
  const lines = rows.map(({ key, type, text }) => `| \`${key}\` | ${type} | ${text} |`);
  return [
    ...(title ? [`### ${title}`, schema.description ?? ''] : []),
    ['| key | type | meaning |', '|---|---|---|', ...lines].join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function rowsOf(schema, prefix) {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const path = `${prefix}${key}${(schema.required ?? []).includes(key) ? '*' : ''}`;
    return [{ key: path, type: typeOf(value), text: cell(value) }, ...rowsOf(value, `${prefix}${key}.`)];
  });
  const inMap =
    typeof schema.additionalProperties === 'object'
      ? rowsOf(schema.additionalProperties, `${prefix}ID.`)
      : [];
  const inList = typeof schema.items === 'object' ? rowsOf(schema.items, `${prefix}[].`) : [];
  return [...own, ...inMap, ...inList];
}

function typeOf({ type, enum: values, $ref }) {
  if (values) return values.map(value => `\`${value}\``).join(', ');
  if ($ref) return $ref.split('/').at(-1);
  return [type ?? 'any'].flat().join(' or ');
}

function cell({ description = '', examples }) {
  const example = examples ? ` For example \`${JSON.stringify(examples[0])}\`.` : '';
  return `${description}${example}`.replaceAll('|', '\\|');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [path, text] of await generateDocs()) writeFileSync(path, text);
}
