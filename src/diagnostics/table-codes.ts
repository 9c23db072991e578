import { type CodeEntry, error } from './code-entry.js';

/** Of tables of situations, and how their columns become facts. */
export const TABLE_CODES = {
  // How the columns of a table become facts.
  'map/unknown-fact': error('A mapping file gives a column for a fact that the rule set does not declare.'),
  'map/derived-fact': error(
    'A mapping file gives a column for a derived fact, which follows from others. Give columns for these.',
  ),
  'map/wrong-form': error(
    'A column is read in a way that does not fit its fact: cut points for a number, a factor for words, or values beside cut points.',
  ),
  'map/wrong-value': error('A column is given a value that its fact cannot have.'),
  'map/cut-points': error(
    'Cut points go up from the lowest, each entry but the last with a `below`, and the last without.',
  ),
  'map/missing-value': error(
    'One text stands for a missing value and for a level: leave it out of one of the two.',
  ),
  'map/rule-set-mismatch': error(
    'The rule set that a mapping file names has errors of its own: mend these first.',
  ),

  // Tables of situations.
  'table/unreadable': error(
    'A table cannot be read: it is no table of its format, is cut off, is no text in UTF-8, or the query is wrong. Nothing is written.',
  ),
  'table/unknown-column': error('A mapping file, or an option, names a column that the table does not have.'),
  'table/name-clash': error(
    'A column that is carried along has the name of a column of the results. Leave it out of `carry`, or rename it by a query.',
  ),
  'table/rejected-row': error(
    'A row does not fit: a cell has too many or too few columns, a value is not one that its fact can have, or its facts cannot occur together. Told with `--strict` alone; else such rows are counted, and written to the file that `--rejects` names.',
  ),

  'table/too-many-groups': error(
    'The columns to group by have more than 1,000 different values together, as one that tells every row apart has.',
  ),

  'table/not-joined': error(
    'A table cannot be held against another one: they have no id column in common, or an id stands in several rows.',
  ),
} as const satisfies Record<string, CodeEntry>;
