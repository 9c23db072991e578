import {
  DERIVED,
  DOMAIN,
  PLAIN,
  type Rules,
  type Said,
  type Word,
  type WrittenCondition,
  type WrittenEntry,
} from './written.js';

/*
 * What docs/meaning.md says once more, as plainly as it can be said and without anything from `src/`: sets of possible
 * values are lists, numbers are the multiples of 0.05, truths are 0 (false), 1 (unknown) and 2 (true).
 */
type Sets = Record<string, Word[]>;

/** The midpoints of the bands of the words that random scenarios use. */
const MIDPOINT = {
  phia: { unlikely: 0.3, likely: 0.65, 'almost certain': 0.975 },
  'icd-203': { unlikely: 0.325, likely: 0.675, 'almost certain': 0.97 },
};
const CONFIDENCE = { high: 1, medium: 0.8, low: 0.6 };

interface Long {
  value?: Word;
  likelihood?: keyof (typeof MIDPOINT)['phia'];
  confidence?: keyof typeof CONFIDENCE;
  probabilities?: Record<string, number>;
  between?: [number, number];
  likely?: number;
}

/** 4.4 and 4.9: every value that a fact can have, and those of the point reading. */
export function statedSets(fact: string, said: unknown, scale: Rules['scale']) {
  const domain = DOMAIN[fact]!;
  const both = (set: Word[]) => ({ possible: set, point: set });
  if (said === undefined || said === 'unknown') return both(domain);
  if (typeof said !== 'object') return both([said as Word]);
  const { value, likelihood, confidence, probabilities, between, likely } = said as Long;
  if (between) {
    const possible = domain.filter(v => between[0] <= Number(v) && Number(v) <= between[1]);
    return { possible, point: likely === undefined ? possible : [likely] };
  }
  if (fact === 'share') return both([value!]);
  const others = domain.filter(v => v !== value);
  const near = others.filter(v => fact !== 'level' || Math.abs(at(fact, v) - at(fact, value!)) === 1);
  const spread = (mass: number, rest: Word[]) => (v: Word) =>
    v === value ? mass : rest.includes(v) ? (1 - mass) / rest.length : 0;
  const p = likelihood
    ? spread(MIDPOINT[scale][likelihood], others)
    : confidence
      ? spread(CONFIDENCE[confidence], near)
      : (v: Word) => probabilities![String(v)] ?? 0;
  const possible = domain.filter(v => p(v) > 0);
  const best = possible.filter(v => p(v) > 0.5);
  return { possible, point: best.length > 0 ? best : possible };
}

const at = (fact: string, v: Word) =>
  typeof v === 'number' ? v : (DOMAIN[fact] ?? DERIVED[fact])!.indexOf(v);
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
const round = (x: number) => Math.round(x * 1e9) / 1e9 + 0;
const clamp = (x: number) => (x > 100 ? 100 : x < -100 ? -100 : x);

/** Whether a comparison holds of one value. */
function test({ fact, operator, value }: WrittenCondition, v: Word): boolean {
  const list = [value!].flat();
  const [a, b] = [at(fact!, v), at(fact!, list[0]!)];
  if (operator === 'equal' || operator === 'in') return list.includes(v);
  if (operator === 'notEqual' || operator === 'notIn') return !list.includes(v);
  return operator === 'atLeast'
    ? a >= b
    : operator === 'atMost'
      ? a <= b
      : operator === 'above'
        ? a > b
        : a < b;
}

/** Kleene's logic, derived facts and the facts that a comparison goes back to, for one rule set. */
function logic(set: Rules) {
  const derive: Record<string, WrittenEntry[]> = { derived: set.derived, twice: set.twice };
  const parts = ({ all, any, not, condition }: WrittenCondition) =>
    all ?? any ?? (not ? [not] : condition ? [set.named] : []);
  const truth = (c: WrittenCondition, sets: Sets): number => {
    const truths = c.fact
      ? sets[c.fact]!.map(v => (test(c, v) ? 2 : 0))
      : parts(c).map(one => truth(one, sets));
    const [least, most] = [Math.min(...truths), Math.max(...truths)];
    if (c.fact) return least === most ? least : 1;
    return c.not ? 2 - least : c.any ? most : least;
  };
  const reading = (facts: Said['facts'], of: 'point' | 'possible'): Sets => {
    const sets: Sets = {};
    for (const fact of Object.keys(DOMAIN)) sets[fact] = statedSets(fact, facts[fact], set.scale)[of];
    for (const [fact, entries] of Object.entries(derive)) {
      const truths = entries.map(({ when }) => (when ? truth(when, sets) : 2));
      const can = entries.filter((_, i) => truths[i]! > 0 && i <= truths.indexOf(2));
      sets[fact] = DERIVED[fact]!.filter(v => can.some(({ value }) => value === v));
    }
    return sets;
  };
  const leaves = (c: WrittenCondition): WrittenCondition[] => (c.fact ? [c] : parts(c).flatMap(leaves));
  const conditions = [...set.rules, ...set.derived, ...set.twice].flatMap(({ when }) => when ?? []);
  const compared = [...conditions, ...set.impossible, set.named].flatMap(leaves);
  const stated = (fact: string): string[] =>
    derive[fact]?.flatMap(({ when }) => (when ? leaves(when).flatMap(leaf => stated(leaf.fact!)) : [])) ?? [
      fact,
    ];
  /** Whether a fact is not settled; of a number, whether any comparison can tell its possible values apart. */
  const open = (fact: string, sets: Sets) =>
    fact === 'share'
      ? compared.some(leaf => leaf.fact === fact && truth(leaf, sets) === 1)
      : sets[fact]!.length > 1;
  const settling = (when: WrittenCondition, sets: Sets) => {
    const unknown = leaves(when).filter(leaf => truth(leaf, sets) === 1);
    const facts = unknown.flatMap(({ fact }) => stated(fact!)).filter(fact => open(fact, sets));
    return [...new Set(facts)].sort();
  };
  return { truth, reading, settling };
}

/** All that an appraisal must say of rules and a scenario, or which error the scenario must have instead. */
export function oracle(given: Partial<Rules>, { facts, perspective, weights, leaveOut = {} }: Said) {
  const set = { ...PLAIN, ...given };
  const { truth, reading, settling } = logic(set);
  const [point, possible] = [reading(facts, 'point'), reading(facts, 'possible')];
  if ('derived' in facts && !possible.derived!.includes(facts.derived as Word))
    return { error: 'scenario/derived-contradiction' };
  if (set.impossible.some(c => truth(c, possible) === 2)) return { error: 'scenario/impossible' };

  const rules = set.rules.map(({ when, then }, i) => ({
    ...{ rule: `r${i}`, when, now: truth(when, point), ever: truth(when, possible) },
    effects: then.flatMap(effect =>
      (effect.options ?? [effect.option!]).map(option => ({ ...effect, option })),
    ),
  }));
  const effects = rules.flatMap(({ effects, ...rule }) => effects.map(effect => ({ ...rule, ...effect })));
  const cells = (option: string) =>
    set.criteria.map(criterion => {
      const own = effects.filter(one => one.option === option && one.criterion === criterion);
      const value = sum(own.filter(({ now }) => now === 2).map(({ points }) => points!));
      const bound = (worst: (a: number, b: number) => number) =>
        clamp(sum(own.map(({ ever, points }) => [0, worst(0, points!), points!][ever]!)));
      return { value: clamp(value), low: bound(Math.min), high: bound(Math.max), off: clamp(value) - value };
    });
  const stating = weights ?? set.weights[perspective as 'p'];
  const score = (option: string, of: 'value' | 'low' | 'high') =>
    round(
      sum(
        cells(option).map((cell, i) => (stating[set.criteria[i]!]! / sum(Object.values(stating))) * cell[of]),
      ),
    );
  const gates = (option: string) => effects.filter(one => one.exclude && one.option === option);
  const excluding = (option: string) => gates(option).filter(({ now }) => now === 2);
  const mayExclude = (option: string) => gates(option).filter(({ now, ever }) => now < 2 && ever > 0);

  const here = set.options.filter(option => !(option in leaveOut)).sort();
  const ranked = here.filter(option => excluding(option).length === 0);
  const scores = ranked.map(option => score(option, 'value'));
  const rivals = ranked.filter(option => mayExclude(option).length === 0);
  const better = (a: string, b: string, ofA: 'value' | 'low', ofB: 'value' | 'high') => {
    const [mine, other] = [cells(a), cells(b)];
    const gaps = mine.map((cell, i) => cell[ofA] - other[i]![ofB]);
    return gaps.every(gap => gap >= 0) && gaps.some(gap => gap > 0);
  };
  const contributions = (option: string) => [
    ...effects
      .filter(one => one.option === option && one.points !== undefined && one.now === 2)
      .map(({ rule, criterion, points, ever }) => `${rule} ${criterion} ${points} ${ever === 2}`),
    ...cells(option).flatMap(({ off }, i) => (off === 0 ? [] : [`null ${set.criteria[i]} ${off} false`])),
  ];
  return {
    ranking: ranked
      .map((option, i) => ({
        option,
        rank: 1 + scores.filter(other => other > scores[i]!).length,
        tied: scores.filter(other => other === scores[i]).length > 1,
        ...{ score: scores[i]!, low: score(option, 'low'), high: score(option, 'high') },
        mayLead: rivals.every(other => other === option || score(option, 'high') >= score(other, 'low')),
        cells: cells(option).map(({ value, low, high }) => ({ value, low, high })),
        openGates: mayExclude(option).map(({ rule }) => rule),
        contributions: contributions(option).sort(),
      }))
      .sort((a, b) => b.score - a.score || (a.option < b.option ? -1 : 1)),
    excluded: here
      .filter(option => excluding(option).length > 0)
      .map(option => ({ option, certain: excluding(option).some(({ ever }) => ever === 2) })),
    leftOut: Object.keys(leaveOut).sort(),
    undetermined: rules
      .filter(({ now }) => now === 1)
      .map(({ rule, when }) => ({ rule, facts: settling(when, point) })),
    notFired: rules.filter(({ now }) => now === 0).map(({ rule }) => rule),
    dominance: ranked.flatMap(over =>
      ranked.flatMap(under => {
        const sure = mayExclude(over).length === 0 && better(over, under, 'low', 'high');
        const certainty = sure ? 'certain' : better(over, under, 'value', 'value') ? 'possible' : undefined;
        return certainty ? [{ over, under, certainty }] : [];
      }),
    ),
  };
}
