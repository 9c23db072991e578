import fc from 'fast-check';
import { loadRuleSet } from '../load.js';
import type { RuleSet } from '../model/rule-set.js';
import type {
  AuthoredCondition,
  AuthoredRule,
  ConditionsFile,
  FactsFile,
  OptionsFile,
  RuleSetFile,
  RulesFile,
} from '../schema/generated/author-types.js';
import { codebookArbitrary, derivedArbitrary, type Sketch, withEntries } from './codebooks.js';
import { conditionArbitrary, derivationArbitrary, leafArbitrary } from './conditions.js';
import { effectsArbitrary, weightsArbitrary } from './effects.js';
import { hasPossible } from './possible.js';
import { shownAs } from './shown.js';

/**
 * A valid rule set, small and of every kind of thing: facts of every type, derived facts, named conditions, every operator
 * under nested `all`, `any` and `not`, points, gates, impossible combinations, weights of 0. At least one situation is
 * possible. Shrinks towards fewer and plainer rules, and is printed as the files that it was loaded from.
 */
export function ruleSetArbitrary(): fc.Arbitrary<RuleSet> {
  return frameArbitrary
    .chain(filesArbitrary)
    .map(load)
    .filter(ruleSet => hasPossible(ruleSet) === true);
}

/** What the rules of a rule set are about. */
interface Frame {
  stated: Sketch[];
  derived: Sketch[];
  options: string[];
  criteria: string[];
}

interface Files {
  'rule-set.yaml': RuleSetFile;
  'facts.yaml': FactsFile;
  'options.yaml': OptionsFile;
  'conditions.yaml': ConditionsFile;
  'rules/all.yaml': RulesFile;
}

const ids = (letter: string, maxLength: number) =>
  fc.integer({ min: 1, max: maxLength }).map(length => Array.from({ length }, (_, i) => `${letter}${i}`));

const frameArbitrary: fc.Arbitrary<Frame> = fc.record({
  stated: codebookArbitrary,
  derived: derivedArbitrary,
  options: ids('o', 4),
  criteria: ids('c', 3),
});

const FOLDER = 'random';

function load(files: Files): RuleSet {
  const texts = Object.entries(files).map(([name, file]) => ({
    path: `${FOLDER}/${name}`,
    text: JSON.stringify(file),
  }));
  const { ruleSet, diagnostics } = loadRuleSet(FOLDER, texts);
  if (!ruleSet) throw new Error(`a random rule set has errors: ${JSON.stringify(diagnostics)}`);
  return shownAs(ruleSet, files);
}

function filesArbitrary(frame: Frame): fc.Arbitrary<Files> {
  const { stated, derived, options, criteria } = frame;
  const { leaves, facts, conditions } = definitions(stated, derived);
  const rule = fc.record({
    when: conditionArbitrary(leaves, 3),
    then: effectsArbitrary(options, criteria),
    evidence: fc.constantFrom('strong' as const, 'moderate' as const, 'weak' as const),
  });
  const impossible = conditionArbitrary(leaves, 2);
  return fc
    .record({
      header: headerArbitrary(criteria),
      facts,
      conditions,
      impossible: fc.oneof(
        { weight: 3, arbitrary: fc.constant<AuthoredCondition[]>([]) },
        { weight: 1, arbitrary: fc.array(impossible, { minLength: 1, maxLength: 2 }) },
      ),
      rules: fc.array(rule, { minLength: 1, maxLength: 8 }),
    })
    .map(({ header, facts, conditions, impossible, rules }) => ({
      'rule-set.yaml': header,
      'facts.yaml': { facts: Object.fromEntries(facts.map(({ fact, written }) => [fact, written])) },
      'options.yaml': { options: described(['baseline', ...options]) },
      'conditions.yaml': {
        conditions: Object.fromEntries(
          conditions.map((when, i) => [`n${i}`, { title: 'A condition', when }]),
        ),
        impossible: impossible.map((when, i) => ({ id: `i${i}`, because: 'it cannot be', when })),
      },
      'rules/all.yaml': {
        rules: rules.map((rule, i): AuthoredRule => ({ ...rule, id: `r${i}`, ...REASON })),
      },
    }));
}

const REASON = { title: 'A rule', because: 'it is so', sources: ['s'] };

/** Named conditions and derived facts by turns, each of which reads only what was defined before it, so that none is cyclic. */
function definitions(stated: readonly Sketch[], derived: readonly Sketch[]) {
  const leaves = stated.map(leafArbitrary);
  const conditions: fc.Arbitrary<AuthoredCondition>[] = [];
  const facts: fc.Arbitrary<Sketch>[] = stated.map(fact => fc.constant(fact));
  for (const sketch of derived) {
    conditions.push(conditionArbitrary([...leaves], 1));
    leaves.push(fc.constant({ condition: `n${conditions.length - 1}` }));
    facts.push(derivationArbitrary(sketch.values, [...leaves]).map(derive => withEntries(sketch, derive)));
    leaves.push(leafArbitrary(sketch));
  }
  return { leaves, facts: fc.tuple(...facts), conditions: fc.tuple(...conditions) };
}

function headerArbitrary(criteria: readonly string[]): fc.Arbitrary<RuleSetFile> {
  const perspectives = fc.array(weightsArbitrary(criteria), { minLength: 1, maxLength: 2 });
  const scale = fc.constantFrom('phia' as const, 'icd-203' as const);
  return fc.tuple(perspectives, scale).map(([perspectives, scale]) => ({
    ...{ id: FOLDER, version: '0.1.0', title: 'A random rule set', summary: 'Made to try things on' },
    baseline: 'baseline',
    'likelihood-scale': scale,
    'points-scale': { 10: 'a little', 100: 'all there is' },
    evidence: { strong: 0.2, moderate: 0.4, weak: 0.8 },
    confidence: { high: 1, medium: 0.8, low: 0.6 },
    criteria: described(criteria),
    perspectives: Object.fromEntries(
      perspectives.map((weights, i) => [`p${i}`, { title: 'A perspective', because: 'it is so', weights }]),
    ),
    sources: { s: { title: 'A book', kind: 'book' } },
  }));
}

function described(ids: readonly string[]) {
  return Object.fromEntries(ids.map(id => [id, { title: id, description: id }]));
}
