import { ascii } from './ascii.js';
import { paint, wrap } from './layout.js';
import { md } from './md.js';
import type { ReportOptions } from './options.js';

/** A line of an outline: the deeper it is, the more it is a detail of the one before it. */
export interface Line {
  depth: number;
  text: string;
}

/** A heading and what stands under it. */
export interface Section {
  title: string;
  lines: readonly Line[];
}

/** An outline for a terminal: each detail indented under what it is a detail of. */
export function outlineText(sections: readonly Section[], options: ReportOptions): string {
  const parts = sections.map(({ title, lines }) => [
    ...wrap(title, options.width, 2).map(paint(options).strong),
    ...lines.flatMap(({ depth, text }) => {
      const indent = ' '.repeat(2 * depth + 2);
      return wrap(text, options.width - indent.length, 2).map(line => `${indent}${line}`.trimEnd());
    }),
  ]);
  return `${parts.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

/** An outline in sentences, one statement a line, in ASCII. */
export function outlinePlain(sections: readonly Section[], options: ReportOptions): string {
  const sentences = sections.flatMap(({ title, lines }) => [title, ...lines.map(({ text }) => text)]);
  const said = sentences.map(text => (/[.!?:]$/.test(text) ? text : `${text}.`));
  return `${said.flatMap(text => wrap(ascii(text), options.width)).join('\n')}\n`;
}

/** An outline as Markdown: a heading for each part, and nested lists. */
export function outlineMarkdown(sections: readonly Section[]): string {
  const parts = sections.map(({ title, lines }, i) => {
    const list = lines.map(({ depth, text }) => `${'  '.repeat(depth)}- ${md(text)}`);
    const heading = `${i === 0 ? '#' : '##'} ${md(title)}`;
    return list.length === 0 ? heading : `${heading}\n\n${list.join('\n')}`;
  });
  return `${parts.join('\n\n')}\n`;
}
