import { beforeAll, expect, it } from 'vitest';
import { draw } from '../../../src/charts/draw.js';
import { PAGE_PALETTE, PAPER_PALETTE } from '../../../src/charts/palette.js';
import { svgTree } from '../../../src/charts/svg-tree.js';
import { clipped, textWidth } from '../../../src/charts/text-width.js';
import { LIKELIHOOD_SCALES } from '../../../src/model/likelihood.js';
import type { Report } from '../../../src/model/report.js';
import { reportHtml } from '../../../src/page/html/html.js';
import { likely } from '../../../src/page/likely.js';
import { reportMarkdown } from '../../../src/page/markdown.js';
import { safeLink } from '../../../src/page/safe-link.js';
import { hostileReport } from '../../support/hostile.js';
import { shippedReport } from '../../support/reporting.js';

let myanmar: Report;
beforeAll(async () => {
  myanmar = await shippedReport('scenarios/myanmar-2025.yaml');
});

it('holds everything in the order in which a reader asks', async () => {
  const html = await reportHtml(myanmar);
  const headings = [...html.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(([, title]) => title);
  expect(headings).toEqual([
    ...['Contents', 'The answer', 'The ranking', 'The leading options', 'What was excluded, and why'],
    ...[
      'Every option on every criterion',
      'How sure it is',
      'What would change it',
      'What is worth finding out',
    ],
    ...[
      'How perspectives differ',
      'The facts used',
      'The rules',
      'How this was worked out',
      'What this was made from',
    ],
    'Sources',
  ]);
});

it('answers in one paragraph: who, how far ahead, why, how sure, what would turn it and what to find out', async () => {
  const [, answer] = /## The answer\n\n(.*)\n/.exec(reportMarkdown(myanmar))!;
  const { appraisal, robustness, flips, information } = myanmar.situations[0]!;
  const [first, second] = appraisal.ranking;
  expect(answer).toContain(`**${first!.title}** comes first among ${appraisal.ranking.length} options`);
  expect(answer).toContain(`points ahead of **${second!.title}**`);
  const by = (sign: number) => first!.contributions.filter(({ weighted }) => Math.sign(weighted) === sign);
  expect(answer).toContain(`What speaks for it most: ${by(1)[0]!.reason}.`);
  expect(answer).toContain(
    by(-1).length > 0 ? `What speaks against it most: ${by(-1).at(-1)!.reason}.` : 'speaks against it.',
  );
  const often = robustness!.options.find(({ option }) => option === first!.option)!.acceptability[0]!;
  expect(answer).toMatch(
    /(remote chance|unlikely|realistic possibility|likely|almost certain)( to [a-z ]+)? \(/,
  );
  if (often < 0.995) expect(answer).toContain(`(${Math.round(100 * often)}%)`);
  const [change] = flips.flips[0]!.changes;
  expect(answer).toContain(
    `The answer would turn if “${change!.title}” were ${change!.to} instead of ${change!.from}`,
  );
  expect(answer).toContain(`Most worth finding out: “${information!.facts[0]!.title}”`);
});

it('says of its likelihood what it does not cover, and by whose priorities another option comes first', () => {
  const [, answer] = /## The answer\n\n(.*)\n/.exec(reportMarkdown(myanmar))!;
  expect(answer).toContain(
    'With rules and priorities as they stand, over all that is uncertain of the facts',
  );
  const { appraisal, perspectives } = myanmar.situations[0]!;
  const leader = appraisal.ranking[0]!.option;
  const others = perspectives.filter(({ places }) => places[leader]?.rank !== 1);
  expect(answer).toContain(`By ${others.length} of the ${perspectives.length - 1} other perspectives`);
  for (const { title } of others) expect(answer).toContain(`“${title}”`);
});

it('adds up the case for and the case against as the ranking has them', () => {
  const text = reportMarkdown(myanmar);
  for (const one of myanmar.situations[0]!.leading) {
    const { title } = myanmar.situations[0]!.appraisal.ranking.find(({ option }) => option === one)!;
    const [, pro, contra] = new RegExp(`\\| ${title} +\\| +\\d+ \\| +(\\S+) \\| +(\\S+) \\|`).exec(text)!;
    const [part] = text.split(`. ${title} (`).slice(1);
    const sums = [...part!.matchAll(/\| Together \| \| \| (\S+) \|/g)].slice(0, 2).map(([, sum]) => sum);
    expect(sums).toEqual([pro, contra]);
  }
});

it('does not say that a reason that comes up is all that would be lost, nor that what is sure would fail', () => {
  const text = reportMarkdown(myanmar);
  expect(text).not.toContain('It would lose');
  expect(text).toMatch(/A reason against it of \d+\.\d points \([a-z, ]+\) would come up if/);
  expect(text).toContain('reasons for it that rest on the same facts could be lost as well');
  expect(text).toContain('In every situation held possible it does better than “Hold course”.');
});

it('tells apart what a range reaches and what can happen together', () => {
  const { appraisal, robustness } = myanmar.situations[0]!;
  const never = robustness!.options.filter(({ acceptability }) => acceptability[0] === 0);
  const named = never.filter(one => appraisal.ranking.find(({ option }) => option === one.option)?.mayLead);
  expect(named.length).toBeGreaterThan(0);
  for (const { title } of named)
    expect(reportMarkdown(myanmar)).toMatch(new RegExp(`By range alone these could come first.*${title}`));
});

it('keeps the note of a source apart from its address', () => {
  const [, sources] = reportMarkdown(myanmar).split('\n## Sources\n');
  expect(sources).toMatch(/>\. [A-Z]/);
  expect(sources).not.toMatch(/>[^.\n]/);
});

it('calls facts by their titles also where it says how firm the ranking is', async () => {
  const open = await shippedReport('scenarios/myanmar-2012.yaml');
  const [, ranking] = /## The ranking\n\n(.*)\n/.exec(reportMarkdown(open))!;
  expect(ranking).toContain('with “');
  expect(ranking).not.toContain('people-in-need');
});

it('prints the scale of its words, versions, hashes, seed, the day and the command, and never the clock', async () => {
  const text = reportMarkdown(myanmar);
  for (const band of LIKELIHOOD_SCALES.phia.bands) expect(text).toContain(`| ${band.words.join(', ')} `);
  const { manifest } = myanmar.situations[0]!.appraisal;
  for (const part of [
    manifest.ruleSet.hash,
    manifest.scenario.hash,
    '2025-03-04',
    'seed 1',
    'demarche 0.1.0',
  ])
    expect(text).toContain(part);
  expect(text).toContain('    demarche report scenarios/myanmar-2025.yaml');
  expect(text).not.toContain(String(new Date().getFullYear() + 1));
});

it('compares several situations first, each then in a chapter of its own', async () => {
  const both = await shippedReport('scenarios/myanmar-2012.yaml', 'scenarios/myanmar-2025.yaml');
  const headings = [...reportMarkdown(both).matchAll(/^## (.*)$/gm)].map(([, title]) => title);
  expect(headings).toEqual([
    'The situations compared',
    expect.stringContaining('2012'),
    'Myanmar, March 2025',
  ]);
  const mixed = await shippedReport('scenarios/myanmar-2025.yaml', 'scenarios/union/hungary-2018.yaml').catch(
    () => undefined,
  );
  if (mixed) expect(reportMarkdown(mixed)).toContain('judged by different rule sets');
});

it('gives the same bytes twice', async () => {
  expect(await reportHtml(myanmar)).toBe(await reportHtml(myanmar));
});

it('says likelihoods in the words of the scale, and flatly only what is certain', () => {
  const { phia, 'icd-203': icd } = LIKELIHOOD_SCALES;
  const say = (p: number, scale = phia, sampled = {}) =>
    likely(p, { ...scale, bands: scale.bands.map(band => ({ ...band, words: [...band.words] })) }, sampled);
  expect(say(1)).toBe('certain (100%)');
  expect(say(0)).toBe('ruled out (0%)');
  expect(say(1, phia, { exact: false, error: 0 })).toBe('almost certain (100%)');
  expect(say(0.999)).toBe('almost certain (over 99%)');
  expect(say(0.85)).toBe('highly likely (85%)');
  // Between two bands: the nearer, and of two alike the one nearer to even.
  expect(say(0.08)).toBe('highly unlikely (8%)');
  expect(say(0.775)).toBe('likely (78%)');
  expect(say(0.2, icd)).toBe('unlikely (20%)');
  expect(say(0.78, phia, { exact: false, error: 0.02 })).toBe('likely to highly likely (78%)');
});

it('follows only addresses of the web', () => {
  expect(safeLink('https://example.org/a b')).toBe('https://example.org/a%20b');
  expect(safeLink('doi:10.1000/182')).toBe('https://doi.org/10.1000/182');
  for (const address of [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc',
    'mailto:x',
    'x',
    '',
  ])
    expect(safeLink(address)).toBeUndefined();
});

it('lets nothing but shapes and texts of a chart through, and keeps words as they are', () => {
  const tree = svgTree(
    '<svg width="1" onload="x()"><path d="" fill="red"/><text style="a" fill="#000">a &lt;b&gt; &amp;amp; &#x41;</text></svg>',
  );
  expect(tree).toEqual({
    name: 'svg',
    attributes: { width: '1' },
    children: [{ name: 'text', attributes: { fill: '#000' }, children: ['a <b> &amp; A'] }],
  });
  for (const svg of [
    '<svg><script>x</script></svg>',
    '<svg><foreignObject/></svg>',
    '<svg><a href="x"/></svg>',
    '<svg>',
    '<svg/><svg/>',
  ])
    expect(() => svgTree(svg)).toThrow();
});

it('charts hold hostile labels as text, and are the same twice', async () => {
  const chart = {
    kind: 'bars' as const,
    rows: [
      { label: '</text><script>x</script>', value: 1 },
      { label: '"]; 1 + 1', value: -2 },
    ],
  };
  const text = JSON.stringify(await draw(chart, PAGE_PALETTE));
  expect(text).toContain('</text><scri');
  expect(text).toBe(JSON.stringify(await draw(chart, PAGE_PALETTE)));
  expect(JSON.stringify(await draw(chart, PAPER_PALETTE))).not.toContain('var(');
});

it('cuts labels to the room there is', () => {
  expect(clipped('short', 20)).toBe('short');
  const cut = clipped('W'.repeat(100), 20);
  expect(cut.endsWith('…')).toBe(true);
  expect(textWidth(cut)).toBeLessThanOrEqual(20);
});

it('Markdown of hostile strings holds no markup, link or picture of theirs', async () => {
  const text = reportMarkdown(await hostileReport());
  // What stands in an indented line is code, where nothing is markup.
  const running = text.replace(/^ {4}.*$/gm, '');
  expect(running).not.toMatch(/<(script|img|style)|[^\\]!\[|[^\\]\]\(/i);
  expect(text).not.toMatch(/<javascript:|[\u202a-\u202e\u2066-\u2069]/);
  expect(text).toContain('&lt;script&gt;');
});
