// Bundles the command line with all that it imports into dist/bin.js and a few chunks beside it: it starts in half the
// time that loading some 300 modules takes, and its packages need not be installed. The library stays as tsc writes it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { noticesOf } from './notices.js';

/** What identifies the build: a hash of every source file. */
function buildOf(folder) {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    if (/\.tsx?$/.test(name)) hash.update(`${name}\n${readFileSync(`${folder}/${name}`, 'utf8')}`);
  }
  return hash.digest('hex');
}

const { metafile } = await build({
  // The second is what a thread runs that scores rows of a table.
  entryPoints: { bin: 'src/bin.ts', 'cli/table-worker': 'src/cli/table/worker.ts' },
  outdir: 'dist',
  chunkNames: 'cli/[name]-[hash]',
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Citation.js can fetch references from the web. Here it never does: there is nothing to fetch with.
  alias: { 'sync-fetch': './scripts/no-fetch.js', 'node-fetch': './scripts/no-fetch.js' },
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  legalComments: 'none',
  define: { DEMARCHE_BUILD: JSON.stringify(buildOf('src')) },
  metafile: true,
  logLevel: 'warning',
});

writeFileSync(
  'dist/third-party-notices.txt',
  noticesOf(Object.keys(metafile.inputs)).join(`\n${'-'.repeat(80)}\n\n`),
);
