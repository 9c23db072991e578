import type { Watching } from '../analysis/pace.js';
import { byId } from '../model/order.js';
import type { Property } from '../model/property.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Verification, VerifiedProperty } from '../model/verification.js';
import { PROGRAM } from '../version.js';
import { exampleOf } from './example.js';
import { search, searchesOf } from './search.js';
import { waysOf } from './violations.js';

/** How properties are to be decided. */
export interface VerifyOptions {
  /** Ends the search for a property: it stays undecided, or its counterexample is not known to be the smallest. */
  limit?: (property: Property) => AbortSignal;
  /** Only these properties. Left out: all. */
  wanted?: (property: Property) => boolean;
  /** Told now and then what share of the properties is decided, from 0 to 1. */
  onProgress?: Watching['onProgress'];
}

/**
 * Decides each property of a rule set for every possible situation: proved, refuted with the smallest counterexample (the
 * fewest facts that differ from their neutral values, then the fewest steps, then ids), or undecided where its time is up.
 * That every option can lead is expected unless a property says otherwise. What is shown was evaluated once more by the
 * traced engine.
 */
export async function verify(ruleSet: RuleSet, options: VerifyOptions = {}): Promise<Verification> {
  const { id, version, title, hash } = ruleSet;
  const asked = expectedOf(ruleSet).filter(one => options.wanted?.(one) ?? true);
  const verified: VerifiedProperty[] = [];
  for (const [i, property] of asked.entries()) {
    verified.push(await decide(ruleSet, property, options.limit?.(property)));
    options.onProgress?.((i + 1) / asked.length);
  }
  const titles = (map: ReadonlyMap<string, { title: string }>) =>
    Object.fromEntries([...map].map(([key, { title }]) => [key, { title }]));
  return {
    format: 'verify/1',
    program: { ...PROGRAM },
    ruleSet: { id, version, title, hash },
    properties: verified,
    audit: null,
    facts: titles(ruleSet.facts),
    options: titles(ruleSet.options),
  };
}

/** The stated properties, and for each option of which none says so that it can lead. */
export function expectedOf(ruleSet: RuleSet): Property[] {
  const said = new Set(
    ruleSet.properties.flatMap(({ claim, when }) =>
      claim.kind === 'reachable' && when === undefined ? [claim.option] : [],
    ),
  );
  const expected = [...ruleSet.options.values()]
    .filter(({ id }) => !said.has(id))
    .map(
      ({ id, title }): Property => ({
        id: freeId(`reachable-${id}`, ruleSet),
        title: `${title} can lead`,
        because: 'an option that never leads need not be ranked',
        by: [...ruleSet.perspectives.keys()].sort(byId),
        claim: { kind: 'reachable', option: id },
      }),
    );
  return [...ruleSet.properties, ...expected];
}

/** The id, or one like it where the author has given it to another property. */
function freeId(id: string, ruleSet: RuleSet): string {
  return ruleSet.properties.some(one => one.id === id) ? freeId(`${id}-too`, ruleSet) : id;
}

async function decide(
  ruleSet: RuleSet,
  property: Property,
  signal: AbortSignal | undefined,
): Promise<VerifiedProperty> {
  const isReach = property.claim.kind === 'reachable';
  const searched = await search(searchesOf(ruleSet, property, waysOf(property, ruleSet)), isReach, signal);
  const { best, regions, covered, isComplete } = searched;
  const shown =
    best && (await exampleOf(ruleSet, property, best.hunt, best.found.at, isComplete && !isReach));
  // Weights that only tie may not survive rounding: then nothing is shown, and nothing is claimed.
  const isShown = shown !== undefined;
  const verdict = verdictOf(isReach, isShown, isComplete && (isShown || best === undefined));
  return {
    id: property.id,
    title: property.title,
    because: property.because,
    kind: property.claim.kind,
    at: property.place ? { file: property.place.file, line: property.place.line } : null,
    verdict,
    exception: property.exception ?? null,
    asExpected: verdict === (property.exception === undefined ? 'proved' : 'refuted'),
    regions,
    covered,
    counterexample: isReach ? null : (shown ?? null),
    example: isReach ? (shown ?? null) : null,
  };
}

function verdictOf(isReach: boolean, isFound: boolean, isComplete: boolean): VerifiedProperty['verdict'] {
  if (isFound) return isReach ? 'proved' : 'refuted';
  if (!isComplete) return 'undecided';
  return isReach ? 'refuted' : 'proved';
}
