import { h, type JSX } from 'preact';
import type { Chart } from '../../charts/chart.js';
import type { SvgNode } from '../../charts/svg-tree.js';
import type { Block } from '../document.js';
import { TableView } from './table.js';

/** Every chart of a document, drawn. */
export type Drawings = ReadonlyMap<Chart, SvgNode>;

type ChartBlock = Extract<Block, { kind: 'chart' }>;

/** A chart that says in words what it shows, with its numbers in a table beside it. */
export function Figure({
  block,
  drawings,
  anchor,
}: {
  block: ChartBlock;
  drawings: Drawings;
  anchor: string;
}): JSX.Element {
  const { chart, title, description, table } = block;
  return (
    <figure>
      <figcaption>
        <strong>{title}</strong>
        <span>{description}</span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class={`chart ${chart.kind}`} aria-label={`Chart: ${title}`} tabIndex={0}>
        <Svg node={drawings.get(chart)!} title={title} description={description} anchor={anchor} />
      </section>
      <details>
        <summary>The numbers of this chart</summary>
        <TableView table={table} />
      </details>
    </figure>
  );
}

/** A drawing with a title and a description, which is one picture to who cannot see it. */
export function Svg({
  node,
  title,
  description,
  anchor,
}: {
  node: SvgNode;
  title: string;
  description: string;
  anchor: string;
}): JSX.Element {
  if (typeof node === 'string') throw new Error('a drawing is an element');
  const { viewBox, width, height } = node.attributes;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={viewBox}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${anchor}-title ${anchor}-desc`}
    >
      <title id={`${anchor}-title`}>{title}</title>
      <desc id={`${anchor}-desc`}>{description}</desc>
      {node.children.map(child => element(child))}
    </svg>
  );
}

function element(node: SvgNode): JSX.Element | string {
  if (typeof node === 'string') return node;
  return h(node.name, node.attributes, ...node.children.map(child => element(child)));
}
