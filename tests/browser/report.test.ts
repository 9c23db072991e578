import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportHtml } from '../../src/page/html/html.js';
import { launchChromium } from '../support/chromium.js';
import { hostileReport } from '../support/hostile.js';
import { shippedReport } from '../support/reporting.js';
import { tableProject } from '../support/table-project.js';

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'demarche-report-'));
const files: Record<string, string> = {};

beforeAll(async () => {
  browser = await launchChromium();
  const reports = {
    myanmar: () => shippedReport('scenarios/myanmar-2025.yaml'),
    several: () => shippedReport('scenarios/myanmar-2012.yaml', 'scenarios/myanmar-2025.yaml'),
    hostile: hostileReport,
  };
  for (const [name, report] of Object.entries(reports)) {
    files[name] = join(folder, `${name}.html`);
    writeFileSync(files[name], await reportHtml(await report()));
  }
  const { table, write } = await tableProject();
  const rows = Array.from(
    { length: 400 },
    (_, i) => `p${i},${i % 90},${(i * 7) % 101 || 'NA'},<b>${i % 5}</b>`,
  );
  const data = write('rows.csv', `place,lorries,needy,zone\n${rows.join('\n')}\n`);
  files.table = join(folder, 'table.html');
  await table(data, '--summary', '--by', 'zone', '-f', 'html', '-o', files.table);
}, 120_000);

afterAll(() => browser?.close());

/** A page that is opened from disk with the network cut and scripts off, unless it is said otherwise; with all that it asked for. */
async function open(name: string, more: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    ...{ offline: true, javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
    ...more,
  });
  const page = await context.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', request => asked.push(request.url()));
  page.on('console', message => said.push(message.text()));
  page.on('dialog', dialog => void said.push(`dialog: ${dialog.message()}`));
  await page.goto(pathToFileURL(files[name]!).href);
  return { page, asked, said, close: () => context.close() };
}

const NAMES = ['myanmar', 'several', 'hostile', 'table'];

it.each(NAMES)('opens from disk, offline and without scripts, and asks for nothing: %s', async name => {
  const { page, asked, said, close } = await open(name);
  expect(asked).toEqual([pathToFileURL(files[name]!).href]);
  expect(said).toEqual([]);
  expect(await page.locator('script, iframe, object, embed, link, img, form, [style]').count()).toBe(0);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toMatch(
    /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]+=*'; base-uri 'none'; form-action 'none'$/,
  );
  // The policy lets the style of the page through: what it says of widths is so.
  const width = await page.locator('main').evaluate(main => main.getBoundingClientRect().width);
  expect(width).toBeLessThan(900);
  await close();
});

it('the policy is in force: what a page would otherwise load or run, it does not', async () => {
  const { page, said, close } = await open('myanmar', { javaScriptEnabled: true });
  const failed: string[] = [];
  page.on('requestfailed', request => failed.push(request.failure()?.errorText ?? ''));
  await page.evaluate(() => {
    const image = document.createElement('img');
    image.src = 'https://example.org/x.png';
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    document.body.append(image, script);
  });
  await expect
    .poll(() => said.filter(text => text.includes('Content Security Policy')).length)
    .toBeGreaterThan(1);
  expect(await page.title()).toBe('Myanmar, March 2025');
  expect(failed).toEqual(['csp']);
  await close();
});

it.each([
  ['myanmar', 'light'],
  ['myanmar', 'dark'],
  ['several', 'light'],
  ['hostile', 'dark'],
] as const)(
  'axe finds nothing: %s, %s',
  async (name, colorScheme) => {
    const { page, close } = await open(name, { javaScriptEnabled: true, bypassCSP: true, colorScheme });
    await page.locator('details').evaluateAll(all => {
      for (const one of all) one.setAttribute('open', '');
    });
    const { violations, passes } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
    expect(passes.map(({ id }) => id)).toContain('color-contrast');
    await close();
  },
  180_000,
);

it.each([320, 390, 1280])('nothing sticks out at %i pixels', async width => {
  for (const name of NAMES) {
    const { page, close } = await open(name, { viewport: { width, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await close();
  }
});

/** Texts of charts that stand, wholly or in part, outside their picture. */
function clippedTexts(page: Page): Promise<string[]> {
  return page.locator('figure svg text').evaluateAll(texts =>
    texts.flatMap(text => {
      const [own, all] = [text.getBoundingClientRect(), text.closest('svg')!.getBoundingClientRect()];
      const inside =
        own.left >= all.left - 1 &&
        own.right <= all.right + 1 &&
        own.top >= all.top - 1 &&
        own.bottom <= all.bottom + 1;
      return inside || own.width === 0 ? [] : [text.textContent ?? ''];
    }),
  );
}

it.each(NAMES)(
  'charts have a name, a description and their numbers, and no text of theirs is cut: %s',
  async name => {
    const { page, close } = await open(name);
    expect(await clippedTexts(page)).toEqual([]);
    const figures = await page.locator('figure').evaluateAll(all =>
      all.map(figure => {
        const svg = figure.querySelector('svg')!;
        const named = svg.getAttribute('aria-labelledby')!.split(' ');
        return {
          role: svg.getAttribute('role'),
          words: named.map(id => document.getElementById(id)?.textContent ?? ''),
          caption: figure.querySelector('figcaption strong')!.textContent,
          texts: [...svg.querySelectorAll('text')].map(text => text.textContent ?? ''),
          table: figure.querySelector('table')!.textContent ?? '',
        };
      }),
    );
    expect(figures.length).toBeGreaterThan(3);
    for (const { role, words, caption, texts, table } of figures) {
      expect(role).toBe('img');
      expect(words[0]).toBe(caption);
      expect(words[1]!.length).toBeGreaterThan(30);
      // Every score and cell that a chart prints stands in its table as well.
      const printed = texts.filter(text => /^[+−]\d+\.\d$/.test(text) && !/axis/.test(text));
      for (const number of printed) expect(table).toContain(number);
    }
    const ids = await page.locator('[id]').evaluateAll(all => all.map(one => one.id));
    expect(new Set(ids).size).toBe(ids.length);
    await close();
  },
);

it.each(['A4', 'Letter'])(
  'prints on %s with everything open, and no table or chart is cut',
  async format => {
    // What is left of the sheet between the margins of 17 mm, at 96 pixels an inch.
    const inner = Math.floor(((format === 'A4' ? 210 : 215.9) - 34) * (96 / 25.4));
    for (const name of NAMES) {
      const { page, close } = await open(name, {
        viewport: { width: inner, height: 1000 },
        colorScheme: 'dark',
      });
      await page.emulateMedia({ media: 'print' });
      const out = await page.locator('table, svg, pre, p').evaluateAll(
        (all, most) =>
          all.flatMap(one => {
            const { left, right } = one.getBoundingClientRect();
            return left < -1 || right > most + 1
              ? [`${one.tagName} ${Math.round(right)} ${one.textContent?.slice(0, 60)}`]
              : [];
          }),
        inner,
      );
      expect(out).toEqual([]);
      const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(background).toBe('rgb(255, 255, 255)');
      const closed = await page
        .locator('details:not([open]) table')
        .first()
        .evaluate(table => table.getBoundingClientRect().height);
      expect(closed).toBeGreaterThan(20);
      const pdf = Buffer.from(await page.pdf({ format, printBackground: true })).toString('latin1');
      const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
        ([, x, y]) => `${Math.round(Number(x))} ${Math.round(Number(y))}`,
      );
      expect(['596 843', '595 842', '612 792']).toContain(sheets[0]);
      expect(sheets[0]!.startsWith('612')).toBe(format === 'Letter');
      expect(new Set(sheets).size).toBe(1);
      await close();
    }
  },
  180_000,
);

it('hostile strings do nothing, and can be read', async () => {
  const { page, said, close } = await open('hostile', { javaScriptEnabled: true });
  expect(said).toEqual([]);
  expect(await page.title()).not.toContain('pwned"');
  expect(await page.title()).toMatch(/^Endless word/);
  const body = await page.locator('body').innerText();
  expect(body).toContain('<script>document.title="pwned"</script>');
  expect(body).toContain('</style><style>body{display:none}</style>');
  expect(body).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  const links = await page.locator('a[href]').evaluateAll(all => all.map(one => one.getAttribute('href')!));
  expect(links.filter(href => !/^(#|https?:)/.test(href))).toEqual([]);
  // The address that may not be followed is printed all the same.
  expect(await page.locator('body').textContent()).toContain('javascript:document.title');
  const visible = await page.locator('h1').boundingBox();
  expect(visible!.height).toBeLessThan(400);
  await close();
});

it('what a keyboard reaches shows where it is', async () => {
  const { page, close } = await open('myanmar', { javaScriptEnabled: true });
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Skip to the answer');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => location.hash)).toBe('#content');
  await page.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('details').first().getAttribute('open')).not.toBeNull();
  await close();
});
