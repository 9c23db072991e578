import fc from 'fast-check';
import type { Property } from '../model/property.js';
import type { RuleSet } from '../model/rule-set.js';
import type { SampledProperty } from '../model/test-result.js';
import { exampleOf } from '../proofs/example.js';
import { huntsOf, type LensedHunt, lensesOf } from '../proofs/hunts.js';
import { groupsInQuestion, trier } from '../proofs/one-situation.js';
import { waysOf } from '../proofs/violations.js';

/** How properties are to be tried. */
export interface SampleOptions {
  /** How many situations for each property. */
  runs: number;
  seed: number;
  /** Only these properties. Left out: all. */
  wanted?: (property: Property) => boolean;
}

/**
 * Tries each stated property in situations that are drawn at random: possible ones in which its condition holds, whose facts
 * lie in any step that the rules distinguish. What goes against it is shrunk towards the neutral situation. Passes over what
 * no situation can refute: that an option can lead. A stated exception passes whatever is drawn.
 */
export async function sampleProperties(
  ruleSet: RuleSet,
  { runs, seed, wanted = () => true }: SampleOptions,
): Promise<SampledProperty[]> {
  const sampled: SampledProperty[] = [];
  for (const property of ruleSet.properties.filter(wanted))
    if (property.claim.kind !== 'reachable') sampled.push(await sample(ruleSet, property, runs, seed));
  return sampled;
}

async function sample(
  ruleSet: RuleSet,
  property: Property,
  runs: number,
  seed: number,
): Promise<SampledProperty> {
  const hunts = waysOf(property, ruleSet)
    .flatMap(way => lensesOf(ruleSet, property, way).flatMap(lens => huntsOf(ruleSet, property, way, lens)))
    .filter(({ groups }) => groups.every(({ steps }) => steps.length > 0));
  const { id, title, because, place } = property;
  const about = { id, title, because, at: { file: place!.file, line: place!.line } };
  const none = { ...about, passed: true, tried: 0, counterexample: null };
  const asked = hunts.map(hunt => ({ hunt, open: groupsInQuestion(hunt), goesAgainst: trier(hunt) }));
  const open = asked.filter(({ open }) => open.every(groups => groups.length > 0));
  if (open.length === 0) return none;
  const situation = fc.nat(open.length - 1).chain(at =>
    fc.tuple(...open[at]!.open.map(groups => fc.nat(groups.length - 1))).map(picked => ({
      ...open[at]!,
      at: picked.map((pick, fact) => open[at]!.open[fact]![pick]!),
    })),
  );
  let tried = 0;
  const found = fc.check(
    fc.property(situation, ({ goesAgainst, at }) => {
      const against = goesAgainst(at);
      if (against !== undefined) tried += 1;
      return against !== true;
    }),
    { numRuns: runs, seed },
  );
  const [shown] = found.counterexample ?? [];
  const example = shown && (await exampleOf(ruleSet, property, shown.hunt as LensedHunt, shown.at, false));
  return {
    ...none,
    tried,
    passed: !example || property.exception !== undefined,
    counterexample: example ?? null,
  };
}
