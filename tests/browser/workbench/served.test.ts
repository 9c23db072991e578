import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
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

it('another scenario that is opened in the page is never saved in the place of this one', async () => {
  await open();
  const before = readFileSync(file, 'utf8');
  const other = { name: 'other.yaml', mimeType: 'application/yaml' };
  const buffer = Buffer.from(before.replace(/^id: .*/m, 'id: other').replace(/^title: .*/m, 'title: Other'));
  await page.locator('input[type=file]').setInputFiles({ ...other, buffer });
  await page.getByRole('heading', { level: 1, name: 'Other' }).waitFor();
  await choose('closed');
  await expect.poll(leader).toBe('airlift');
  expect(await save().count()).toBe(0);
  writeFileSync(file, before.replace(/title: .*/, 'title: Edited outside'));
  await page.getByText('The file was changed on disk.').waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Other');
});

it('what is undone to before a change on disk does not write over that change', async () => {
  await open();
  const theirs = readFileSync(file, 'utf8').replace(/title: .*/, 'title: Theirs');
  writeFileSync(file, theirs);
  await page.getByRole('heading', { level: 1, name: 'Theirs' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await choose('closed');
  await expect.poll(leader).toBe('airlift');
  await save().click();
  await page.getByText('Not saved: the file was changed on disk').waitFor();
  expect(readFileSync(file, 'utf8')).toBe(theirs);
});

it('says that its file is gone, and that it is there again', async () => {
  await open();
  const away = `${file}.away`;
  renameSync(file, away);
  await page.getByText('The file is no longer where it was').waitFor();
  await choose('closed');
  await save().click();
  await expect.poll(() => existsSync(file)).toBe(false);
  renameSync(away, file);
  await page.getByText('The file is no longer where it was').waitFor({ state: 'detached' });
});

it('a page that nobody sees holds no connection, and makes up for what it missed', async () => {
  await open();
  const show = (hidden: boolean) =>
    page.evaluate(hidden => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await show(true);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/title: .*/, 'title: Edited outside'));
  await page.waitForTimeout(600);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('Edited outside');
  await show(false);
  await page.getByRole('heading', { level: 1, name: 'Edited outside' }).waitFor();
});

it('rules with mistakes leave the page as it was, and mended ones are taken in', async () => {
  await open();
  const rules = join(project, 'rules/example/rule-set.yaml');
  const good = readFileSync(rules, 'utf8');
  writeFileSync(rules, `${good}broken: [`);
  await page.waitForTimeout(600);
  expect(await leader()).not.toBeNull();
  writeFileSync(rules, good.replace(/version: .*/, "version: '7.7.8'"));
  await page.getByText('7.7.8').waitFor();
});

it('the report that is saved is the whole one, of what the page shows', async () => {
  await open();
  await choose('closed');
  await expect.poll(leader).toBe('airlift');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save report' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('example.html');
  const text = readFileSync((await download.path())!, 'utf8');
  expect(text).toContain('What would change it');
  expect(text).toMatch(/<strong>Airlift<\/strong> comes first/);
  expect(readFileSync(file, 'utf8')).not.toContain('closed');
});
