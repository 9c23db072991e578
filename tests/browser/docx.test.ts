import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportDocx } from '../../src/page/docx/docx.js';
import { launchChromium } from '../support/chromium.js';
import { hostileReport } from '../support/hostile.js';
import { shippedReport } from '../support/reporting.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** What a browser's parser of XML has against some files, by name. */
async function mistakes(files: Record<string, string>): Promise<string[]> {
  const page = await (await browser.newContext({ offline: true })).newPage();
  return page.evaluate(all => {
    const failed = Object.entries(all).flatMap(([name, text]) => {
      const error = new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror');
      return error ? [`${name}: ${error.textContent}`] : [];
    });
    return failed;
  }, files);
}

it.each([
  ['myanmar', () => shippedReport('scenarios/myanmar-2025.yaml')],
  ['hostile', hostileReport],
] as const)(
  'is a sound package, the same twice, in which nothing runs: %s',
  async (_, report) => {
    const made = await report();
    const bytes = await reportDocx(made);
    expect(Buffer.from(bytes).equals(Buffer.from(await reportDocx(made)))).toBe(true);
    const files = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels|svg)$/.test(name));
    const texts = Object.fromEntries(files.map(([name, data]) => [name, strFromU8(data)]));
    expect(await mistakes(texts)).toEqual([]);
    expect(await mistakes({ broken: '<a><b></a>' })).toHaveLength(1);

    const document = texts['word/document.xml']!;
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)!.length).toBeGreaterThan(10);
    expect(document.match(/<w:tblHeader\/>/g)!.length).toBe(document.match(/<w:tbl>/g)!.length);
    const pictures = document.match(/<wp:docPr [^>]*>/g)!;
    expect(pictures.length).toBeGreaterThan(3);
    for (const picture of pictures) expect(picture).toMatch(/descr="[^"]{30,}"/);
    const targets = [
      ...texts['word/_rels/document.xml.rels']!.matchAll(/Target="([^"]*)"[^>]*TargetMode="External"/g),
    ];
    expect(targets.filter(([, target]) => !/^https?:/.test(target!))).toEqual([]);
    const svgs = Object.entries(texts).filter(([name]) => name.endsWith('.svg'));
    expect(svgs.length).toBeGreaterThan(3);
    for (const [, svg] of svgs) expect(svg).not.toMatch(/<script|<[^>]*\son\w+=|var\(/);
    expect(document).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  },
  120_000,
);

it('names the day of the situation, never the clock', async () => {
  const files = unzipSync(await reportDocx(await shippedReport('scenarios/myanmar-2025.yaml')));
  const times = strFromU8(files['docProps/core.xml']!).match(/\d{4}-\d\d-\d\dT[^<]*/g);
  expect(times).toEqual(['2025-03-04T00:00:00Z', '2025-03-04T00:00:00Z']);
});
