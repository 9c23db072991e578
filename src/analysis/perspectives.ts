import type { Appraisal, RankedOption } from '../model/appraisal.js';
import { byId, round9 } from '../model/order.js';
import type { Parting, PerspectivesView, RankedByAll, Weigher } from '../model/perspectives.js';
import type { RuleSet } from '../model/rule-set.js';
import { tauB } from './kendall.js';

/**
 * Holds appraisals of one scenario by several perspectives against each other. What the cells hold is the same for all of
 * them, so that weights alone make the difference. Throws a RangeError where they are not of one scenario, or fewer than two.
 */
export function comparePerspectives(
  ruleSet: RuleSet,
  appraisals: readonly Appraisal[],
  top = 3,
): PerspectivesView {
  const [first] = appraisals;
  const isOne = appraisals.every(
    ({ manifest, perspective }) =>
      perspective &&
      ruleSet.perspectives.has(perspective.id) &&
      manifest.ruleSet.hash === ruleSet.hash &&
      manifest.scenario.hash === first!.manifest.scenario.hash,
  );
  if (!first || appraisals.length < 2 || !isOne) {
    throw new RangeError('appraisals of one scenario by two or more perspectives of the rule set are needed');
  }
  const judged = appraisals.map(appraisal => ({ id: appraisal.perspective!.id, appraisal }));
  const ranked = rankedByAll(judged);
  const perspectives = judged.map(({ appraisal }) => weigherOf(appraisal, ruleSet));
  return {
    format: 'perspectives/1',
    manifest: first.manifest,
    top,
    perspectives,
    criteria: first.criteria,
    options: first.options,
    ranked,
    outForAll: [
      ...first.excluded.map(({ option, title }) => ({ option, title, why: 'excluded' as const })),
      ...first.leftOut.map(({ option, title }) => ({ option, title, why: 'left-out' as const })),
    ],
    agreement: agreementOf(ranked, top),
    partings: partingsOf(ranked, perspectives, first, top),
    alike: pairsOf(perspectives).map(([{ id: a }, { id: b }]) => ({
      a,
      b,
      tau: tauB(ranked.map(({ places }) => [places[a]!.score, places[b]!.score])) ?? null,
    })),
  };
}

interface Judged {
  id: string;
  appraisal: Appraisal;
}

function rankedByAll(judged: readonly Judged[]): RankedByAll[] {
  const byPerspective = judged.map(
    ({ id, appraisal }) => [id, new Map(appraisal.ranking.map(one => [one.option, one]))] as const,
  );
  const sum = ({ places }: RankedByAll) => Object.values(places).reduce((all, { rank }) => all + rank, 0);
  return judged[0]!.appraisal.ranking
    .map(({ option, title, baseline }) => ({
      ...{ option, title, baseline },
      places: Object.fromEntries(
        byPerspective.map(([id, ranking]) => {
          const { rank, score } = ranking.get(option)!;
          return [id, { rank, score }];
        }),
      ),
    }))
    .sort((a, b) => sum(a) - sum(b) || byId(a.option, b.option));
}

function weigherOf({ perspective, weights, ranking }: Appraisal, ruleSet: RuleSet): Weigher {
  const { id, title, because } = perspective!;
  return {
    ...{ id, title, because, weights },
    swings: Object.fromEntries(ruleSet.perspectives.get(id)!.swings),
    leaders: ranking.filter(({ rank }) => rank === 1).map(({ option }) => option),
  };
}

/** How each perspective orders two options: 1 where it puts a first, -1 where b, 0 where they are level. */
function orders(a: RankedByAll, b: RankedByAll): number[] {
  return Object.keys(a.places).map(id => Math.sign(a.places[id]!.score - b.places[id]!.score));
}

function agreementOf(ranked: readonly RankedByAll[], top: number): PerspectivesView['agreement'] {
  const pairs = pairsOf(ranked).map(([a, b]) => ({ a: a.option, b: b.option, orders: orders(a, b) }));
  const same = pairs.flatMap(({ a, b, orders }) => {
    if (orders.every(order => order > 0)) return [{ over: a, under: b }];
    return orders.every(order => order < 0) ? [{ over: b, under: a }] : [];
  });
  const baseline = ranked.find(({ baseline }) => baseline)!.option;
  const all = (holds: (option: RankedByAll) => boolean) => ranked.filter(holds).map(({ option }) => option);
  return {
    first: all(({ places }) => Object.values(places).every(({ rank }) => rank <= top)),
    aboveBaseline: same.filter(({ under }) => under === baseline).map(({ over }) => over),
    belowBaseline: same.filter(({ over }) => over === baseline).map(({ under }) => under),
    pairs: {
      all: pairs.length,
      same: same.length,
      split: pairs.filter(({ orders }) => orders.includes(1) && orders.includes(-1)).length,
    },
    same,
  };
}

function partingsOf(
  ranked: readonly RankedByAll[],
  perspectives: readonly Weigher[],
  { ranking }: Appraisal,
  top: number,
): Parting[] {
  const cells = new Map(ranking.map(({ option, cells }) => [option, cells]));
  const leading = ranked.filter(({ places }) => Object.values(places).some(({ rank }) => rank <= top));
  return pairsOf(leading)
    .filter(([a, b]) => {
      const given = orders(a, b);
      return given.includes(1) && given.includes(-1);
    })
    .map(([a, b]) => partingOf(a, b, perspectives, cells))
    .sort((x, y) => Number(y.leads) - Number(x.leads) || y.gap - x.gap);
}

function partingOf(
  a: RankedByAll,
  b: RankedByAll,
  perspectives: readonly Weigher[],
  cells: ReadonlyMap<string, RankedOption['cells']>,
): Parting {
  const lead = ({ id }: Weigher) => a.places[id]!.score - b.places[id]!.score;
  const [campA, campB] = [1, -1].map(sign => perspectives.filter(one => Math.sign(lead(one)) === sign));
  const criteria = Object.keys(perspectives[0]!.weights).map(criterion => {
    const [weightA, weightB] = [campA!, campB!].map(camp => mean(camp.map(one => one.weights[criterion]!)));
    const value = (option: string) => cells.get(option)![criterion]!.value;
    const difference = value(a.option) - value(b.option);
    return {
      ...{ criterion, weightA: weightA!, weightB: weightB!, difference },
      makes: round9((weightA! - weightB!) * difference),
    };
  });
  const leads = (option: string) => perspectives.some(({ leaders }) => leaders.includes(option));
  return {
    ...{ a: a.option, b: b.option, leads: leads(a.option) && leads(b.option) },
    ...{ forA: campA!.map(({ id }) => id), forB: campB!.map(({ id }) => id) },
    gap: round9(mean(campA!.map(lead)) - mean(campB!.map(lead))),
    criteria: criteria.sort(
      (x, y) => Math.abs(y.makes) - Math.abs(x.makes) || byId(x.criterion, y.criterion),
    ),
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
}

function pairsOf<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b): [T, T] => [a, b]));
}
