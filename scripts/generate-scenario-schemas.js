// Writes the schema of the scenarios of every rule set below rules/. Needs a build.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
for (const name of readdirSync(join(root, 'rules')))
  execFileSync(
    'node',
    ['dist/bin.js', 'schema', `rules/${name}`, '-o', `rules/${name}/scenario.schema.json`],
    {
      cwd: root,
    },
  );
