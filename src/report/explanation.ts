import type { Explanation } from '../model/explanation.js';
import { ascii } from './ascii.js';
import { csv } from './csv.js';
import { explanationOutline } from './explanation-outline.js';
import { paint, safely, wrap } from './layout.js';
import { md } from './md.js';
import type { ReportOptions } from './options.js';

/** One option for a terminal: an outline, each detail indented under what it is a detail of. */
export function explanationText(result: Explanation, options: ReportOptions): string {
  const sections = explanationOutline(safely(result)).map(({ title, lines }) => [
    ...wrap(title, options.width, 2).map(paint(options).strong),
    ...lines.flatMap(({ depth, text }) => {
      const indent = ' '.repeat(2 * depth + 2);
      return wrap(text, options.width - indent.length, 2).map(line => `${indent}${line}`.trimEnd());
    }),
  ]);
  return `${sections.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

/** One option in sentences, one statement a line, in ASCII. */
export function explanationPlain(result: Explanation, options: ReportOptions): string {
  const sentences = explanationOutline(safely(result)).flatMap(({ title, lines }) => [
    title,
    ...lines.map(({ text }) => text),
  ]);
  const said = sentences.map(text => (/[.!?:]$/.test(text) ? text : `${text}.`));
  return `${said.flatMap(text => wrap(ascii(text), options.width)).join('\n')}\n`;
}

/** One option as Markdown: a heading for each part, and nested lists. */
export function explanationMarkdown(result: Explanation): string {
  const sections = explanationOutline(safely(result)).map(({ title, lines }, i) => {
    const list = lines.map(({ depth, text }) => `${'  '.repeat(depth)}- ${md(text)}`);
    const heading = `${i === 0 ? '#' : '##'} ${md(title)}`;
    return list.length === 0 ? heading : `${heading}\n\n${list.join('\n')}`;
  });
  return `${sections.join('\n\n')}\n`;
}

const COLUMNS = [
  ...['scenario', 'option', 'criterion', 'rule', 'points', 'weight', 'weighted', 'evidence', 'certain'],
  ...['reason', 'sources', 'file', 'line'],
];

/** What adds up to the score of one option, a row for each contribution. */
export function explanationCsv(result: Explanation): string {
  const { appraisal, option, rule } = safely(result);
  const ranked = appraisal.ranking.find(one => one.option === option);
  const rows = (ranked?.contributions ?? [])
    .filter(one => rule === null || one.rule === rule)
    .map(({ criterion, points, weight, weighted, evidence, certain, reason, sources, at, rule }) => ({
      ...{ scenario: appraisal.manifest.scenario.id, option, criterion, points, weight, weighted, reason },
      ...{ rule: rule ?? '', evidence: evidence ?? '', certain: String(certain) },
      ...{ sources: sources.join('; '), file: at?.file ?? '', line: at?.line ?? '' },
    }));
  return csv(rows, COLUMNS);
}
