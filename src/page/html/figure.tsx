import type { JSX } from 'preact';
import type { Chart } from '../../charts/chart.js';
import type { SvgNode } from '../../charts/svg-tree.js';
import type { Block } from '../document.js';
import { Svg } from '../svg.js';
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
      {/* biome-ignore lint/a11y/useSemanticElements: a region would be one landmark too many */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class={`chart ${chart.kind}`} role="group" aria-label={`Chart: ${title}`} tabIndex={0}>
        <Svg node={drawings.get(chart)!} title={title} description={description} anchor={anchor} />
      </div>
      <details>
        <summary>The numbers of this chart</summary>
        <TableView table={table} />
      </details>
    </figure>
  );
}
