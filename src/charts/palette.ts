/** The colours of a chart. Light and dark are told apart by lightness, so that charts can be read in black and white. */
export interface Palette {
  ink: string;
  quiet: string;
  line: string;
  paper: string;
  /** What speaks for an option: of middle lightness. */
  pro: string;
  /** What speaks against it: light, with an edge. */
  contra: string;
  contraEdge: string;
  /** From much to little. */
  shades: readonly string[];
  /** What is written on the first and the second shade. */
  onShade: string;
  /** The same for points against, from much to little. */
  counterShades: readonly string[];
}

const SHADES = [1, 2, 3, 4, 5, 6];

/** Colours that the style sheet of a page decides, so that they follow light and dark. */
export const PAGE_PALETTE: Palette = {
  ...{ ink: 'var(--ink)', quiet: 'var(--quiet)', line: 'var(--line)', paper: 'var(--paper)' },
  ...{ pro: 'var(--pro)', contra: 'var(--contra)', contraEdge: 'var(--contra-edge)' },
  shades: SHADES.map(n => `var(--shade-${n})`),
  onShade: 'var(--on-shade)',
  counterShades: [1, 2, 3].map(n => `var(--counter-${n})`),
};

/** Colours on white paper. */
export const PAPER_PALETTE: Palette = {
  ...{ ink: '#1b2330', quiet: '#55606e', line: '#cfd6de', paper: '#ffffff' },
  ...{ pro: '#5b8cc0', contra: '#f6e7d8', contraEdge: '#8a5526' },
  shades: ['#173a5e', '#3a6b9c', '#6f9bc8', '#a3c0dd', '#cfdeec', '#e9f0f6'],
  onShade: '#ffffff',
  counterShades: ['#7a4414', '#c98d4e', '#f3dcc2'],
};
