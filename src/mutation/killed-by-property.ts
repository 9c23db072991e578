import { type Condition, partsOf } from '../model/condition.js';
import { optionsOf, type Property } from '../model/property.js';
import type { RuleSet } from '../model/rule-set.js';
import { verify } from '../proofs/verify.js';

/** Whether a property is about what some rules do: it names one of their options, or compares with all. */
export function isAbout(property: Property, options: ReadonlySet<string>): boolean {
  const { claim } = property;
  const comparesWithAll =
    claim.kind === 'reachable' ||
    (claim.kind === 'implies'
      ? [claim.given, claim.follows].some(({ is }) => is === 'in-top')
      : 'standing' in claim && claim.standing.is === 'in-top');
  return comparesWithAll || optionsOf(claim).some(option => options.has(option));
}

/** Tells the verdict on a property where it is the one that is expected, and finds it out once. */
export type Held = (property: Property) => Promise<string | undefined>;

/** The properties of a rule set that hold, or are refuted as their exceptions say. */
export function heldProperties(ruleSet: RuleSet, limit: () => AbortSignal): Held {
  const known = new Map<string, Promise<string | undefined>>();
  return ({ id }) => {
    const found = known.get(id) ?? heldIn(ruleSet, id, limit);
    known.set(id, found);
    return found;
  };
}

async function heldIn(ruleSet: RuleSet, id: string, limit: () => AbortSignal): Promise<string | undefined> {
  const { asExpected, verdict } = await verdictOn(ruleSet, id, limit);
  return asExpected ? verdict : undefined;
}

/**
 * The first property about these options whose verdict is another one for a mutant. What time leaves open counts for nothing,
 * nor does a property that itself asks for the named condition that is changed, if one is.
 */
export async function failingProperty(
  changed: RuleSet,
  held: Held,
  options: ReadonlySet<string>,
  named: string | undefined,
  limit: () => AbortSignal,
): Promise<string | undefined> {
  for (const property of changed.properties) {
    if (!isAbout(property, options)) continue;
    if (named !== undefined && property.when && reads(property.when, named)) continue;
    const before = await held(property);
    if (before === undefined) continue;
    const { verdict } = await verdictOn(changed, property.id, limit);
    if (verdict !== 'undecided' && verdict !== before) return property.id;
  }
  return undefined;
}

function reads(condition: Condition, name: string): boolean {
  const isIt = condition.kind === 'named' && condition.name === name;
  return isIt || partsOf(condition).some(part => reads(part, name));
}

async function verdictOn(ruleSet: RuleSet, id: string, limit: () => AbortSignal) {
  const stated = ruleSet.properties.find(one => one.id === id);
  const { properties } = await verify(ruleSet, { limit, wanted: one => one === stated });
  return properties[0]!;
}
