// Writes schemas/openapi.json from the other schemas and the endpoints of the server. Run by `npm run generate`; a test fails
// when it is stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'schemas');

/** @returns {Promise<Map<string, string>>} file paths with the text that they should have */
export async function generateOpenApi() {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/server/openapi.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
  });
  const code = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`;
  const { openApiDocument } = await import(code);
  const names = readdirSync(folder).filter(name => name.endsWith('.schema.json'));
  const schemas = new Map(
    names.map(name => [basename(name, '.schema.json'), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
  );
  return new Map([[join(folder, 'openapi.json'), `${JSON.stringify(openApiDocument(schemas), null, 2)}\n`]]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [path, text] of await generateOpenApi()) writeFileSync(path, text);
}
