import { CONDITIONS, FACTS, HEAD, OPTIONS, RULES } from './paths.js';

const PRIOR = 'prior: { between: [0, 0.6], likely: 0.2, source: assumption }';
const CLOSED = '{ fact: crossing, operator: equal, value: closed }';
const OPEN = '{ fact: crossing, operator: equal, value: open }';

/** Conditions of which each stands for the one before so many times: `a`, `b`, … */
const repeated = (count, times) =>
  ['a', 'b', 'c', 'd']
    .slice(0, count)
    .map((id, i, ids) => {
      const part = `{ condition: ${ids[i - 1]} }`;
      const when = i === 0 ? CLOSED : `{ any: [${Array(times).fill(part).join(', ')}] }`;
      return `  ${id}:\n    title: Closed\n    when: ${when}\n`;
    })
    .join('');

/** Rules by this condition. */
const rulesBy = (condition, count) =>
  `rules:\n${Array.from(
    { length: count },
    (_, i) => `  - id: rule-${i}
    title: A rule
    when: { condition: ${condition} }
    then: [{ option: ${i % 2 ? 'airlift' : 'negotiate'}, criterion: ${i % 2 ? 'cost' : 'relief'}, points: ${i + 1} }]
    because: it is closed
    evidence: weak
    sources: [own-judgement]
`,
  ).join('')}`;

/** Entries by which the crossing may be derived from the need. */
const LADDER = '{ value: restricted, when: { fact: need, operator: atLeast, value: 0.2 } }';
const PLENTY = '{ value: open, when: { fact: need, operator: atLeast, value: 0.4 } }';
const SHUT = '{ value: closed, when: { fact: need, operator: atLeast, value: 0.1 } }';

/** Without the comparison that would read the need beside what is derived from it. */
const CROSSING_ALONE = ['        - { fact: need, operator: atLeast, value: 0.2 }\n', ''];

/** Names in a rule set that nothing declares, and values that do not fit their fact. */
const REFERENCES = {
  'rule-set/unknown-fact': {
    shows: 'a misspelt fact',
    files: { [RULES]: ['fact: crossing', 'fact: crosing'] },
  },
  'rule-set/unknown-option': {
    shows: 'a misspelt option',
    files: { [RULES]: ['option: airlift', 'option: airlfit'] },
  },
  'rule-set/unknown-criterion': {
    shows: 'a misspelt criterion',
    files: { [RULES]: ['criterion: relief', 'criterion: releif'] },
  },
  'rule-set/unknown-condition': {
    shows: 'a named condition that is not written yet',
    files: { [RULES]: [OPEN, '{ condition: way-open }'] },
  },
  'rule-set/unknown-source': {
    shows: 'a misspelt source',
    files: { [RULES]: ['sources: [own-judgement]', 'sources: [own-judgment]'] },
  },
  'rule-set/unknown-level': {
    shows: 'a misspelt level',
    files: { [RULES]: ['value: restricted', 'value: restrictd'] },
  },
  'rule-set/out-of-range': {
    shows: 'a percentage for a share',
    files: { [RULES]: ['value: 0.2', 'value: 20'] },
  },
  'rule-set/wrong-value-type': {
    shows: 'a number in quotes',
    files: { [RULES]: ['value: 0.2', "value: '0.2'"] },
  },
  'rule-set/operator-type': {
    shows: 'a fact whose levels were declared as `values`, which have no order',
    files: { [FACTS]: ['levels:', 'values:'] },
  },
};

/** Declarations that contradict themselves or each other. */
const DECLARATIONS = {
  'rule-set/duplicate-id': {
    shows: 'a rule that was copied and kept its id',
    files: { [RULES]: ['id: airlift-costs', 'id: airlift-reaches'] },
  },
  'rule-set/baseline-effect': {
    shows: 'points for doing nothing',
    files: { [RULES]: ['option: airlift, criterion: cost', 'option: wait, criterion: cost'] },
  },
  'rule-set/unknown-baseline': {
    shows: 'a misspelt baseline',
    files: { [HEAD]: ['baseline: wait', 'baseline: weit'] },
  },
  'rule-set/condition-cycle': {
    shows: 'a condition that stands for itself',
    files: {
      [CONDITIONS]: 'conditions:\n  shut:\n    title: Shut\n    when: { not: { condition: shut } }\n',
    },
  },
  'rule-set/condition-too-large': {
    shows: 'conditions that repeat one another, 10,648 comparisons in all',
    files: { [CONDITIONS]: `conditions:\n${repeated(4, 22)}`, [RULES]: [OPEN, '{ condition: d }'] },
  },
  'rule-set/conditions-too-large': {
    shows: 'a condition of 1,600 comparisons in forty rules',
    files: {
      [CONDITIONS]: `conditions:\n${repeated(3, 40)}`,
      'rules/example/rules/many.yaml': rulesBy('c', 40),
    },
  },
  'rule-set/prior-form': {
    shows: 'an interval as the prior of levels',
    files: {
      [FACTS]: ['anchors:', 'prior: { between: [0, 1], source: assumption }\n    anchors:'],
    },
  },
  'rule-set/placeholder': {
    shows: 'a fact in braces that is not written as facts are',
    files: { [RULES]: ['{crossing}', '{Crossing}'] },
  },
  'rule-set/derivation-cycle': {
    shows: 'a fact that is derived from itself',
    files: {
      [RULES]: CROSSING_ALONE,
      [FACTS]: [
        'anchors:',
        `derive: [${LADDER}, { value: open, when: ${OPEN} }, { value: closed }]\n    anchors:`,
      ],
    },
  },
  'rule-set/derivation-shape': {
    shows: 'an entry that always holds before another',
    files: {
      [RULES]: CROSSING_ALONE,
      [FACTS]: ['anchors:', `derive: [${LADDER}, { value: closed }, { value: open }]\n    anchors:`],
    },
  },
  'rule-set/derived-number': {
    shows: 'a share that is computed',
    files: { [FACTS]: [PRIOR, 'derive: [{ value: 0.5 }]'] },
  },
  'rule-set/derived-prior': {
    shows: 'a prior on a fact that is computed',
    files: {
      [RULES]: CROSSING_ALONE,
      [FACTS]: [
        'anchors:',
        `derive: [${LADDER}, ${SHUT}, { value: open }]\n    prior: { probabilities: { closed: 1 }, source: assumption }\n    anchors:`,
      ],
    },
  },
  'rule-set/probabilities-sum': {
    shows: 'probabilities of which 0.1 is missing',
    files: {
      [FACTS]: [
        'anchors:',
        'prior: { probabilities: { closed: 0.5, open: 0.4 }, source: assumption }\n    anchors:',
      ],
    },
  },
  'rule-set/weights': {
    shows: 'a perspective that leaves out a criterion',
    files: { [HEAD]: ['weights: { relief: 70, cost: 30 }', 'weights: { relief: 70 }'] },
  },
  'rule-set/swings': {
    shows: 'swings of which none has the share 100',
    files: { [HEAD]: ['relief: { share: 100', 'relief: { share: 90'] },
  },
  'rule-set/swings-disagree': {
    shows: 'weights that are not what the swings come to',
    files: { [HEAD]: ['weights: { relief: 70, cost: 30 }', 'weights: { relief: 75, cost: 25 }'] },
  },
  'rule-set/duplicate-effect': {
    shows: 'two effects of one rule on one cell',
    files: {
      [RULES]: ['points: 40 }]', 'points: 40 }, { option: airlift, criterion: relief, points: 10 }]'],
    },
  },
  'rule-set/scale': {
    shows: 'an interval from high to low',
    files: { [FACTS]: ['between: [0, 0.6]', 'between: [0.6, 0]'] },
  },
  'rule-set/reserved': {
    shows: '`unknown` among the levels',
    files: {
      [FACTS]: ['open]\n    anchors:\n', 'open, unknown]\n    anchors:\n      unknown: nobody was there\n'],
    },
  },
};

/** What is sound, and yet hardly meant. */
const DOUBTS = {
  'rule-set/unreachable-derivation': {
    shows: 'an entry that an earlier one forestalls',
    files: {
      [RULES]: CROSSING_ALONE,
      [FACTS]: [
        'anchors:',
        `derive:
      - ${LADDER}
      - { value: closed, when: { fact: need, operator: atLeast, value: 0.3 } }
      - ${SHUT}
      - { value: open }
    anchors:`,
      ],
    },
  },
  'rule-set/underived-level': {
    shows: 'a rule that waits for a level that is never derived',
    files: {
      [RULES]: CROSSING_ALONE,
      [FACTS]: [
        'open]\n    anchors:\n',
        `open, sealed]\n    derive: [${LADDER}, ${SHUT}, { value: open }]\n    anchors:\n      sealed: with a wall\n`,
      ],
      'rules/example/rules/walls.yaml': `rules:
  - id: walls-stay
    title: Walls stay
    when: { fact: crossing, operator: in, value: [closed, sealed] }
    then: [{ option: negotiate, criterion: relief, points: -10 }]
    because: a wall is not talked down
    evidence: weak
    sources: [own-judgement]
`,
    },
  },
  'rule-set/never-fires': {
    shows: 'two bounds on one fact that exclude each other',
    files: {
      [RULES]: ['{ fact: need, operator: atLeast, value: 0.2 }', OPEN],
    },
  },
  'rule-set/nothing-possible': {
    shows: 'impossible combinations that a `not` is missing from',
    files: {
      [CONDITIONS]: `impossible:
  - { id: open, because: nobody is left behind, when: ${OPEN} }
  - { id: not-open, because: lorries pay there, when: { not: ${OPEN} } }
`,
    },
  },
  'rule-set/duplicate-rule': {
    shows: 'a rule that was written twice, the second time by another comparison',
    files: {
      'rules/example/rules/again.yaml': `rules:
  - id: flying-is-dear
    title: Flying costs money
    when: { not: { fact: need, operator: equal, value: 0 } }
    then: [{ option: airlift, criterion: cost, points: -50 }]
    because: fuel has to be paid for
    evidence: strong
    sources: [own-judgement]
`,
    },
  },
  'rule-set/always-fires': {
    shows: 'a bound that every number keeps',
    files: {
      [RULES]: ['{ fact: need, operator: above, value: 0 }', '{ fact: need, operator: atLeast, value: 0 }'],
    },
  },
  'rule-set/needless-condition': {
    shows: 'a comparison that follows from the one before it',
    files: {
      [RULES]: [
        '        - { fact: need, operator: atLeast, value: 0.2 }\n',
        '        - { fact: need, operator: atLeast, value: 0.2 }\n        - { fact: need, operator: above, value: 0.1 }\n',
      ],
    },
  },
  'rule-set/untouched-option': {
    shows: 'an option without a rule',
    files: {
      [OPTIONS]: ['  negotiate:', '  drop: { title: Air drop, description: by parachute }\n  negotiate:'],
    },
  },
  'rule-set/untouched-criterion': {
    shows: 'rules that all score the same criterion',
    files: { [RULES]: [/criterion: cost/g, 'criterion: relief'] },
  },
  'rule-set/unread-fact': {
    shows: 'a fact without a rule',
    files: {
      [FACTS]: [
        '  need:',
        '  winter:\n    title: Winter\n    question: Is it winter?\n    boolean: true\n    anchors: { true: snow lies, false: none does }\n  need:',
      ],
    },
  },
  'rule-set/unused-condition': {
    shows: 'a named condition without a rule',
    files: { [CONDITIONS]: `conditions:\n  shut:\n    title: Shut\n    when: ${CLOSED}\n` },
  },
  'rule-set/missing-prior': {
    shows: 'a number of which nobody says how likely its values are',
    files: { [FACTS]: [`    ${PRIOR}\n`, ''] },
  },
  'rule-set/missing-anchor': {
    shows: 'a level of which nobody says when it holds',
    files: { [FACTS]: ['      open: they pass within a day\n', ''] },
  },
  'rule-set/double-counting': {
    shows: 'relief that is scored from the need and from what is derived from it',
    files: { [FACTS]: ['anchors:', `derive: [${PLENTY}, ${LADDER}, { value: closed }]\n    anchors:`] },
  },
  'rule-set/recalled-source': {
    shows: 'a source that nobody has read, beside one that was',
    files: {
      [HEAD]: [
        'note: replace it by evidence }',
        'note: replace it by evidence }\n  a-study: { title: A study of airlifts, kind: report, checked: recalled }',
      ],
      [RULES]: ['sources: [own-judgement]', 'sources: [own-judgement, a-study]'],
    },
  },
  'rule-set/recalled-ground': {
    shows: 'a rule with no other source than one that nobody has read',
    files: {
      [HEAD]: [
        'note: replace it by evidence }',
        'note: replace it by evidence }\n  a-study: { title: A study of airlifts, kind: report, checked: recalled }',
      ],
      [RULES]: ['sources: [own-judgement]', 'sources: [a-study]'],
    },
    beside: ['rule-set/recalled-source'],
  },
  'rule-set/unused-source': {
    shows: 'a source without a rule',
    files: { [HEAD]: ['sources:\n', 'sources:\n  atlas: { title: An atlas, kind: book }\n'] },
  },
};

/** Mistakes in a rule set. */
export const RULE_SET = { ...REFERENCES, ...DECLARATIONS, ...DOUBTS };
