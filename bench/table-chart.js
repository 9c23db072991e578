// Draws what bench/table.js printed as curves: `node bench/table-chart.js printed.txt curves.svg`.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';

const [printed, output] = process.argv.slice(2);
const LINE = /^\s*(\d+)\s+(\de\+\d)\s+(evaluator|sql)\s+([\d.]+)\s.*?\s(\d+)\s+\d+\s+\d+$/;
const runs = readFileSync(printed, 'utf8')
  .split('\n')
  .flatMap(line => {
    const [, rules, rows, engine, seconds, memory] = LINE.exec(line) ?? [];
    if (rules === undefined) return [];
    return [{ rules: Number(rules), rows: Number(rows), engine, seconds: Number(seconds), memory: Number(memory) }];
  });
// The rows come first; from where the number of rules first changes on, the rules.
const turn = runs.findIndex(({ rules }) => rules !== runs[0].rules);
const parts = [
  { data: runs.slice(0, turn), by: 'rows', title: 'rows, at 100 rules' },
  { data: runs.slice(turn), by: 'rules', title: 'rules, at 10⁶ rows' },
];

const panel = ({ data, by, title }, of, name, scale) => ({
  width: 250,
  height: 160,
  data: { values: data },
  mark: { type: 'line', point: true, color: '#1b2330' },
  encoding: {
    x: { field: by, type: 'quantitative', title, scale: { type: 'log' }, axis: { tickCount: 4, format: by === 'rows' ? '.0e' : '~d' } },
    y: { field: of, type: 'quantitative', title: name, scale },
    strokeDash: { field: 'engine', type: 'nominal', title: null, scale: { domain: ['evaluator', 'sql'], range: [[1, 0], [5, 4]] } },
  },
});
const { spec } = compile({
  background: '#ffffff',
  config: { font: 'system-ui, sans-serif', legend: { orient: 'top' } },
  hconcat: parts.map(part => ({
    vconcat: [panel(part, 'seconds', 'seconds', part.by === 'rows' ? { type: 'log' } : {}), panel(part, 'memory', 'MB at most', {})],
  })),
});
writeFileSync(output, await new View(parse(spec), { renderer: 'none' }).toSVG());
