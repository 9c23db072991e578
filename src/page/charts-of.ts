import type { Chart } from '../charts/chart.js';
import type { Block, Document } from './document.js';

/** Every chart of a document, in order. */
export function chartsOf({ chapters }: Document): Chart[] {
  return chapters.flatMap(({ intro, sections }) =>
    inBlocks([...intro, ...sections.flatMap(({ blocks }) => blocks)]),
  );
}

function inBlocks(blocks: readonly Block[]): Chart[] {
  return blocks.flatMap(block => {
    if (block.kind === 'chart') return [block.chart];
    return 'blocks' in block ? inBlocks(block.blocks) : [];
  });
}
