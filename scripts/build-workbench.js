// Builds the shell of the workbench into dist/workbench.html: page, styles and the one script of page and worker, with a
// policy that lets nothing else run. `demarche workbench` puts the data in.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { noticesOf } from './notices.js';

/** Modules that the page does without, and what stands in for them there. */
const STAND_INS = {
  // The solver: which options lead under some weights at all is undecided in the page.
  yalps: "export const solve = () => ({ status: 'infeasible', result: Number.NaN, variables: [] });",
  // Paths into facts are refused when a rule set is read, so nothing asks for one; this one makes code at run time.
  'jsonpath-plus': "export const JSONPath = () => { throw new Error('no paths'); };",
};

/** Rule sets come checked, so of the validators only that of scenarios is needed. */
const validators = resolveDir => {
  const source = readFileSync(`${resolveDir}/generated/validators.ts`, 'utf8');
  const names = [...new Set([...source.matchAll(/\bvalidate[A-Z]\w*/g)].map(([name]) => name))];
  const others = names.filter(name => name !== 'validateScenario');
  return `export { validateScenario } from './generated/validators.ts';
const none = () => { throw new Error('only scenarios are read here'); };
export { ${others.map(name => `none as ${name}`).join(', ')} };`;
};

const lean = {
  name: 'lean',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(yalps|jsonpath-plus)$/ }, ({ path }) => ({ path, namespace: 'stand-in' }));
    onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({ contents: STAND_INS[path] }));
    // A way to the global object for browsers of before 2020, which would make code at run time.
    onLoad({ filter: /eventemitter2\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const without = source.replace(/new Function\('','return this'\)\(\)/, 'globalThis');
      if (without === source) throw new Error('eventemitter2 has changed: look again');
      return { contents: without };
    });
    onResolve({ filter: /generated\/validators\.js$/ }, ({ path, resolveDir }) => ({
      path,
      namespace: 'validators',
      pluginData: resolveDir,
    }));
    onLoad({ filter: /.*/, namespace: 'validators' }, ({ pluginData }) => ({
      contents: validators(pluginData),
      resolveDir: pluginData,
      loader: 'ts',
    }));
  },
};

const shared = { bundle: true, minify: true, write: false, legalComments: 'none', logLevel: 'warning' };
const { outputFiles: scripts, metafile } = await build({
  ...shared,
  entryPoints: ['src/workbench/main.tsx'],
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  charset: 'utf8',
  metafile: true,
  plugins: [lean],
});
const { outputFiles: styles } = await build({ ...shared, entryPoints: ['src/workbench/style.css'] });
const [script, style] = [scripts, styles].map(([{ text }]) => text.trim());
if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style)) throw new Error('the page would end early');

const hash = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)}`,
  `style-src ${hash(style)}`,
  'worker-src blob:',
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
// The page is passed on by itself, so the licences of what is in it go along. A comment must not end early.
const notices = noticesOf(Object.keys(metafile.inputs)).join('\n').replaceAll('--', '- -');
const parts = { policy, style, script, notices };
const shell = readFileSync('src/workbench/page.html', 'utf8').replace(
  /%(policy|style|script|notices)%/g,
  (_, name) => parts[name],
);
writeFileSync('dist/workbench.html', shell);
