import type { Code } from '../diagnostics/codes.js';
import { didYouMean } from '../diagnostics/suggest.js';
import type { Fact } from '../model/fact.js';
import { LIKELIHOOD_SCALES, probabilityOf, wordsOf } from '../model/likelihood.js';
import { type LongStatement, longForm } from '../model/resolve-scenario.js';
import type { Pointer } from '../source/source-file.js';
import { valueProblems } from './comparisons.js';
import type { ScenarioCheck, ScenarioContext } from './scenario-check.js';
import { betweenProblems, strangeLevels, sumProblem } from './uncertainty.js';

/** Every fact that is stated exists, and what is said of it fits its type. */
export const scenarioStatements: ScenarioCheck = context => {
  const { scenario, ruleSet, report } = context;
  for (const [id, stated] of Object.entries(scenario.value.facts)) {
    const pointer = ['facts', id];
    const fact = ruleSet.facts.get(id);
    if (!fact) {
      report(
        'scenario/unknown-fact',
        pointer,
        'key',
        `unknown fact \`${id}\``,
        didYouMean(id, ruleSet.facts.keys()),
      );
      continue;
    }
    const long = longForm(stated);
    for (const look of [value, number, words, likelihood, forms]) look(long, fact, pointer, context);
    if (typeof stated === 'object' && stated.source === undefined && stated.note === undefined) {
      report('scenario/unsourced-fact', pointer, 'key', `\`${id}\` has neither a source nor a note`);
    }
  }
};

type Look = (stated: LongStatement, fact: Fact, pointer: Pointer, context: ScenarioContext) => void;

const value: Look = (stated, fact, pointer, { scenario, report }) => {
  if (stated.value === undefined || stated.value === 'unknown') return;
  const short = typeof scenario.value.facts[fact.id] !== 'object';
  for (const { kind, message, help } of valueProblems(stated.value, fact.id, fact.domain)) {
    report(VALUE_CODES[kind], short ? pointer : [...pointer, 'value'], 'value', message, help);
  }
};

const VALUE_CODES = {
  type: 'scenario/wrong-value-type',
  level: 'scenario/unknown-level',
  range: 'scenario/out-of-range',
} as const satisfies Record<string, Code>;

const number: Look = ({ between, likely }, { domain, id }, pointer, { report }) => {
  if (!between) return;
  if (domain.kind !== 'number') {
    const message = `\`between\` is for numbers, and \`${id}\` is not one`;
    return report(
      'scenario/uncertainty-form',
      [...pointer, 'between'],
      'key',
      message,
      'write `probabilities`',
    );
  }
  for (const { key, message } of betweenProblems(between, likely, domain)) {
    report('scenario/between', [...pointer, key], 'value', message);
  }
};

const words: Look = ({ probabilities }, { domain, id }, pointer, { report }) => {
  if (!probabilities) return;
  const at = [...pointer, 'probabilities'];
  if (domain.kind === 'number') {
    const message = `\`probabilities\` are for levels, and \`${id}\` is a number`;
    return report('scenario/uncertainty-form', at, 'key', message, 'write `between`');
  }
  for (const { word, message, help } of strangeLevels(probabilities, id, domain)) {
    report('scenario/unknown-level', [...at, word], 'key', message, help);
  }
  const problem = sumProblem(probabilities);
  if (problem) report('scenario/probabilities-sum', at, 'key', problem);
};

const likelihood: Look = ({ likelihood }, { domain, id }, pointer, { ruleSet, report }) => {
  if (likelihood === undefined) return;
  const at = [...pointer, 'likelihood'];
  if (domain.kind === 'number') {
    const message = `a likelihood in words on the number \`${id}\``;
    return report('scenario/likelihood-on-number', at, 'key', message, 'write `between: [low, high]`');
  }
  const scale = ruleSet.likelihoodScale;
  if (probabilityOf(likelihood, scale) !== undefined) return;
  const known = wordsOf(scale);
  const help = didYouMean(likelihood, known) ?? `its words are ${known.map(one => `\`${one}\``).join(', ')}`;
  const message = `\`${likelihood}\` is not on the ${LIKELIHOOD_SCALES[scale].title}`;
  report('scenario/unknown-likelihood', at, 'value', message, help);
};

const forms: Look = (stated, fact, pointer, { report }) => {
  const { value, confidence, likelihood, between, probabilities } = stated;
  if (value === 'unknown' && (confidence ?? likelihood) !== undefined) {
    const key = confidence === undefined ? 'likelihood' : 'confidence';
    report(
      'scenario/uncertainty-form',
      [...pointer, key],
      'key',
      `\`${key}\` beside \`unknown\` says nothing`,
    );
  }
  const others = Object.entries({ likelihood, between, probabilities })
    .filter(([, given]) => given !== undefined)
    .map(([key]) => key);
  if (fact.derive && others.length > 0) {
    const message = `\`${others[0]}\` on the derived fact \`${fact.id}\`: its uncertainty is that of its parts`;
    return report(FORM, [...pointer, others[0]!], 'key', message, 'state its value alone');
  }
  const [first, second] = confidence === undefined ? others : ['confidence', ...others];
  // `between` beside `probabilities` is a matter of shape.
  if (first === undefined || second === undefined || first === 'between') return;
  const message = `\`${first}\` beside \`${second}\` says the uncertainty of \`${fact.id}\` twice`;
  report(FORM, [...pointer, first], 'key', message, 'keep one of the two');
};

const FORM: Code = 'scenario/uncertainty-form';
