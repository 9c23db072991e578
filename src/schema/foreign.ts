/** What to write instead of json-rules-engine's own operators. Its built-in coercions are never reached. */
const OPERATORS: Record<string, string> = {
  greaterThan: 'write `above`',
  greaterThanInclusive: 'write `atLeast`',
  lessThan: 'write `below`',
  lessThanInclusive: 'write `atMost`',
  contains: 'facts have one value each: write `equal`, or `in` with a list',
  doesNotContain: 'facts have one value each: write `notEqual`, or `notIn` with a list',
};

interface ForeignKey {
  help: string;
  /** It is foreign where one of these keys of ours can stand; elsewhere it is only unknown. */
  beside: readonly string[];
  /** The keys of ours that are missing because this one stands there. */
  replaces?: readonly string[];
}

/** And instead of its keys. */
const KEYS: Record<string, ForeignKey> = {
  path: {
    help: 'facts are plain values: declare what you would select as a fact of its own',
    beside: ['operator'],
  },
  params: { help: 'facts take no parameters: declare a fact for each case', beside: ['operator'] },
  priority: {
    help: 'the order of rules and conditions has no meaning: leave it out',
    beside: ['operator', 'when'],
  },
  name: { help: 'write `id` and `title`', beside: ['id'], replaces: ['id', 'title'] },
  event: { help: 'write `then`, with a list of effects', beside: ['then'], replaces: ['then'] },
  conditions: { help: 'write `when`', beside: ['when'], replaces: ['when'] },
};

/** Help for an operator of json-rules-engine, a decorated one such as `not:in` among them. */
export function foreignOperator(name: string): string | undefined {
  if (Object.hasOwn(OPERATORS, name)) return OPERATORS[name];
  return name.includes(':')
    ? 'operators cannot be decorated: write the condition out, with `not`, `any` or `all`'
    : undefined;
}

/** What to say of a key of json-rules-engine that stands where these keys of ours can. */
export function foreignKey(name: string, known: readonly string[]): ForeignKey | undefined {
  const foreign = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
  return foreign?.beside.some(key => known.includes(key)) ? foreign : undefined;
}

/** The keys of ours that a key of json-rules-engine stands for. */
export function replacedBy(name: string): readonly string[] {
  return (Object.hasOwn(KEYS, name) && KEYS[name]?.replaces) || [];
}

/** Help for a value of json-rules-engine that stands for another fact. */
export function foreignValue(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'fact' in value
    ? 'a fact is compared with a value, never with another fact: write the levels out with `any` and `all`'
    : undefined;
}
