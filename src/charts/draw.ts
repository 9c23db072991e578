import { parse, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import { bumpSpec } from './bump.js';
import type { Chart } from './chart.js';
import { heatMapSpec } from './heat-map.js';
import type { Palette } from './palette.js';
import { barsSpec, rankingSpec } from './ranking.js';
import { sharesSpec, spansSpec } from './shares.js';
import { type SvgNode, svgTree } from './svg-tree.js';

/** A chart as a tree of SVG: the same for the same numbers. Expressions are interpreted, so nothing is made into code. */
export async function draw(chart: Chart, palette: Palette): Promise<SvgNode> {
  const { spec } = compile(specOf(chart, palette));
  const view = new View(parse(spec, undefined, { ast: true }), {
    renderer: 'none',
    expr: expressionInterpreter,
    logLevel: 0,
  });
  try {
    return svgTree(await view.toSVG());
  } finally {
    view.finalize();
  }
}

function specOf(chart: Chart, palette: Palette): TopLevelSpec {
  switch (chart.kind) {
    case 'ranking':
      return rankingSpec(chart, palette);
    case 'bars':
      return barsSpec(chart, palette);
    case 'heat-map':
      return heatMapSpec(chart, palette);
    case 'shares':
      return sharesSpec(chart, palette);
    case 'spans':
      return spansSpec(chart, palette);
    case 'bump':
      return bumpSpec(chart, palette);
  }
}
