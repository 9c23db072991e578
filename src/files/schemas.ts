import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The JSON Schemas of what authors write, by file name, as the package carries them. They refer to one another. */
export async function authorSchemas(): Promise<Map<string, string>> {
  const folder = schemasFolder();
  const names = KINDS.map(kind => `${kind}.schema.json`);
  const texts = await Promise.all(names.map(name => readFile(join(folder, name), 'utf8')));
  return new Map(names.map((name, i) => [name, texts[i]!]));
}

/** The text of the OpenAPI document of the HTTP interface. */
export function openApiText(): Promise<string> {
  return readFile(join(schemasFolder(), 'openapi.json'), 'utf8');
}

const KINDS = [
  'case',
  'common',
  'conditions',
  'facts',
  'options',
  'properties',
  'record',
  'rule-set',
  'rules',
  'scenario',
];

/** `schemas/` of the package: above this file, whether as it was written, compiled or bundled. */
function schemasFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'schemas', 'common.schema.json'))) {
    if (dirname(folder) === folder) throw new Error('the package has lost its schemas');
    folder = dirname(folder);
  }
  return join(folder, 'schemas');
}
