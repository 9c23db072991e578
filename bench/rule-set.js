// The rule set and the situations that every evaluator is measured on, made from a seed by pure-JavaScript arithmetic.
const FACTS = 25;
const STEPS = 5;
const OPTIONS = 16;
const CRITERIA = 6;

/** A generator of numbers from 0 to 1, the same each time (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const below = (random, n) => Math.floor(random() * n);

/**
 * Rules of three comparisons over 25 facts of five levels. Each comparison holds in four of five levels, so about half
 * of the rules fire in a random situation. `evenly` is how many of the options and criteria a rule adds to: one.
 */
export function makeRules(count, random = randomFrom(1)) {
  return Array.from({ length: count }, (_, i) => ({
    id: `r${String(i).padStart(5, '0')}`,
    when: Array.from({ length: 3 }, () => ({
      fact: below(random, FACTS),
      ...(random() < 0.5 ? { operator: 'atLeast', level: 1 } : { operator: 'atMost', level: STEPS - 2 }),
    })),
    then: { option: i % OPTIONS, criterion: below(random, CRITERIA), points: 5 + below(random, 30) },
  }));
}

/** The levels of every fact in each situation: one column a fact. */
export function makeColumns(rows, random = randomFrom(2)) {
  return Array.from({ length: FACTS }, () => Uint8Array.from({ length: rows }, () => below(random, STEPS)));
}

export const optionIds = Array.from({ length: OPTIONS + 1 }, (_, i) => (i === OPTIONS ? 'z-base' : `o${String(i).padStart(2, '0')}`));
export const criterionIds = Array.from({ length: CRITERIA }, (_, i) => `c${i}`);
export const factId = i => `f${String(i).padStart(2, '0')}`;
export const levelId = i => `l${i}`;
export const levels = STEPS;
export const facts = FACTS;

/** The same rules, written as the files of a rule set. */
export function ruleSetFiles(rules) {
  const words = Array.from({ length: levels }, (_, i) => levelId(i));
  const anchors = Object.fromEntries(words.map(word => [word, 'a']));
  const entries = (ids, make) => Object.fromEntries(ids.map(id => [id, make(id)]));
  const head = {
    ...{ id: 'bench', version: '1.0.0', title: 'B', summary: 'B', baseline: 'z-base', 'points-scale': { 10: 'a', 100: 'b' } },
    evidence: { strong: 0.2, moderate: 0.4, weak: 0.8 },
    confidence: { high: 1, medium: 0.8, low: 0.6 },
    criteria: entries(criterionIds, id => ({ title: id, description: id })),
    perspectives: { p: { title: 'P', because: 'p', weights: entries(criterionIds, () => 1) } },
    sources: { s: { title: 'S', kind: 'statement' } },
  };
  const files = {
    'rule-set.yaml': head,
    'facts.yaml': {
      facts: entries(Array.from({ length: facts }, (_, i) => factId(i)), id => ({ title: id, question: id, levels: words, anchors })),
    },
    'options.yaml': { options: entries(optionIds, id => ({ title: id, description: id })) },
  };
  const written = rules.map(({ id, when, then }) => ({
    ...{ id, title: id, because: 'b', evidence: 'weak', sources: ['s'] },
    when: { all: when.map(({ fact, operator, level }) => ({ fact: factId(fact), operator, value: levelId(level) })) },
    then: [{ option: optionIds[then.option], criterion: criterionIds[then.criterion], points: then.points }],
  }));
  for (let from = 0; from < written.length; from += 500) {
    files[`rules/part-${from}.yaml`] = { rules: written.slice(from, from + 500) };
  }
  return files;
}
