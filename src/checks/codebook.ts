import type { Entry } from '../model/authored.js';
import type { Domain } from '../model/fact.js';
import { domainOf } from '../model/resolve-facts.js';
import type { AuthoredFact } from '../schema/generated/author-types.js';
import { valueProblems } from './comparisons.js';
import { inside, type RuleSetCheck, type RuleSetContext } from './rule-set-check.js';

/** Each fact makes sense on its own: its range, anchors, prior, neutral value and derivation. */
export const codebook: RuleSetCheck = context => {
  for (const fact of context.authored.entries.fact) {
    const domain = domainOf(fact.value);
    for (const look of [range, levels, prior, neutral, derivation]) look(fact, domain, context);
  }
};

type Look = (fact: Entry<AuthoredFact>, domain: Domain, context: RuleSetContext) => void;

const range: Look = (fact, domain, { report }) => {
  if (domain.kind !== 'number' || domain.low < domain.high) return;
  report('rule-set/scale', inside(fact, 'range'), 'value', 'the range must run from low to high');
};

const levels: Look = (fact, domain, { report }) => {
  if (domain.kind === 'number') return;
  const key = domain.kind === 'values' ? 'values' : 'levels';
  const reserved = domain.values.indexOf('unknown');
  if (reserved >= 0) {
    const help = 'a scenario writes `unknown` where a fact is not known: choose another word';
    report('rule-set/reserved', inside(fact, key, reserved), 'value', '`unknown` cannot be a level', help);
  }
  const anchors = fact.value.anchors ?? {};
  const words = domain.values.map(String);
  const without = words.filter(word => !Object.hasOwn(anchors, word));
  if (without.length > 0) {
    const list = without.map(word => `\`${word}\``).join(', ');
    report('rule-set/missing-anchor', fact, 'key', `no anchor says when \`${fact.id}\` is ${list}`);
  }
  for (const anchor of Object.keys(anchors).filter(word => !words.includes(word))) {
    report(
      'rule-set/unknown-level',
      inside(fact, 'anchors', anchor),
      'key',
      `\`${anchor}\` is not a level of \`${fact.id}\``,
    );
  }
};

const prior: Look = (fact, domain, { report }) => {
  const { prior, derive } = fact.value;
  const at = inside(fact, 'prior');
  if (!prior) {
    if (domain.kind === 'number' && !derive) {
      const help = 'add `prior: { between: [low, high], source: assumption }`';
      report('rule-set/missing-prior', fact, 'key', `the number \`${fact.id}\` has no prior`, help);
    }
    return;
  }
  if (derive)
    return report('rule-set/derived-prior', at, 'key', `the derived fact \`${fact.id}\` has a prior`);
  const message = priorProblem(prior, domain);
  if (message)
    report(
      message.startsWith('the probabilities') ? 'rule-set/probabilities-sum' : 'rule-set/scale',
      at,
      'key',
      message,
    );
};

function priorProblem(
  { probabilities, between, likely }: NonNullable<AuthoredFact['prior']>,
  domain: Domain,
): string | undefined {
  if (domain.kind === 'number') {
    if (!between) return 'the prior of a number is written as `between`';
    return betweenProblem(between, likely, domain);
  }
  if (!probabilities) return 'the prior of levels is written as `probabilities`';
  const strange = Object.keys(probabilities).find(word => !domain.values.map(String).includes(word));
  return strange === undefined ? sumProblem(probabilities) : `\`${strange}\` is not one of its levels`;
}

/** What is wrong with an interval inside a range, or undefined. */
export function betweenProblem(
  between: readonly number[],
  likely: number | undefined,
  { low, high }: { low: number; high: number },
): string | undefined {
  const [from, to] = between as readonly [number, number];
  if (from > to) return '`between` must run from low to high';
  if (from < low || to > high) return `\`between\` must stay within the range from ${low} to ${high}`;
  if (likely !== undefined && (likely < from || likely > to)) return '`likely` must lie inside `between`';
  return undefined;
}

/** What is wrong with the sum of probabilities, or undefined. */
export function sumProblem(probabilities: Readonly<Record<string, number>>): string | undefined {
  const sum = Object.values(probabilities).reduce((a, b) => a + b, 0);
  return Math.abs(sum - 1) <= 1e-6 ? undefined : `the probabilities sum to ${Number(sum.toFixed(6))}, not 1`;
}

const neutral: Look = (fact, domain, { report }) => {
  const { neutral } = fact.value;
  if (neutral === undefined) return;
  for (const { message, help } of valueProblems(neutral, fact.id, domain)) {
    report('rule-set/unknown-level', inside(fact, 'neutral'), 'value', message, help);
  }
};

const derivation: Look = (fact, domain, { report }) => {
  if (fact.value.derive && domain.kind === 'number') {
    const help = 'write `levels`: a derived fact takes one of the few values of its entries';
    report(
      'rule-set/derived-number',
      inside(fact, 'range'),
      'key',
      `the derived fact \`${fact.id}\` is a number`,
      help,
    );
  }
  fact.value.derive?.forEach(({ value, when }, i, all) => {
    const last = i === all.length - 1;
    if (last !== (when === undefined)) {
      const message = last
        ? 'the last entry of `derive` must have no `when`'
        : 'only the last entry of `derive` may have no `when`';
      report('rule-set/derivation-shape', inside(fact, 'derive', i), 'key', message);
    }
    for (const { message, help } of valueProblems(value, fact.id, domain)) {
      report('rule-set/unknown-level', inside(fact, 'derive', i, 'value'), 'value', message, help);
    }
  });
};
