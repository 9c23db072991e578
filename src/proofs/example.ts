import { normalise, type Weights } from '../mcda/weights.js';
import type { Value } from '../model/fact.js';
import { optionsOf, type Property } from '../model/property.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Example, ShownSituation } from '../model/verification.js';
import type { Groups } from './groups.js';
import type { LensedHunt } from './hunts.js';
import { goesAgainst, type Traced, traced } from './traced.js';
import { leadingWeights } from './under-weights.js';

/** How many responsible rules are named. */
const MOST = 6;

/**
 * A situation that a search found, in full: what differs from the neutral one, how the options stand there, and which rules
 * are responsible. It is evaluated by the traced engine; that this says otherwise would be a bug, but for weights found by a
 * linear programme that put options level: of these rounding may make a difference, and then there is nothing to show.
 */
export async function exampleOf(
  ruleSet: RuleSet,
  property: Property,
  hunt: LensedHunt,
  at: readonly number[],
  smallest: boolean,
): Promise<Example | undefined> {
  const facts = factsAt(ruleSet, hunt.groups, at);
  const then = changesOf(property, hunt, facts);
  const weights = await weightsOf(ruleSet, property, hunt, facts);
  const here = await traced(ruleSet, facts, weights);
  const after = then && (await traced(ruleSet, new Map([...facts, ...then]), weights));
  const isBorneOut = here.isPossible && goesAgainst(property.claim, here, after, ruleSet.baseline);
  if (!isBorneOut && hunt.lens.weights === null && property.by === 'any-weights') return undefined;
  if (!isBorneOut)
    throw new Error(`the situation found for the property ${property.id} says otherwise when it is traced`);
  const matters = hunt.lens.weights !== null || property.by === 'any-weights';
  return {
    ...situationOf(ruleSet, facts, smallest),
    then: [...(then ?? [])].map(([fact, to]) => ({ fact, from: facts.get(fact)!, to })),
    perspective: hunt.lens.perspective,
    weights: hunt.lens.perspective === null && matters ? Object.fromEntries(weights) : null,
    scores: standings(ruleSet, property, here, after),
    rules: responsible(ruleSet, property, weights, here, after),
  };
}

/** The value of every stated fact where a search has some of them in these groups: all others are neutral. */
export function factsAt(
  ruleSet: RuleSet,
  groups: readonly Groups[],
  at: readonly number[],
): ReadonlyMap<string, Value> {
  const stated = [...ruleSet.facts.values()].filter(({ derive }) => !derive);
  const found = new Map(groups.map(({ fact, values }, i) => [fact, values[at[i]!]!]));
  return new Map(stated.map(({ id, neutral }) => [id, found.get(id) ?? neutral]));
}

/** A situation as it is shown: in full, and by what differs from the neutral one. */
export function situationOf(
  ruleSet: RuleSet,
  facts: ReadonlyMap<string, Value>,
  smallest: boolean,
): ShownSituation {
  const differs = [...facts].flatMap(([fact, value]) => {
    const { neutral } = ruleSet.facts.get(fact)!;
    return value === neutral ? [] : [{ fact, neutral, value }];
  });
  return { facts: Object.fromEntries(facts), differs, smallest };
}

/** What is changed from the first situation to the second; undefined where there is but one. */
function changesOf(
  { claim }: Property,
  { moved }: LensedHunt,
  facts: ReadonlyMap<string, Value>,
): Map<string, Value> | undefined {
  if (moved) return new Map([[moved.fact, moved.to]]);
  if (claim.kind !== 'symmetric') return undefined;
  return new Map(
    claim.swapping.flatMap(([a, b]) => [[a, facts.get(b)!] as const, [b, facts.get(a)!] as const]),
  );
}

/** The weights by which the situation shows what it shows. */
async function weightsOf(
  ruleSet: RuleSet,
  { claim, by }: Property,
  { lens }: LensedHunt,
  facts: ReadonlyMap<string, Value>,
): Promise<Weights> {
  const criteria = [...ruleSet.criteria.keys()];
  if (lens.weights) return new Map(criteria.map((id, c) => [id, lens.weights![c]!]));
  const stated = normalise([...ruleSet.perspectives.values()][0]!.weights);
  if (by !== 'any-weights') return stated;
  const at = await traced(ruleSet, facts, stated);
  const [option] = optionsOf(claim) as [string];
  const cell = (id: string, criterion: string) => Math.max(-100, Math.min(100, at.points(id, criterion)));
  const ranked = at.options.filter(id => id !== option && at.level(id) > Number.NEGATIVE_INFINITY);
  const rows = ranked.map(other => criteria.map(c => cell(option, c) - cell(other, c)));
  const found = leadingWeights(rows, criteria.length, claim.kind === 'reachable');
  return found ? new Map(criteria.map((id, c) => [id, found[c]!])) : stated;
}

function standings(
  ruleSet: RuleSet,
  { claim }: Property,
  here: Traced,
  after: Traced | undefined,
): Example['scores'] {
  const named = new Set(optionsOf(claim));
  const highest = here.options.reduce((a, b) => (here.level(b) > here.level(a) ? b : a));
  // Who leads explains why another does not.
  if (['always', 'never', 'implies', 'reachable'].includes(claim.kind)) named.add(highest);
  const finite = (x: number | undefined) => (x === undefined || !Number.isFinite(x) ? null : x);
  return [...ruleSet.options.keys()]
    .filter(id => named.has(id))
    .map(option => ({ option, score: finite(here.level(option)), then: finite(after?.level(option)) }));
}

/** The rules that fire, or of two situations in one only, by what they add to the scores of the options in question. */
function responsible(
  ruleSet: RuleSet,
  { claim }: Property,
  weights: Weights,
  here: Traced,
  after: Traced | undefined,
): Example['rules'] {
  const named = new Set(optionsOf(claim));
  const isMoved = claim.kind === 'monotone' || claim.kind === 'invariant';
  return ruleSet.rules
    .filter(({ id }) => (isMoved ? here.fires.has(id) !== after!.fires.has(id) : here.fires.has(id)))
    .flatMap(({ id, title, effects }) => {
      const own = effects.filter(({ option }) => named.has(option));
      if (own.length === 0) return [];
      const points = own.reduce(
        (sum, effect) =>
          sum + (effect.kind === 'points' ? effect.points * weights.get(effect.criterion)! : -100),
        0,
      );
      return [{ rule: id, title, points: Math.round(points * 100) / 100 }];
    })
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.rule < b.rule ? -1 : 1))
    .slice(0, MOST);
}
