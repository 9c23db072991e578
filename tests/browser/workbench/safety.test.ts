import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demarche } from '../../support/cli.js';
import { SHIPPED, text, UNION_SCENARIOS } from '../../support/shipped.js';
import { analysed, openBrowser, openFact, openWorkbench, scenarioFile, workbenchOf } from './support.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const HOSTILE = `id: hostile
title: "<script>window.hit=1</script><img src=x onerror=window.hit=1>"
summary: "</style><style>*{display:none}</style> {{constructor.constructor('window.hit=1')()}}"
rule-set: ${process.cwd()}/${SHIPPED}
as-of: 2025-03-04
perspective: european-union
leave-out: { divestment: "</script><script>window.hit=1</script> \\u202egnihton\\u202c" }
sources:
  bad-link: { title: "javascript:window.hit=1", kind: news, url: "https://example.org/<script>" }
  rtl: { title: "abc \\u202etxt.exe\\u202c def", kind: news, authors: ["<b onmouseover=window.hit=1>"] }
facts:
  conflict-intensity: { value: war, note: "</script><script>window.hit=1</script><!-- <svg onload=window.hit=1>", source: [bad-link, rtl] }
  atrocities: { value: severe, note: "${'m'.repeat(1990)}", source: rtl }
  repression: extreme
  people-in-need: { between: [0.1, 0.4], note: "]]>\\u2028\\u2029 & &lt; $& \${1}" }
`;

describe('a scenario full of hostile strings', () => {
  it('is inert and still legible, wherever it is shown', async () => {
    const { page, complaints, context } = await openWorkbench(
      browser,
      await workbenchOf(scenarioFile('hostile.yaml', HOSTILE)),
    );
    expect(await page.locator('h1').textContent()).toBe(
      '<script>window.hit=1</script><img src=x onerror=window.hit=1>',
    );
    for (const fact of ['conflict-intensity', 'atrocities', 'people-in-need']) await openFact(page, fact);
    const all = await page.locator('body').innerText();
    expect(all).toContain('<!-- <svg onload=window.hit=1>');
    expect(all).toContain('abc \\u202etxt.exe\\u202c def');
    expect(all).toContain('\\u202egnihton\\u202c');
    for (const option of ['arms-embargo', 'collective-sanctions']) {
      await page.locator(`[data-option=${option}] button`).click();
      await page.locator('.reason summary').first().click();
    }
    await analysed(page);
    expect(await page.evaluate(() => (window as unknown as { hit?: number }).hit)).toBeUndefined();
    expect(
      await page.evaluate(
        () => document.querySelectorAll('img, svg[onload], #page script, #page style').length,
      ),
    ).toBe(0);
    const addresses = await page.locator('a').evaluateAll(all => all.map(a => (a as HTMLAnchorElement).href));
    expect(addresses.filter(address => !/^https?:/.test(address))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('with an address that is no web page, or a title of 10,000 characters, is refused in words, here and there', async () => {
    const long = HOSTILE.replace(/^title: .*$/m, `title: ${'long '.repeat(2000)}`);
    const there = await demarche(['workbench', scenarioFile('long.yaml', long), '-o', '/nowhere/x.html']);
    expect(there).toMatchObject({ exit: 3, out: '' });
    expect(there.err).toContain('schema/');
    const { page, complaints, context } = await openWorkbench(
      browser,
      await workbenchOf('scenarios/myanmar-2025.yaml'),
    );
    const scripted = long.replace('https://example.org/<script>', 'javascript:window.hit=1');
    await page.locator('input[type=file]').setInputFiles({
      name: '<img src=x onerror=alert(1)>.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.from(scripted),
    });
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.locator('pre').textContent()).toContain('<img src=x onerror=alert(1)>.yaml');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('in a link is read as a file is, and refused where it does not fit', async () => {
    const { page, context, complaints } = await openWorkbench(
      browser,
      await workbenchOf('scenarios/myanmar-2025.yaml'),
    );
    await openFact(page, 'repression');
    await page.locator('#fact-repression input[value=high]').check();
    await expect.poll(() => page.url()).toContain('#w1.');
    const forged = await page.evaluate(async () => {
      const through = async (bytes: BlobPart, stream: ReadableWritablePair) =>
        new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
      const digits = location.hash.slice(4).replaceAll('-', '+').replaceAll('_', '/');
      const packed = Uint8Array.from(atob(digits), one => one.charCodeAt(0));
      const data = JSON.parse(
        new TextDecoder().decode(await through(packed, new DecompressionStream('deflate-raw'))),
      );
      data.a.facts = { 'no-such-fact': '<script>', repression: { value: 'extreme', evil: 1 } };
      const bytes = await through(JSON.stringify(data), new CompressionStream('deflate-raw'));
      return `#w1.${btoa(String.fromCharCode(...bytes))
        .replaceAll('+', '-')
        .replaceAll('/', '_')}`;
    });
    await page.evaluate(hash => {
      location.hash = hash;
    }, forged);
    await page.locator('.notice').waitFor();
    expect(await page.locator('.notice').textContent()).toContain('unknown fact `no-such-fact`');
    expect(await page.locator('.ranks li').count()).toBe(20);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('the page as a file', () => {
  it('is less than 250 kB compressed, everything included', async () => {
    for (const scenario of ['scenarios/myanmar-2025.yaml', UNION_SCENARIOS[0]!]) {
      const size = gzipSync(readFileSync(await workbenchOf(scenario))).length;
      expect(size, `${scenario}: ${size} bytes`).toBeLessThan(250_000);
    }
  });

  it('runs nothing but its own script, makes no code, and holds no solver', async () => {
    const page = readFileSync(await workbenchOf('scenarios/myanmar-2025.yaml'), 'utf8');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; worker-src blob:;/,
    );
    expect(policy).not.toContain('unsafe');
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(/new Function\(|\beval\(/.exec(page)?.[0]).toBeUndefined();
    const { page: open, context } = await openWorkbench(
      browser,
      await workbenchOf('scenarios/myanmar-2025.yaml'),
    );
    const blocked = await open.evaluate(async () => {
      const refused = new Promise(resolve =>
        addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective)),
      );
      document.body.append(
        Object.assign(document.createElement('img'), { src: 'https://example.org/x.png' }),
      );
      return refused;
    });
    expect(blocked).toBe('img-src');
    await context.close();
  });

  it('is the same bytes twice, written whole or not at all, and to the standard output where that is asked', async () => {
    const scenario = 'scenarios/myanmar-2025.yaml';
    const written = readFileSync(await workbenchOf(scenario), 'utf8');
    expect((await demarche(['workbench', scenario, '-o', '-'])).out).toBe(written);
    expect(await demarche(['workbench', scenario], { tty: true })).toMatchObject({ exit: 2, out: '' });
    expect(await demarche(['workbench', scenario, '-o', '/nowhere/x.html'])).toMatchObject({ exit: 2 });
    const piped = await demarche(['workbench', '-', '--rule-set', SHIPPED, '-o', '-'], {
      stdin: text(scenario),
    });
    expect(piped.out).toContain('<!doctype html>');
  });

  it('opens for the second rule set as well', async () => {
    const { page, complaints, context } = await openWorkbench(
      browser,
      await workbenchOf(UNION_SCENARIOS[0]!),
    );
    await analysed(page);
    expect(await page.locator('.ranks li').count()).toBeGreaterThan(3);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
