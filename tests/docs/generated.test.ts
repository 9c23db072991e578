import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { text } from '../support/shipped.js';

it('the generated references are what their sources say', () => {
  const script =
    "import('./scripts/generate-docs.js').then(async m => console.log(JSON.stringify([...await m.generateDocs()])))";
  const files: [string, string][] = JSON.parse(
    execFileSync('node', ['-e', script], { encoding: 'utf8', maxBuffer: 1e8 }),
  );
  expect(files).toHaveLength(2 + readdirSync('rules').length);
  for (const [path, wanted] of files) expect(text(path), `${path} is stale: npm run generate`).toBe(wanted);
}, 240_000);

it('the OpenAPI document is what schemas and endpoints say', () => {
  const script =
    "import('./scripts/generate-openapi.js').then(async m => console.log(JSON.stringify([...await m.generateOpenApi()])))";
  const files: [string, string][] = JSON.parse(
    execFileSync('node', ['-e', script], { encoding: 'utf8', maxBuffer: 1e8 }),
  );
  for (const [path, wanted] of files) expect(text(path), `${path} is stale: npm run generate`).toBe(wanted);
});
