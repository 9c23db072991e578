// Times, in a browser, how long the workbench takes from a changed fact to a judged situation, and to a page that shows it.
// Needs a build and Chromium.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const CHANGES = 40;
const FACTS = [
  ['repression', 'high', 'extreme'],
  ['atrocities', 'isolated', 'severe'],
  ['conflict-intensity', 'minor', 'war'],
  ['sanctions-loopholes', 'few', 'many'],
];
const path = join(tmpdir(), `demarche-bench-${process.pid}.html`);
execFileSync('node', ['dist/bin.js', 'workbench', 'scenarios/myanmar-2025.yaml', '-o', path]);
const executablePath = execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(pathToFileURL(path).href);
await page.locator('.ranks li').first().waitFor();
for (const [fact] of FACTS) await page.locator(`#fact-${fact} > summary`).click();
await page.getByText('All analyses are done.').waitFor();

/** Chooses a level and waits until a frame shows what it comes to. */
const change = ([fact, level]) =>
  page.evaluate(
    async ([fact, level]) => {
      const section = () => document.querySelector('[data-took]');
      const before = section().dataset.took;
      const start = performance.now();
      document.querySelector(`#fact-${fact} input[value="${level}"]`).click();
      while (section().dataset.took === before) {
        if (performance.now() - start > 10_000) throw new Error(`${fact} stays as it was`);
        await new Promise(resolve => setTimeout(resolve));
      }
      await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
      return { judged: Number(section().dataset.took), shown: performance.now() - start };
    },
    [fact, level],
  );

const all = [];
for (let i = 0; i < CHANGES; i += 1) {
  const [fact, ...levels] = FACTS[i % FACTS.length];
  const made = await change([fact, levels[Math.floor(i / FACTS.length) % 2]]).catch(error => ({ error }));
  if (made.error) throw made.error;
  if (i >= FACTS.length) all.push(made);
}
await browser.close();
const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const figure = of => `${median(all.map(of)).toFixed(0).padStart(4)} ms`;
console.log(`${cpus().length} x ${cpus()[0].model.trim()}, Chromium, medians of ${all.length} changes of a fact`);
console.log(`judged ${figure(({ judged }) => judged)}`);
console.log(`shown  ${figure(({ shown }) => shown)}`);
console.log(`page   ${(gzipSync(readFileSync(path)).length / 1000).toFixed(0).padStart(4)} kB compressed`);
