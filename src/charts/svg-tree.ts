/** An element of SVG, or a text. Attributes in the order in which they were written. */
export type SvgNode = { name: string; attributes: Record<string, string>; children: SvgNode[] } | string;

/** All that a chart needs. What is not here, scripts, links, styles and foreign content among it, is an error. */
const ELEMENTS = new Set(['svg', 'g', 'path', 'rect', 'line', 'text', 'tspan', 'circle', 'defs', 'clipPath']);
const ATTRIBUTES = new Set([
  ...[
    'x',
    'y',
    'x1',
    'y1',
    'x2',
    'y2',
    'cx',
    'cy',
    'r',
    'd',
    'width',
    'height',
    'viewBox',
    'transform',
    'dx',
    'dy',
  ],
  ...['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-miterlimit', 'stroke-linecap', 'opacity'],
  ...[
    'fill-opacity',
    'stroke-opacity',
    'text-anchor',
    'font-family',
    'font-size',
    'font-weight',
    'font-style',
  ],
  ...['display', 'clip-path', 'id'],
]);
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * The tree of a text in SVG as the charting library writes it, so that it goes through the same escaping as the rest of a
 * page. Attributes that say nothing to a reader are left out: the figure has a title and a description of its own.
 */
export function svgTree(text: string): SvgNode {
  const root: Exclude<SvgNode, string> = { name: '', attributes: {}, children: [] };
  const open = [root];
  for (const [, close, name, attributes, single, words] of text.matchAll(
    /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g,
  )) {
    const parent = open.at(-1)!;
    if (words !== undefined) parent.children.push(decoded(words));
    else if (close === '/') open.pop();
    else {
      if (!ELEMENTS.has(name!)) throw new Error(`a chart has an element <${name}>`);
      const node = { name: name!, attributes: kept(attributes!), children: [] };
      if (isDrawn(node)) parent.children.push(node);
      if (single !== '/') open.push(node);
    }
  }
  const [svg] = root.children;
  if (open.length !== 1 || root.children.length !== 1 || !svg) throw new Error('a chart is no whole SVG');
  return svg;
}

/** A path that goes nowhere draws nothing. */
function isDrawn({ name, attributes }: Exclude<SvgNode, string>): boolean {
  return name !== 'path' || attributes.d !== undefined;
}

function kept(attributes: string): Record<string, string> {
  const all = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(
    ([, name, value]) => [name!, decoded(value!)] as const,
  );
  return Object.fromEntries(all.filter(([name, value]) => ATTRIBUTES.has(name) && value !== ''));
}

function decoded(text: string): string {
  return text.replace(/&(#\d+|#x[\da-f]+|\w+);/gi, (whole, name: string) =>
    name.startsWith('#')
      ? String.fromCodePoint(Number(name.replace('#', name[1] === 'x' ? '0' : '')))
      : (ENTITIES[name] ?? whole),
  );
}
