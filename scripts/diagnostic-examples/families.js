import { CASE } from './cases.js';
import { ARGUMENT, FILE, RESULT, YAML } from './files.js';
import { PROPERTY } from './properties.js';
import { RECORD } from './records.js';
import { RULE_SET } from './rule-set.js';
import { SCENARIO_EXAMPLES } from './scenario.js';
import { SCHEMA } from './schema.js';
import { MAP, TABLE } from './tables.js';

/**
 * An example of every code, by family. Each is a change to the project that `demarche init` writes:
 *
 * - `shows`: the mistake in a few words;
 * - `files`: by path, a text with what is written for it; or the whole text of a file; or null where it is left out;
 * - `run`: the command that meets the mistake, else that of its family, else `check`. It finds this code and nothing else,
 *   but for the codes in `beside`.
 */
export const FAMILIES = {
  file: { title: 'Files and folders', examples: FILE },
  yaml: { title: 'YAML', examples: YAML },
  schema: { title: 'The shape of a file', run: 'check rules', examples: SCHEMA },
  result: { title: 'Saved results', examples: RESULT },
  argument: { title: 'Arguments', examples: ARGUMENT },
  'rule-set': { title: 'Rule sets', run: 'check rules', examples: RULE_SET },
  scenario: { title: 'Scenarios', examples: SCENARIO_EXAMPLES },
  property: { title: 'Properties', run: 'check rules', examples: PROPERTY },
  case: { title: 'Worked cases', run: 'check rules', examples: CASE },
  record: { title: 'Records', run: 'check scenarios', examples: RECORD },
  map: { title: 'Mapping files', run: 'check panel.map.yaml', examples: MAP },
  table: {
    title: 'Tables',
    run: 'table panel.csv --map panel.map.yaml --perspective treasury',
    examples: TABLE,
  },
};
