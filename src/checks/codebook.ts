import type { Entry } from '../model/authored.js';
import type { Domain } from '../model/fact.js';
import { domainOf } from '../model/resolve-facts.js';
import type { AuthoredFact } from '../schema/generated/author-types.js';
import { VALUE_CODES, valueProblems } from './comparisons.js';
import { inside, type RuleSetCheck, type RuleSetContext } from './rule-set-check.js';
import { strangeLevels } from './uncertainty.js';

/** Each fact makes sense on its own: its range, levels, anchors, neutral value and derivation. */
export const codebook: RuleSetCheck = context => {
  for (const fact of context.authored.entries.fact) {
    const domain = domainOf(fact.value);
    for (const look of [range, levels, anchors, examples, neutral, derivation]) look(fact, domain, context);
  }
};

type Look = (fact: Entry<AuthoredFact>, domain: Domain, context: RuleSetContext) => void;

const range: Look = (fact, _, { report }) => {
  const [low, high] = fact.value.range ?? [0, 1];
  if (low! < high!) return;
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
};

const anchors: Look = (fact, domain, context) => {
  strangers(fact, 'anchors', domain, context);
  if (domain.kind === 'number') return;
  const { anchors = {} } = fact.value;
  const without = domain.values.map(String).filter(word => !Object.hasOwn(anchors, word));
  if (without.length > 0) {
    const list = without.map(word => `\`${word}\``).join(', ');
    context.report('rule-set/missing-anchor', fact, 'key', `no anchor says when \`${fact.id}\` is ${list}`);
  }
};

const examples: Look = (fact, domain, context) => strangers(fact, 'examples', domain, context);

/** Reports what anchors or examples are about and the fact cannot be. */
function strangers(
  fact: Entry<AuthoredFact>,
  key: 'anchors' | 'examples',
  domain: Domain,
  { report }: RuleSetContext,
): void {
  const words = fact.value[key] ?? {};
  const at = inside(fact, key);
  if (domain.kind !== 'number') {
    for (const { word, message, help } of strangeLevels(words, fact.id, domain))
      report('rule-set/unknown-level', inside(at, word), 'key', message, help);
    return;
  }
  for (const word of Object.keys(words)) {
    for (const { kind, message, help } of valueProblems(Number(word), fact.id, domain)) {
      const said =
        kind === 'range' ? message : `the ${key.slice(0, -1)} \`${word}\` of \`${fact.id}\` is no number`;
      report(VALUE_CODES[kind], inside(at, word), 'key', said, help);
    }
  }
}

const neutral: Look = (fact, domain, { report }) => {
  const { neutral } = fact.value;
  if (neutral === undefined) return;
  for (const { kind, message, help } of valueProblems(neutral, fact.id, domain)) {
    report(VALUE_CODES[kind], inside(fact, 'neutral'), 'value', message, help);
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
    for (const { kind, message, help } of valueProblems(value, fact.id, domain)) {
      report(VALUE_CODES[kind], inside(fact, 'derive', i, 'value'), 'value', message, help);
    }
  });
};
