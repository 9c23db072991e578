import { readdirSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { appraised, SHIPPED, text } from '../support/shipped.js';

it('the library runs where there is no Node: in a bare context, without code made at run time', async () => {
  const { outputFiles } = await build({
    entryPoints: ['src/index.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'demarche',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  });
  const names = ['rule-set.yaml', 'facts.yaml', 'options.yaml', 'conditions.yaml'];
  const rules = readdirSync(`${SHIPPED}/rules`).map(name => `rules/${name}`);
  const files = [...names, ...rules].map(name => ({
    path: `${SHIPPED}/${name}`,
    text: text(`${SHIPPED}/${name}`),
  }));
  const scenario = { path: 'scenarios/myanmar-2025.yaml', text: text('scenarios/myanmar-2025.yaml') };
  const context = createContext(
    { files, scenario, TextEncoder, console, setTimeout },
    { codeGeneration: { strings: false, wasm: false } },
  );
  runInContext(outputFiles[0]!.text, context);
  const answer: string = await runInContext(
    `(async () => {
      const { ruleSet, diagnostics } = demarche.loadRuleSet('${SHIPPED}', files);
      if (!ruleSet) return JSON.stringify(diagnostics);
      const loaded = await demarche.loadScenario(scenario, ruleSet);
      return JSON.stringify((await demarche.appraise(ruleSet, loaded.scenario)).ranking);
    })()`,
    context,
  );
  const { ranking } = await appraised('scenarios/myanmar-2025.yaml');
  expect(JSON.parse(answer)).toEqual(JSON.parse(JSON.stringify(ranking)));
});
