import { h, type JSX } from 'preact';
import type { SvgNode } from '../charts/svg-tree.js';

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
