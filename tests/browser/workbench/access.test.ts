import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { text } from '../../support/shipped.js';
import { analysed, openBrowser, openFact, openWorkbench, shownRanking, workbenchOf } from './support.js';

let browser: Browser;
let path: string;
beforeAll(async () => {
  [browser, path] = [await openBrowser(), await workbenchOf('scenarios/myanmar-2025.yaml')];
});
afterAll(() => browser.close());

/** What axe finds, by WCAG 2.2 AA and good practice: the rule, and where. */
async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}

/** Pages in every state that looks different. */
const STATES: Record<string, (page: Page) => Promise<unknown>> = {
  'as it opens, analyses done': page => analysed(page),
  'with facts of every kind open and changed': async page => {
    for (const fact of [
      'conflict-intensity',
      'people-in-need',
      'coalition-export-share',
      'elite-cohesion',
      'cultural-exchange',
      'patron-support',
    ])
      await openFact(page, fact);
    await page.locator('#fact-conflict-intensity input[value=minor]').check();
    await page.locator('#fact-elite-cohesion select').selectOption('probabilities');
    await page.locator('#fact-cultural-exchange select').selectOption('unknown');
    await page.locator('.sliders > summary').click();
    await page.waitForTimeout(600);
  },
  'two side by side, with the reasons of one open': async page => {
    await page.getByRole('button', { name: 'Set a second situation beside it' }).click();
    await openFact(page, 'atrocities');
    await page.locator('#fact-atrocities input[value=isolated]').check();
    await page.locator('.beside summary').click();
    await page.locator('[data-option=arms-embargo] button').click();
    await page.locator('.reason summary').first().click();
    for (const more of await page.locator('.more > summary').all()) await more.click();
    await analysed(page);
  },
  'with a situation that cannot be': async page => {
    await openFact(page, 'repression');
    await page.locator('#fact-repression input[value=low]').check();
    await page.locator('.alert').waitFor();
  },
  'with the findings on a file': async page => {
    const buffer = Buffer.from(text('scenarios/myanmar-2025.yaml').replace('value: war\n', 'value: wars\n'));
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.yaml', mimeType: 'application/yaml', buffer });
    await page.getByRole('dialog').waitFor();
  },
  'with its link': page => page.getByRole('button', { name: 'Link …' }).click(),
};

describe.each(['light', 'dark'] as const)('axe finds nothing in %s', colorScheme => {
  it.each(Object.entries(STATES))('%s', async (_, reach) => {
    const { page, context } = await openWorkbench(browser, path, { colorScheme, bypassCSP: true });
    await reach(page);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it('on a phone, in each of its parts', async () => {
    const phone = { viewport: { width: 390, height: 844 }, colorScheme, bypassCSP: true };
    const { page, context } = await openWorkbench(browser, path, phone);
    for (const part of ['Facts', 'Ranking', 'Reasons']) {
      await page.getByRole('navigation').getByRole('button', { name: part }).click();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
    await context.close();
  });
});

it('with the keyboard alone: a fact is changed, another option leads, and its reasons are read', async () => {
  const { page, context, complaints } = await openWorkbench(browser, path);
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      return {
        text: at?.textContent ?? '',
        id: at?.parentElement?.id ?? '',
        outline: at ? getComputedStyle(at).outlineStyle : '',
      };
    });
  const tabTo = async (isIt: (at: Awaited<ReturnType<typeof focused>>) => boolean) => {
    for (let i = 0; i < 120; i += 1) {
      await page.keyboard.press('Tab');
      const at = await focused();
      expect(at.outline).toBe('solid');
      if (isIt(at)) return;
    }
    throw new Error('not reached');
  };
  await tabTo(({ id }) => id === 'fact-conflict-intensity');
  await page.keyboard.press('Enter');
  await page.locator('#fact-conflict-intensity .levels').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => (await shownRanking(page))[0]![0]).toBe('humanitarian-access');
  const leader = page.locator('#leader');
  await expect.poll(() => leader.textContent()).toContain('Humanitarian access leads');
  expect(await leader.getAttribute('role')).toBe('status');
  await tabTo(({ text }) => text.includes('Support for civil society'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Support for civil society', level: 2 }).waitFor();
  expect((await focused()).text).toContain('Support for civil society');
  await page.locator('.flip').first().waitFor({ timeout: 60_000 });
  await tabTo(({ text }) => text.startsWith('If '));
  const [, leads] = /→ (.*) leads/.exec((await focused()).text)!;
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.ranks li').first().textContent()).toContain(leads);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await shownRanking(page))[0]![0]).toBe('humanitarian-access');
  await tabTo(({ text }) => /^[+-]\d/.test(text.trim()));
  await page.keyboard.press('Enter');
  await page.locator('.reason[open] .trace').first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

it('three columns at 1280 pixels; on a phone an option that is chosen leads to its reasons, and a fact to the facts', async () => {
  const wide = await openWorkbench(browser, path);
  const boxes = await Promise.all(
    ['facts', 'ranking', 'reasons'].map(one => wide.page.locator(`.column.${one}`).boundingBox()),
  );
  expect(boxes.map(box => box!.y)).toEqual([boxes[0]!.y, boxes[0]!.y, boxes[0]!.y]);
  expect(Math.round(boxes[2]!.x + boxes[2]!.width)).toBe(1280);
  await wide.context.close();
  const { page, context } = await openWorkbench(browser, path, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  await page.locator('[data-option=arms-embargo] button').tap();
  await page.getByRole('heading', { name: 'Arms embargo', level: 2 }).waitFor();
  await page.locator('.reason summary').first().tap();
  await page.locator('.trace button').first().tap();
  await expect.poll(() => page.locator('.column.facts').isVisible()).toBe(true);
  await context.close();
});

it('rows glide to their places, but not for who asked for less motion', async () => {
  for (const [reducedMotion, moves] of [
    ['no-preference', true],
    ['reduce', false],
  ] as const) {
    const { page, context } = await openWorkbench(browser, path, { reducedMotion });
    await page.evaluate(() => {
      const { animate } = Element.prototype;
      Element.prototype.animate = function (...args) {
        document.body.dataset.moved = 'yes';
        return animate.apply(this, args);
      };
    });
    await openFact(page, 'conflict-intensity');
    await page.locator('#fact-conflict-intensity input[value=minor]').check();
    await expect.poll(async () => (await shownRanking(page))[0]![0]).toBe('humanitarian-access');
    expect(await page.evaluate(() => document.body.dataset.moved === 'yes')).toBe(moves);
    await context.close();
  }
});
