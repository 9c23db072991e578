import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { demarche } from '../../support/cli.js';

/** A browser as continuous integration has it. */
export function openBrowser(): Promise<Browser> {
  const executablePath = execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
}

/** A folder of this run. */
export const FOLDER = mkdtempSync(join(tmpdir(), 'demarche-workbench-'));

/** Writes the workbench of a scenario, by the command that an analyst types, and gives its path. */
export async function workbenchOf(scenario: string): Promise<string> {
  const page = join(FOLDER, `${scenario.replace(/\W+/g, '-')}.html`);
  const { exit, err } = await demarche(['workbench', scenario, '-o', page]);
  if (exit !== 0) throw new Error(err);
  return page;
}

/** A scenario file of this run, beside which the shipped rule set is found. */
export function scenarioFile(name: string, text: string): string {
  const path = join(FOLDER, name);
  writeFileSync(path, text);
  return path;
}

/** A page from disk without any network, and all that a page should not do: errors, and requests of any kind. */
export interface Opened {
  context: BrowserContext;
  page: Page;
  complaints: string[];
}

/** Opens a workbench and waits for its ranking. */
export async function openWorkbench(
  browser: Browser,
  path: string,
  options: BrowserContextOptions & { fragment?: string } = {},
): Promise<Opened> {
  const { fragment = '', ...asked } = options;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    offline: true,
    acceptDownloads: true,
    ...asked,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const own = pathToFileURL(path).href;
  page.on('console', message => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', error => complaints.push(`error: ${error.message}`));
  page.on('request', request => {
    const url = request.url();
    if (url.split('#')[0] !== own && !url.startsWith('blob:') && !url.startsWith('data:'))
      complaints.push(`request: ${url}`);
  });
  await page.goto(own + fragment);
  await page.locator('.ranks li').first().waitFor();
  return { context, page, complaints };
}

/** The ranking as the page shows it: options in order with their rank and score. */
export function shownRanking(page: Page): Promise<[string, string, string][]> {
  return page.locator('.ranks li').evaluateAll(rows =>
    rows.map(row => {
      const text = (selector: string) => {
        const node = row.querySelector(selector)!.cloneNode(true) as HTMLElement;
        for (const hidden of node.querySelectorAll('.sr')) hidden.remove();
        return node.textContent!.trim();
      };
      return [(row as HTMLElement).dataset.option!, text('.rank'), text('.score')];
    }),
  );
}

/** The ranking that the command line prints of a file, in the same words. */
export async function printedRanking(
  path: string,
  more: readonly string[] = [],
): Promise<[string, string, string][]> {
  const { exit, out, err } = await demarche(['appraise', path, '--no-analysis', '--format', 'json', ...more]);
  if (exit !== 0) throw new Error(err);
  const { ranking } = JSON.parse(out) as { ranking: { option: string; rank: number; score: number }[] };
  const shown = (score: number) => {
    const tenths = (Math.sign(score) * Math.floor(Math.abs(score) * 10 + 0.5 + 1e-7)) / 10;
    return `${tenths > 0 ? '+' : ''}${tenths.toFixed(1)}`.replace(/^-0\.0$/, '0.0');
  };
  return ranking.map(({ option, rank, score }) => [option, String(rank), shown(score)]);
}

/** Waits until all analyses of the present situation are done. */
export async function analysed(page: Page): Promise<void> {
  await page.getByText('All analyses are done.').waitFor({ timeout: 90_000 });
}

/** Opens a fact on the left, where it is not open yet. */
export async function openFact(page: Page, fact: string): Promise<void> {
  const row = page.locator(`#fact-${fact}`);
  if ((await row.getAttribute('open')) === null) await row.locator('> summary').click();
}

/** What a button has the browser save: its name and text. */
export async function saved(page: Page, button: string): Promise<{ name: string; path: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).first().click(),
  ]);
  const path = join(FOLDER, `saved-${Math.random().toString(36).slice(2)}-${download.suggestedFilename()}`);
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path };
}
