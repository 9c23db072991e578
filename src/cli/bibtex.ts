import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { CslItem, CslName } from '../report/csl.js';
import { safe } from '../report/layout.js';

/**
 * References as BibTeX, in UTF-8, each under the id of its source. Text comes from files that nobody vouches for: what TeX or
 * BibTeX would take for a command, a brace or the end of an entry is escaped before it is written.
 */
export function bibtex(items: readonly CslItem[]): string {
  Object.assign(plugins.config.get('@bibtex').format, {
    useIdAsLabel: true,
    checkLabel: false,
    asciiOnly: false,
  });
  const text = plugins.output.format('bibtex', items.map(escaped), { format: 'text' });
  // The address stands in `url`. A second time, as text, it would be read as TeX.
  return `${text.replace(/^\thowpublished = .*\n/gm, '').trim()}\n`;
}

function escaped(item: CslItem): CslItem {
  const texts = Object.entries(item).flatMap(([key, value]) =>
    typeof value === 'string' && !VERBATIM.includes(key) ? [[key, tex(value)] as const] : [],
  );
  return {
    ...item,
    ...Object.fromEntries(texts),
    ...(item.author && { author: item.author.map(escapedName) }),
    ...(item.DOI !== undefined && { DOI: address(item.DOI) }),
    ...(item.URL !== undefined && { URL: address(item.URL) }),
  };
}

const VERBATIM = ['id', 'type', 'DOI', 'URL'];

function escapedName(name: CslName): CslName {
  const parts = Object.entries(name).map(([key, value]) => [key, tex(value)]);
  return Object.fromEntries(parts);
}

const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
};

/** Text as TeX prints it. */
function tex(text: string): string {
  return safe(text).replace(/[\\~^<>&%$#_{}]/g, character => COMMANDS[character] ?? `\\${character}`);
}

/** An address, which BibTeX takes as it stands: braces would end it. */
function address(text: string): string {
  return safe(text).replace(/[\\{}$^"\s]/g, encodeURIComponent);
}
