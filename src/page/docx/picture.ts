import { type FileChild, ImageRun, LineRuleType, Paragraph } from 'docx';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { SvgNode } from '../../charts/svg-tree.js';
import type { Block } from '../document.js';
import { Svg } from '../svg.js';

/** How wide a picture may be, in pixels. */
const MOST = 600;

/** One white point: what a word processor without vector graphics shows, for the numbers stand in the table below. */
const BLANK = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg=='),
  character => character.charCodeAt(0),
);

/** A chart as a picture with its caption and its description as alternative text. */
export function picture(block: Extract<Block, { kind: 'chart' }>, node: SvgNode): FileChild[] {
  if (typeof node === 'string') throw new Error('a drawing is an element');
  const { title, description } = block;
  const svg = renderToString(h(Svg, { node, title, description, anchor: 'chart' }));
  const [width, height] = [Number(node.attributes.width), Number(node.attributes.height)];
  const scale = Math.min(1, MOST / width);
  return [
    new Paragraph({ text: title, style: 'Caption' }),
    new Paragraph({
      ...{ keepNext: true, spacing: { line: 240, lineRule: LineRuleType.AUTO } },
      children: [
        new ImageRun({
          type: 'svg',
          data: new TextEncoder().encode(svg),
          fallback: { type: 'png', data: BLANK },
          transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
          altText: { name: title, title, description },
        }),
      ],
    }),
    new Paragraph({ text: description, style: 'Quiet' }),
  ];
}
