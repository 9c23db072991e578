import type { DisputedFact, Turn } from '../model/agreement.js';
import type { Seen } from '../model/appraisal.js';
import { canonicalJson } from '../model/canonical.js';
import { byId, round9 } from '../model/order.js';
import type { RuleSet } from '../model/rule-set.js';
import { type Coded, ownMix, variants, withFrom } from './coded.js';
import { estimateOf } from './coding.js';

/** What some coding reads a fact as on its best estimates. */
export type SeenBy = (coding: number, fact: string) => Seen;

/**
 * The facts that codings read differently, with what each of them alone does to the leader of every coding and of the pool,
 * taken from another coding; those of most consequence first. Ties in order of id.
 */
export function disputedFacts(
  ruleSet: RuleSet,
  coded: Coded,
  seenBy: SeenBy,
  turns: readonly Turn[],
): DisputedFact[] {
  const together = new Set(turns.flatMap(({ sets }) => sets.flat()));
  const bases = coded.judge(coded.scenarios.map((_, i) => ownMix(coded, i)));
  const disputed = coded.facts.flatMap((id, place) => {
    const says = saidOf(coded, seenBy, id);
    if (says.length === 1) return [];
    const fact = ruleSet.facts.get(id)!;
    const estimates = new Set(coded.codings.flatMap(coding => estimateOf(coding, fact) ?? []));
    const swaps = swapsOf(coded, place, bases);
    const alone = swaps.flatMap(({ from, to, before, after }) =>
      before === after
        ? []
        : [{ from: coded.codings[from]?.coder ?? null, to: seenBy(to, id), leader: after }],
    );
    const matters = alone.length > 0 ? 'alone' : together.has(id) ? 'together' : 'no';
    const margin = round9(Math.max(0, ...swaps.map(({ moves }) => moves)));
    return [
      {
        fact: id,
        title: fact.title,
        differs: estimates.size > 1,
        says,
        matters,
        turns: alone,
        margin,
      } as const,
    ];
  });
  return disputed.sort(
    (a, b) => RANKS[a.matters] - RANKS[b.matters] || b.margin - a.margin || byId(a.fact, b.fact),
  );
}

const RANKS: Record<DisputedFact['matters'], number> = { alone: 0, together: 1, no: 2 };

/** What is said of a fact, each thing once, with those who say it. */
function saidOf({ codings }: Coded, seenBy: SeenBy, fact: string): DisputedFact['says'] {
  const said = new Map<string, DisputedFact['says'][number]>();
  codings.forEach(({ coder }, i) => {
    const says = seenBy(i, fact);
    const key = canonicalJson(says);
    const known = said.get(key) ?? { says, coders: [] };
    said.set(key, { says, coders: [...known.coders, coder] });
  });
  return [...said.values()];
}

interface Swap {
  from: number;
  to: number;
  before: string;
  after: string;
  /** By how much the margin of the leader before moves. */
  moves: number;
}

/** Every coding, and the pool, with one fact as each other coding has it. What cannot occur then is passed over. */
function swapsOf(coded: Coded, place: number, bases: ReturnType<Coded['judge']>): Swap[] {
  const asked = coded.scenarios.flatMap((_, from) =>
    variants(coded, place)
      .filter(to => coded.takenAs(to, place) !== coded.takenAs(from, place))
      .map(to => ({ from, to })),
  );
  const leads = coded.judge(asked.map(({ from, to }) => withFrom(ownMix(coded, from), [place], to)));
  return asked.flatMap(({ from, to }, i) => {
    const [base, lead] = [bases[from], leads[i]];
    if (!base || !lead) return [];
    const moves = Math.abs(lead.marginOf(base.leader) - base.marginOf(base.leader));
    return [{ from, to, before: base.leader, after: lead.leader, moves }];
  });
}
