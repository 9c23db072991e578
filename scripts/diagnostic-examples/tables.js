import { HEAD } from './paths.js';

const MAP_FILE = 'panel.map.yaml';
const SOUND = `rule-set: rules/example
id: place
columns:
  crossing: { column: state, values: { shut: closed, slow: restricted, fine: open }, missing: [NA] }
  need: { column: needy, factor: 0.01 }
`;
const PANEL = `place,state,needy
North,shut,35
South,slow,20
`;

/** The project with a panel and its mapping, in one of which something stands for something else. */
const map = (from, to) => ({ [MAP_FILE]: SOUND.replace(from, to), 'panel.csv': PANEL });
const table = (from, to) => ({ [MAP_FILE]: SOUND, 'panel.csv': PANEL.replace(from, to) });

/** Mistakes in how columns become facts. */
export const MAP = {
  'map/unknown-fact': { shows: 'a misspelt fact', files: map('  crossing:', '  crosing:') },
  'map/derived-fact': {
    shows: 'a column for a fact that follows from others',
    files: {
      ...map('  need:', '  pressing: urgent\n  need:'),
      'rules/example/facts.yaml': [
        '  need:',
        `  pressing:
    title: Pressing
    question: Is it pressing?
    boolean: true
    derive:
      - { value: true, when: { fact: need, operator: atLeast, value: 0.25 } }
      - { value: false }
  need:`,
      ],
    },
  },
  'map/wrong-form': {
    shows: 'cut points for a number',
    files: map('factor: 0.01', 'cut-points: [{ below: 20, level: 0.1 }, { level: 0.3 }]'),
  },
  'map/wrong-value': { shows: 'a misspelt level', files: map('fine: open', 'fine: opne') },
  'map/cut-points': {
    shows: 'cut points that go down',
    files: map(
      'values: { shut: closed, slow: restricted, fine: open }',
      'cut-points: [{ below: 50, level: closed }, { below: 1, level: restricted }, { level: open }]',
    ),
  },
  'map/missing-value': { shows: 'a text that is missing and a level', files: map('[NA]', '[NA, slow]') },
  'map/rule-set-mismatch': {
    shows: 'a rule set with a mistake',
    files: { ...map('', ''), [HEAD]: ['baseline: wait', 'baseline: waite'] },
  },
};

/** Mistakes in tables. */
export const TABLE = {
  'table/unreadable': {
    shows: 'text in a file that is called Parquet',
    files: { ...table('', ''), 'panel.parquet': PANEL },
    run: 'table panel.parquet --map panel.map.yaml --perspective treasury',
  },
  'table/unknown-column': { shows: 'a column that was renamed', files: table('needy', 'in_need') },
  'table/name-clash': {
    shows: 'a column called as one of the results',
    files: { [MAP_FILE]: SOUND, 'panel.csv': 'place,state,needy,margin\nNorth,shut,35,4\n' },
  },
  'table/rejected-row': {
    shows: 'a value that is no level',
    files: table('slow', 'slwo'),
    run: 'table panel.csv --map panel.map.yaml --perspective treasury --strict --workers 1',
  },
  'table/too-many-groups': {
    shows: 'rows grouped by what tells each apart',
    files: {
      ...table('', ''),
      'panel.csv': `place,state,needy\n${Array.from({ length: 1500 }, (_, i) => `p${i},shut,20\n`).join('')}`,
    },
    run: 'table panel.csv --map panel.map.yaml --perspective treasury --summary --by place',
  },
  'table/not-joined': {
    shows: 'an id that stands in two rows',
    files: { ...table('South', 'North'), 'before.csv': 'place,leader\nNorth,wait\n' },
    run: 'table panel.csv --map panel.map.yaml --perspective treasury --summary --against before.csv',
  },
};
