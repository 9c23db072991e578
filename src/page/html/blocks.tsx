import type { JSX } from 'preact';
import type { Block } from '../document.js';
import { type Drawings, Figure } from './figure.js';
import { Runs } from './runs.js';
import { TableView } from './table.js';

/** What blocks need to know of where they stand. */
export interface Place {
  drawings: Drawings;
  /** What the anchors of charts start with. */
  anchor: string;
  /** The level of a heading of a part. */
  level: 2 | 3 | 4;
}

/** Blocks one below the other. */
export function Blocks({ blocks, place }: { blocks: readonly Block[]; place: Place }): JSX.Element {
  return <>{blocks.map((block, i) => view(block, { ...place, anchor: `${place.anchor}-${i + 1}` }))}</>;
}

function view(block: Block, place: Place): JSX.Element {
  switch (block.kind) {
    case 'text':
      return (
        <p class={block.tone}>
          <Runs text={block.text} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item, i) => (
            <li key={i}>
              <Runs text={item} />
            </li>
          ))}
        </ul>
      );
    case 'sources':
      return <Sources items={block.items} />;
    case 'pairs':
      return <Pairs pairs={block.pairs} />;
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'table':
      return <TableView table={block.table} />;
    case 'chart':
      return <Figure block={block} drawings={place.drawings} anchor={place.anchor} />;
    case 'more':
      return (
        <details>
          <summary>{block.summary}</summary>
          <Blocks blocks={block.blocks} place={place} />
        </details>
      );
    case 'part':
      return <Part block={block} place={place} />;
  }
}

function Part({ block, place }: { block: Extract<Block, { kind: 'part' }>; place: Place }): JSX.Element {
  const Heading = `h${place.level}` as 'h2' | 'h3' | 'h4';
  return (
    <section class="part" id={block.anchor}>
      <Heading>{block.title}</Heading>
      <Blocks blocks={block.blocks} place={place} />
    </section>
  );
}

function Sources({ items }: Pick<Extract<Block, { kind: 'sources' }>, 'items'>): JSX.Element {
  return (
    <ol class="sources">
      {items.map(({ number, anchor, text }) => (
        <li key={anchor} id={anchor} value={number}>
          <Runs text={text} />
        </li>
      ))}
    </ol>
  );
}

function Pairs({ pairs }: Pick<Extract<Block, { kind: 'pairs' }>, 'pairs'>): JSX.Element {
  return (
    <dl>
      {pairs.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <Runs text={text} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
