import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { CODES } from '../../src/diagnostics/codes.js';
import { text } from '../support/shipped.js';

const PAGE = text('docs/diagnostics.md');

/** Under each heading of a code, its text and the findings that its example prints. */
const SECTIONS = [...PAGE.matchAll(/^### (\S+)\n([\s\S]*?)^```text\n([\s\S]*?)^```$/gm)].map(
  ([, code, about, printed]) => ({ code: code!, about: about!, findings: printed!.split('\n\n') }),
);

/** Findings that cannot be had alone, with those that bring them. */
const BROUGHT_BY: Record<string, readonly string[]> = {
  // A fact that is made up for the example, and that no rule reads.
  'property/derived-fact': ['rule-set/unread-fact'],
  'property/no-order': ['rule-set/unread-fact'],
  // The source that is only recalled has a note of its own.
  'rule-set/recalled-ground': ['rule-set/recalled-source'],
  'scenario/rule-set-mismatch': ['rule-set/unknown-option'],
};

describe('the page of diagnostics', () => {
  it('has one entry with an example for every code', () => {
    expect(SECTIONS.map(({ code }) => code)).toEqual(Object.keys(CODES));
  });

  it.each(SECTIONS)('says what to do about $code, and shows it and nothing else', entry => {
    const { severity, about } = CODES[entry.code as keyof typeof CODES];
    expect(entry.about.toLowerCase()).toContain(`**${severity}.** ${about.toLowerCase()}`);
    const own = entry.findings.filter(finding => finding.startsWith(`${severity}[${entry.code}]: `));
    const brings: readonly string[] = BROUGHT_BY[entry.code] ?? [];
    const others = entry.findings.filter(finding => !own.includes(finding));
    expect(own.length).toBeGreaterThan(0);
    for (const finding of others) expect(brings).toContain(/\[(.*?)\]/.exec(finding)?.[1]);
  });

  it('can be scanned: every link of its contents leads to a heading, every example fits a screen', () => {
    const anchors = [...PAGE.matchAll(/^##+ (.+)$/gm)].map(([, heading]) =>
      heading!.toLowerCase().replaceAll('/', '').replaceAll(' ', '-'),
    );
    const links = [...PAGE.matchAll(/\]\(#(.*?)\)/g)].map(([, anchor]) => anchor);
    expect(links.length).toBeGreaterThan(Object.keys(CODES).length);
    expect(anchors).toEqual(expect.arrayContaining(links));
    for (const { findings } of SECTIONS) expect(findings.join('\n').split('\n').length).toBeLessThan(12);
  });

  it('names no place on the machine that it was made on', () => {
    for (const place of [tmpdir(), process.cwd()]) expect(PAGE).not.toContain(place);
    expect(PAGE).not.toMatch(/(--> |`)(\/|[A-Z]:)/);
  });
});
