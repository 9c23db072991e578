import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { demarche } from '../../support/cli.js';
import { openBrowser, openFact } from './support.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

let project: string;
let file: string;
let child: ChildProcess | undefined;
let page: Page;
let complaints: string[];

beforeEach(async () => {
  project = mkdtempSync(join(tmpdir(), 'demarche-served-'));
  file = join(project, 'scenarios/example.yaml');
  await demarche(['init', project]);
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await page?.context().close();
});

/** Serves the project, and opens its scenario from the list. */
async function open(...more: string[]): Promise<void> {
  child = spawn('node', ['dist/bin.js', 'serve', project, '--port', '0', ...more], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const url = await new Promise<string>(resolve =>
    child!.stdout!.on('data', text => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(String(text));
      if (found) resolve(found[0]);
    }),
  );
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  complaints = [];
  page.on('console', message => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', error => complaints.push(`error: ${error.message}`));
  page.on('request', request => {
    if (!request.url().startsWith(url) && !/^(blob|data):/.test(request.url()))
      complaints.push(request.url());
  });
  await page.goto(url);
  await page.getByRole('link', { name: 'An example crossing' }).click();
  await page.locator('.ranks li').first().waitFor();
}

const leader = () => page.locator('.ranks li').first().getAttribute('data-option');
const choose = async (level: string) => {
  await openFact(page, 'crossing');
  await page.locator(`#fact-crossing input[type=radio][value="${level}"]`).check();
};
const save = () => page.getByRole('button', { name: 'Save to its file' });

it('saves what was changed into the file, comments kept, and only when something was', async () => {
  writeFileSync(file, readFileSync(file, 'utf8').replace('facts:', '# kept\nfacts:'));
  await open();
  expect(await save().isDisabled()).toBe(true);
  await choose('closed');
  await expect.poll(leader).toBe('airlift');
  await save().click();
  await page.getByText('Saved to the file.').waitFor();
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('# kept\nfacts:');
  expect(text).toMatch(/crossing: closed/);
  expect((await demarche(['check', project])).exit).toBe(0);
  expect(await save().isDisabled()).toBe(true);
  expect(complaints).toEqual([]);
});

it('follows the file when it is edited, with what was changed in the page on top', async () => {
  await open();
  await choose('closed');
  await expect.poll(leader).toBe('airlift');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/title: .*/, 'title: Edited outside'));
  await page.getByRole('heading', { level: 1, name: 'Edited outside' }).waitFor();
  expect(await leader()).toBe('airlift');
  await save().click();
  await page.getByText('Saved to the file.').waitFor();
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('title: Edited outside');
  expect(text).toMatch(/crossing: closed/);
  writeFileSync(file, text.replace('crossing: closed', 'crossing: clozed'));
  await page.getByText('has errors. The page stays as it was.').waitFor();
  expect(await page.locator('.notice .frames').textContent()).toContain('clozed');
  expect(await leader()).toBe('airlift');
});

it('does not write over what somebody else wrote', async () => {
  await open();
  await choose('closed');
  await expect.poll(leader).toBe('airlift');
  const before = readFileSync(file, 'utf8');
  const theirs = before.replace(/title: .*/, 'title: Theirs');
  const status = await page.evaluate(
    async text =>
      (
        await fetch(`${location.pathname}/scenario`, {
          method: 'PUT',
          body: JSON.stringify({ text, version: 'an older one' }),
          headers: { 'content-type': 'application/json' },
        })
      ).status,
    theirs,
  );
  expect([status, readFileSync(file, 'utf8')]).toEqual([409, before]);
  writeFileSync(file, theirs);
  await page.getByRole('heading', { level: 1, name: 'Theirs' }).waitFor();
  expect(readFileSync(file, 'utf8')).toBe(theirs);
});

it('takes in changed rules, and keeps what was done', async () => {
  await open();
  await choose('closed');
  await expect.poll(leader).toBe('airlift');
  await expect.poll(() => page.url()).toContain('#w1.');
  const rules = join(project, 'rules/example/rule-set.yaml');
  writeFileSync(rules, readFileSync(rules, 'utf8').replace(/version: .*/, "version: '7.7.7'"));
  await page.getByText('7.7.7').waitFor();
  await expect.poll(leader).toBe('airlift');
  expect(await page.locator('#fact-crossing > summary').textContent()).toContain('changed');
});

it('offers no saving where nothing may be written', async () => {
  await open('--read-only');
  await choose('closed');
  await expect.poll(leader).toBe('airlift');
  expect(await save().count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Save scenario' }).count()).toBe(1);
});
