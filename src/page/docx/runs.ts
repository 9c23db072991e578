import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { Inline, Text } from '../document.js';
import { safeLink } from '../safe-link.js';

/** Running text as runs of a paragraph. */
export function runs(text: Text): ParagraphChild[] {
  return text.map(run => piece(run));
}

function piece(run: Inline): ParagraphChild {
  if (typeof run === 'string') return new TextRun(run);
  if ('strong' in run) return new TextRun({ text: run.strong, bold: true });
  if ('id' in run) return new TextRun({ text: run.id, font: 'Consolas', size: 15, color: '55606E' });
  if ('cite' in run) return new TextRun(`[${run.cite}${run.at === undefined ? '' : `, ${run.at}`}]`);
  if ('go' in run) return new TextRun(run.text);
  const link = safeLink(run.href);
  const words = new TextRun({
    text: run.text,
    ...(link !== undefined && { color: '1D4F86', underline: {} }),
  });
  return link === undefined ? words : new ExternalHyperlink({ children: [words], link });
}
