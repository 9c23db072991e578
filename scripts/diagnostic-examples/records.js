import { RECORD_FILE, SCENARIO } from './paths.js';

const SOUND = `scenario: example.yaml
perspective: relief-agency
perspective-because: it flew
seen-while-writing: false
seen-note: coded after the rules
demand: open the crossing
done:
  - option: airlift
    by: the agency
    from: 2025-01
    what: forty flights
    judgement: worked
    because: the people were fed
    sources: [diary]
followed: { what: The crossing opened in May., sources: [diary] }
reasons: { fit: fits, because: flying reached them at its price, sources: [diary] }
sources:
  diary: { title: A diary, kind: statement, checked: recalled }
`;

/** The project with a record of what was done, in which something stands for something else. */
const broken = (from, to) => ({ [RECORD_FILE]: SOUND.replace(from, to) });

/** Mistakes in records of what was done. */
export const RECORD = {
  'record/unknown-scenario': {
    shows: 'a scenario that was moved',
    files: broken('example.yaml', 'crossing.yaml'),
  },
  'record/scenario-mismatch': {
    shows: 'a scenario with a misspelt level',
    files: { ...broken('', ''), [SCENARIO]: ['restricted', 'restrcited'] },
    run: 'check scenarios/example.record.yaml',
  },
  'record/duplicate-scenario': {
    shows: 'a second record of the same situation',
    files: { ...broken('', ''), 'scenarios/again.record.yaml': SOUND },
  },
  'record/unknown-perspective': {
    shows: 'a misspelt perspective',
    files: broken('relief-agency', 'relief-agncy'),
  },
  'record/unknown-option': { shows: 'a misspelt option', files: broken('airlift', 'airlfit') },
  'record/duplicate-option': {
    shows: 'one option in two entries',
    files: broken(
      '  - option: airlift',
      `  - option: airlift
    by: the army
    from: 2025-02
    what: six flights more
    judgement: unclear
    because: nobody counted
    sources: [diary]
  - option: airlift`,
    ),
  },
  'record/unknown-source': {
    shows: 'a misspelt source',
    files: broken('sources: [diary]', 'sources: [dairy]'),
  },
  'record/source-clash': {
    shows: 'a source by an id of the rule set',
    files: broken('  diary:', '  own-judgement: { title: Mine, kind: statement }\n  diary:'),
  },
};
