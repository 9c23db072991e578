import { FACTS, PROPERTIES } from './paths.js';

const AIRLIFT = 'bounded: { option: airlift, criterion: cost, from: -100, to: 0 }';

/** Mistakes in properties. */
export const PROPERTY = {
  'property/duplicate-id': {
    shows: 'two properties by one id',
    files: { [PROPERTIES]: ['id: no-talks-at-a-shut-door', 'id: flying-saves-nothing'] },
  },
  'property/unknown-perspective': {
    shows: 'a misspelt perspective',
    files: { [PROPERTIES]: [AIRLIFT, `by: [tresury]\n    ${AIRLIFT}`] },
  },
  'property/derived-fact': {
    shows: 'a fact that follows from others, moved by itself',
    files: {
      [FACTS]: [
        'facts:\n',
        `facts:
  access:
    title: Access
    question: Can anybody be reached?
    levels: [none, some]
    anchors: { none: nobody can, some: somebody can }
    derive:
      - { value: none, when: { fact: crossing, operator: equal, value: closed } }
      - { value: some }
`,
      ],
      [PROPERTIES]: [AIRLIFT, 'invariant: { fact: access, option: airlift }'],
    },
    beside: ['rule-set/unread-fact'],
  },
  'property/no-order': {
    shows: 'values without an order that are to rise',
    files: {
      [FACTS]: [
        'facts:\n',
        `facts:
  season:
    title: The season
    question: Which season is it?
    values: [dry, wet]
    anchors: { dry: roads hold, wet: they do not }
`,
      ],
      [PROPERTIES]: [AIRLIFT, 'monotone: { fact: season, option: airlift, never: falls }'],
    },
    beside: ['rule-set/unread-fact'],
  },
  'property/unlike-facts': {
    shows: 'a level and a number that are to trade their values',
    files: {
      [PROPERTIES]: [AIRLIFT, 'symmetric: { options: [airlift, negotiate], swapping: [[crossing, need]] }'],
    },
  },
  'property/any-weights': {
    shows: 'ranks for any weights',
    files: { [PROPERTIES]: [AIRLIFT, 'any-weights: true\n    never: { option: airlift, in-top: 2 }'] },
  },
  'property/senseless': {
    shows: 'an option above itself',
    files: { [PROPERTIES]: [AIRLIFT, 'always: { option: airlift, above: airlift }'] },
  },
};
