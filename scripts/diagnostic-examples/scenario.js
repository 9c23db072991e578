import { CONDITIONS, FACTS, RULES, SCENARIO } from './paths.js';

const CROSSING = 'crossing: restricted';
const NEED = 'need: { between: [0.1, 0.3], likely: 0.25, note: two estimates differ }';
const PERSPECTIVE = 'perspective: relief-agency\n';

const COPY = `id: example
title: A second crossing
rule-set: ../rules/example
as-of: 2025-01-01
perspective: treasury
facts: { crossing: open, need: 0 }
`;

/** The crossing, derived from how many people are in need. */
const derived = (value, from) =>
  `derive: [{ value: ${value}, when: { fact: need, operator: atLeast, value: ${from} } }, { value: open }]\n    anchors:`;

const IMPOSSIBLE = `impossible:
  - id: delays-are-felt
    because: where lorries wait for days, people are in need
    when: { all: [{ fact: crossing, operator: atMost, value: restricted }, { fact: need, operator: below, value: 0.4 }] }
`;

/** The head of a scenario: its rule set, perspective, weights, sources and what it leaves out. */
const HEADER = {
  'scenario/unknown-option': {
    shows: 'a misspelt option',
    files: { [SCENARIO]: ['facts:', 'leave-out: { airlfit: no runway }\nfacts:'] },
  },
  'scenario/unknown-criterion': {
    shows: 'a weight for a criterion of another rule set',
    files: { [SCENARIO]: [PERSPECTIVE, 'weights: { relief: 60, cost: 30, speed: 10 }\n'] },
  },
  'scenario/unknown-perspective': {
    shows: 'a misspelt perspective',
    files: { [SCENARIO]: [PERSPECTIVE, 'perspective: relief-agncy\n'] },
  },
  'scenario/unknown-source': {
    shows: 'a source that is declared nowhere',
    files: { [SCENARIO]: ['note: two estimates differ', 'source: survey-2024'] },
  },
  'scenario/weights': {
    shows: 'weights that leave out a criterion',
    files: { [SCENARIO]: [PERSPECTIVE, 'weights: { relief: 60 }\n'] },
  },
  'scenario/perspective-or-weights': {
    shows: 'weights beside a perspective',
    files: { [SCENARIO]: [PERSPECTIVE, `${PERSPECTIVE}weights: { relief: 60, cost: 40 }\n`] },
  },
  'scenario/baseline-left-out': {
    shows: 'a scenario in which waiting is no option',
    files: { [SCENARIO]: ['facts:', 'leave-out: { wait: too late for it }\nfacts:'] },
  },
  'scenario/source-clash': {
    shows: 'a source by the id of another',
    files: {
      [SCENARIO]: ['facts:', 'sources:\n  own-judgement: { title: Notes, kind: statement }\nfacts:'],
    },
  },
  'scenario/rule-set-mismatch': {
    shows: 'a scenario of a rule set with a mistake',
    files: { [RULES]: ['option: airlift', 'option: airlfit'] },
    run: 'check scenarios',
    beside: ['rule-set/unknown-option'],
  },
};

/** What it says about itself. */
const SELF = {
  'scenario/no-such-day': {
    shows: 'the thirtieth of February',
    files: { [SCENARIO]: ['2025-01-01', '2025-02-30'] },
  },
  'scenario/duplicate-id': {
    shows: 'a copy that kept the id',
    files: { 'scenarios/second.yaml': COPY },
  },
};

/** What a scenario says of its facts. */
const STATEMENTS = {
  'scenario/unknown-fact': {
    shows: 'a misspelt fact',
    files: { [SCENARIO]: [CROSSING, 'crosing: restricted'] },
  },
  'scenario/unknown-level': {
    shows: 'a misspelt level',
    files: { [SCENARIO]: [CROSSING, 'crossing: restrictd'] },
  },
  'scenario/out-of-range': {
    shows: 'a percentage for a share',
    files: { [SCENARIO]: [NEED, 'need: 25'] },
  },
  'scenario/wrong-value-type': {
    shows: 'a number in quotes',
    files: { [SCENARIO]: [NEED, "need: '0.25'"] },
  },
  'scenario/probabilities-sum': {
    shows: 'probabilities of which 0.1 is missing',
    files: {
      [SCENARIO]: [CROSSING, 'crossing: { probabilities: { closed: 0.5, restricted: 0.4 }, note: a guess }'],
    },
  },
  'scenario/between': {
    shows: 'an interval from high to low',
    files: { [SCENARIO]: ['[0.1, 0.3]', '[0.3, 0.1]'] },
  },
  'scenario/likelihood-on-number': {
    shows: 'a number that is said to be likely',
    files: { [SCENARIO]: [NEED, 'need: { value: 0.25, likelihood: likely, note: a guess }'] },
  },
  'scenario/unknown-likelihood': {
    shows: 'words that are not on the scale',
    files: {
      [SCENARIO]: [CROSSING, 'crossing: { value: restricted, likelihood: fairly sure, note: a guess }'],
    },
  },
  'scenario/uncertainty-form': {
    shows: 'a confidence beside a likelihood',
    files: {
      [SCENARIO]: [CROSSING, 'crossing: { value: open, likelihood: likely, confidence: low, note: a guess }'],
    },
  },
  'scenario/unsourced-fact': {
    shows: 'an estimate that nothing bears out',
    files: { [SCENARIO]: [', note: two estimates differ', ''] },
  },
};

/** What follows from all that a scenario says. */
const SITUATION = {
  'scenario/derived-contradiction': {
    shows:
      'a restricted crossing, where the rule set takes it to be open unless half of the people are in need',
    files: { [FACTS]: ['anchors:', derived('restricted', 0.5)] },
    run: 'check scenarios',
  },
  'scenario/derived-open': {
    shows:
      'a restricted crossing, where the rule set takes it to be open unless a fifth of the people are in need',
    files: { [FACTS]: ['anchors:', derived('restricted', 0.2)] },
    run: 'check scenarios',
  },
  'scenario/impossible': {
    shows: 'a rule set that rules out little need at a restricted crossing',
    files: { [CONDITIONS]: IMPOSSIBLE },
  },
  'scenario/impossible-estimate': {
    shows: 'best estimates that the rule set rules out together',
    files: {
      [CONDITIONS]: IMPOSSIBLE,
      [SCENARIO]: ['[0.1, 0.3], likely: 0.25', '[0.1, 0.6], likely: 0.25'],
    },
  },
};

/** Mistakes in a scenario. */
export const SCENARIO_EXAMPLES = { ...HEADER, ...SELF, ...STATEMENTS, ...SITUATION };
