import type { Code } from '../diagnostics/codes.js';
import { didYouMean } from '../diagnostics/suggest.js';
import type { Domain } from '../model/fact.js';
import { misfit, OPERATORS, operatorFits } from '../model/operators.js';
import { domainOf } from '../model/resolve-facts.js';
import { inside, type RuleSetCheck } from './rule-set-check.js';

/** Every comparison fits the type of its fact: its operator, and each value. */
export const comparisons: RuleSetCheck = ({ authored, conditions, report }) => {
  const domains = new Map(authored.entries.fact.map(({ id, value }) => [id, domainOf(value)]));
  for (const condition of conditions) {
    const { fact, operator, value } = condition.value;
    const domain = fact === undefined ? undefined : domains.get(fact);
    if (!domain || !operator) continue;
    if (!operatorFits(operator, domain)) {
      const instead = 'write `equal`, `notEqual`, `in` or `notIn`';
      const none =
        domain.kind === 'boolean' ? 'true and false have none' : `the values of \`${fact}\` have none`;
      const message = `\`${operator}\` needs an order, and ${none}`;
      report('rule-set/operator-type', inside(condition, 'operator'), 'value', message, instead);
    }
    const list = OPERATORS[operator].list;
    if (list !== Array.isArray(value)) {
      const message = `\`${operator}\` takes ${list ? 'a list of values' : 'one value'}`;
      const help = list ? `write \`value: [${String(value)}]\`` : 'write `in` or `notIn` for a list';
      report('rule-set/wrong-value-type', inside(condition, 'value'), 'value', message, help);
      continue;
    }
    (Array.isArray(value) ? value : [value]).forEach((one, i) => {
      const spot = inside(condition, 'value', ...(list ? [i] : []));
      for (const { kind, message, help } of valueProblems(one, fact!, domain)) {
        report(VALUE_CODES[kind], spot, 'value', message, help);
      }
    });
  }
};

/** The code for each kind of problem with a value in a rule set. */
export const VALUE_CODES = {
  type: 'rule-set/wrong-value-type',
  level: 'rule-set/unknown-level',
  range: 'rule-set/out-of-range',
} as const satisfies Record<string, Code>;

/** What is wrong with a value of a fact, in words; nothing where it fits. */
export function valueProblems(
  value: unknown,
  fact: string,
  domain: Domain,
): { kind: 'type' | 'level' | 'range'; message: string; help: string | undefined }[] {
  const kind = misfit(value, domain);
  if (kind === undefined) return [];
  return [{ kind, ...PROBLEMS[kind](value, fact, domain) }];
}

const PROBLEMS = {
  level: (value: unknown, fact: string, domain: Domain) => ({
    message: `\`${value}\` is not a level of \`${fact}\``,
    help: didYouMean(String(value), wordsOf(domain)) ?? `its levels are ${quoted(wordsOf(domain))}`,
  }),
  range: (value: unknown, fact: string, domain: Domain) => ({
    message: `${value} is outside the range of \`${fact}\``,
    help: domain.kind === 'number' ? `it goes from ${domain.low} to ${domain.high}` : undefined,
  }),
  type: (value: unknown, fact: string, domain: Domain) => ({
    message: `\`${fact}\` ${TYPE_WORDS[domain.kind]}, not ${typeof value === 'string' ? `the text \`${value}\`` : `\`${value}\``}`,
    help: domain.kind === 'number' ? numberHelp(value, domain) : `write one of ${quoted(wordsOf(domain))}`,
  }),
};

const TYPE_WORDS: Record<Domain['kind'], string> = {
  levels: 'takes one of its levels',
  values: 'takes one of its values',
  boolean: 'is `true` or `false`',
  number: 'is a number',
};

function numberHelp(value: unknown, { low, high }: { low: number; high: number }): string {
  const isNumber = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
  return isNumber
    ? 'write the number without quotes'
    : `write a number from ${low} to ${high}, such as ${example(low, high)}`;
}

/** A number inside the range, in the form in which numbers are written. */
function example(low: number, high: number): number {
  return Number(((low + high) / 2).toPrecision(2));
}

function wordsOf(domain: Domain): string[] {
  return domain.kind === 'number' ? [] : domain.values.map(String);
}

function quoted(words: readonly string[]): string {
  return words.map(word => `\`${word}\``).join(', ');
}
