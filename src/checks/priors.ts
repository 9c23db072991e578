import type { Code } from '../diagnostics/codes.js';
import type { Domain } from '../model/fact.js';
import { domainOf } from '../model/resolve-facts.js';
import type { AuthoredFact } from '../schema/generated/author-types.js';
import { inside, type RuleSetCheck, type RuleSetContext, type Spot } from './rule-set-check.js';
import { type BetweenProblem, betweenProblems, strangeLevels, sumProblem } from './uncertainty.js';

/** Every number has a prior, no derived fact has one, and each fits the type of its fact. */
export const priors: RuleSetCheck = ({ authored, report }) => {
  for (const fact of authored.entries.fact) {
    const { prior, derive } = fact.value;
    const domain = domainOf(fact.value);
    const at = inside(fact, 'prior');
    if (prior && derive) {
      report('rule-set/derived-prior', at, 'key', `the derived fact \`${fact.id}\` has a prior`);
    } else if (prior) {
      if (domain.kind === 'number') ofNumber(prior, domain, at, report);
      else ofLevels(prior, fact.id, domain, at, report);
    } else if (domain.kind === 'number' && !derive) {
      const help = 'add `prior: { between: [low, high], source: assumption }`';
      report('rule-set/missing-prior', fact, 'key', `the number \`${fact.id}\` has no prior`, help);
    }
  }
};

type Prior = NonNullable<AuthoredFact['prior']>;
type Report = RuleSetContext['report'];

const BETWEEN_CODES: Record<BetweenProblem['kind'], Code> = {
  order: 'rule-set/scale',
  range: 'rule-set/out-of-range',
};

function ofNumber(
  { between, likely }: Prior,
  domain: Extract<Domain, { kind: 'number' }>,
  at: Spot,
  report: Report,
): void {
  if (!between) {
    const message = 'the prior of a number is written as `between`';
    report('rule-set/prior-form', inside(at, 'probabilities'), 'key', message);
    return;
  }
  for (const { key, kind, message } of betweenProblems(between, likely, domain)) {
    report(BETWEEN_CODES[kind], inside(at, key), 'value', message);
  }
}

function ofLevels(
  { probabilities }: Prior,
  fact: string,
  domain: Exclude<Domain, { kind: 'number' }>,
  at: Spot,
  report: Report,
): void {
  if (!probabilities) {
    const message = 'the prior of levels is written as `probabilities`';
    report('rule-set/prior-form', inside(at, 'between'), 'key', message);
    return;
  }
  const inIt = inside(at, 'probabilities');
  for (const { word, message, help } of strangeLevels(probabilities, fact, domain)) {
    report('rule-set/unknown-level', inside(inIt, word), 'key', message, help);
  }
  const problem = sumProblem(probabilities);
  if (problem) report('rule-set/probabilities-sum', inIt, 'key', problem);
}
