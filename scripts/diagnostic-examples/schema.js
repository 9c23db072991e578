import { FACTS, RULES, SCENARIO } from './paths.js';

/** Files in the wrong shape. */
export const SCHEMA = {
  'schema/missing-key': {
    shows: 'a rule without its reason',
    files: { [RULES]: ['    because: the crossing is open\n', ''] },
  },
  'schema/unknown-key': {
    shows: 'a misspelt key',
    files: { [FACTS]: ['unit:', 'units:'] },
  },
  'schema/wrong-type': {
    shows: 'a number in quotes',
    files: { [RULES]: ['points: 40', "points: '40'"] },
  },
  'schema/not-allowed': {
    shows: 'a strength of evidence that does not exist',
    files: { [RULES]: ['evidence: moderate', 'evidence: modest'] },
  },
  'schema/out-of-range': {
    shows: 'more points than the scale has',
    files: { [RULES]: ['points: 40', 'points: 400'] },
  },
  'schema/bad-pattern': {
    shows: 'a date in words',
    files: { [SCENARIO]: ['as-of: 2025-01-01', 'as-of: 1 January 2025'] },
    run: 'check scenarios',
  },
  'schema/one-of-keys': {
    shows: 'an `any` beside an `all`',
    files: {
      [RULES]: [
        '      all:\n',
        '      any: [{ fact: crossing, operator: equal, value: open }]\n      all:\n',
      ],
    },
  },
  'schema/keys-together': {
    shows: 'points on no criterion',
    files: { [RULES]: ['criterion: relief, points: 40', 'points: 40'] },
  },
  'schema/foreign-operator': {
    shows: 'an operator as json-rules-engine calls it',
    files: { [RULES]: ['operator: atLeast', 'operator: greaterThanInclusive'] },
  },
};
