import { plugins } from '@citation-js/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtex } from '../../src/cli/bibtex.js';
import { type CslItem, cslItems } from '../../src/report/csl.js';
import { SHIPPED, shippedRuleSet } from '../support/shipped.js';

/** What a parser of BibTeX reads in it: fields by entry. */
function parsed(text: string): Record<string, unknown>[] {
  return (plugins as unknown as { input: { chain(text: string): Record<string, unknown>[] } }).input.chain(
    text,
  );
}

const flat = (text: unknown) =>
  String(text ?? '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The parser encodes addresses once more, so both are compared without any encoding; that each is written as it is, the text shows. */
const decoded = (url: unknown) => decodeURIComponent(decodeURIComponent(String(url ?? '')));

const names = (item: Record<string, unknown>) =>
  (
    (item.author ?? []) as {
      family?: string;
      given?: string;
      literal?: string;
      'non-dropping-particle'?: string;
    }[]
  ).map(
    ({ literal, family, given, 'non-dropping-particle': particle }) =>
      literal ?? [[particle, family].filter(Boolean).join(' '), given].filter(Boolean).join(', '),
  );

describe('sources as BibTeX', () => {
  it('says of every shipped source what its rule set says, as a parser reads it back', async () => {
    for (const folder of [SHIPPED, 'rules/backsliding-in-a-union']) {
      const items = cslItems((await shippedRuleSet(folder)).sources.values());
      const text = bibtex(items);
      const back = parsed(text);
      expect(back.map(item => item['citation-key'])).toEqual(items.map(({ id }) => id));
      items.forEach((item, i) => {
        const read = back[i]!;
        expect(flat(read.title).toLowerCase()).toBe(flat(item.title).toLowerCase());
        expect(names(read)).toEqual(names(item as unknown as Record<string, unknown>));
        expect(read.DOI).toBe(item.DOI);
        if (item.URL !== undefined) expect(text).toContain(`\turl = {${item.URL}},\n`);
        expect(decoded(read.URL)).toBe(decoded(item.URL));
        const year = (read.issued as CslItem['issued'])?.['date-parts'][0][0];
        expect(year).toBe(item.issued?.['date-parts'][0][0]);
        if (item.type.startsWith('article')) {
          expect([read['container-title'], read.volume, read.issue]).toEqual([
            item['container-title'],
            item.volume,
            item.issue,
          ]);
          expect(read.page).toBe(item.page);
        }
      });
    }
  });

  it('keeps hostile text inside its field, and the entries apart', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(
        '{',
        '}',
        '\\',
        '%',
        '$',
        '&',
        '#',
        '_',
        '^',
        '~',
        '@',
        '"',
        ',',
        '=',
        '<i>',
        '\u001b',
        '\n',
        'a',
        ' ',
        'É',
      ),
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: hostile, author: hostile, note: hostile }), {
          minLength: 1,
          maxLength: 3,
        }),
        all => {
          const items = all.map(
            ({ title, author, note }, i): CslItem => ({
              ...{ id: `source-${i}`, type: 'book', title: `t${title}`, note: `n${note}` },
              author: [{ literal: `x${author.replaceAll(',', '')}` }],
              URL: `https://example.org/${title.replace(/\s/g, '')}`,
            }),
          );
          const text = bibtex(items);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
          expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
          // Braces that TeX sees are balanced, so that no field ends before its time.
          const braces = text.replace(/\\[{}\\]/g, '').replace(/[^{}]/g, '');
          let depth = 0;
          for (const brace of braces) {
            depth += brace === '{' ? 1 : -1;
            expect(depth).toBeGreaterThanOrEqual(0);
          }
          expect(depth).toBe(0);
          expect(parsed(text).map(item => item['citation-key'])).toEqual(items.map(({ id }) => id));
        },
      ),
    );
  });
});
