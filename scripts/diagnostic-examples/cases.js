import { CASES, SCENARIO } from './paths.js';

/** Mistakes in worked cases. */
export const CASE = {
  'case/unknown-option': {
    shows: 'a misspelt option',
    files: { [CASES]: ['first: negotiate', 'first: negotate'] },
  },
  'case/unknown-scenario': {
    shows: 'a scenario that was moved',
    files: { [CASES]: ['scenarios/example.yaml', 'scenarios/crossing.yaml'] },
  },
  'case/duplicate-id': {
    shows: 'two cases by one id',
    files: {
      [CASES]: [
        'expect: { first: negotiate }\n',
        `expect: { first: negotiate }
  - id: restricted-crossing
    title: The same again
    scenario: ../../../${SCENARIO}
    expect: { first: negotiate }
`,
      ],
    },
  },
  'case/unknown-rule': {
    shows: 'a misspelt rule',
    files: { [CASES]: ['first: negotiate', 'fires: [airlift-cost]'] },
  },
  'case/incomplete': {
    shows: 'a case that expects nothing',
    files: { [CASES]: ['    expect: { first: negotiate }\n', ''] },
  },
  'case/failed': {
    shows: 'an option that does not lead',
    files: { [CASES]: ['first: negotiate', 'first: airlift'] },
    run: 'test rules/example',
  },
  'case/unknown-perspective': {
    shows: 'a misspelt perspective',
    files: { [CASES]: ['expect:', 'perspective: relief-agncy\n    expect:'] },
  },
};
