/** What to write instead of json-rules-engine's own operators. Its built-in coercions are never reached. */
const OPERATORS: Record<string, string> = {
  greaterThan: 'write `above`',
  greaterThanInclusive: 'write `atLeast`',
  lessThan: 'write `below`',
  lessThanInclusive: 'write `atMost`',
  contains: 'facts have one value each: write `equal`, or `in` with a list',
  doesNotContain: 'facts have one value each: write `notEqual`, or `notIn` with a list',
};

/** And instead of its keys. */
const KEYS: Record<string, string> = {
  path: 'facts are plain values: declare what you would select as a fact of its own',
  params: 'facts take no parameters: declare a fact for each case',
  priority: 'the order of rules and conditions has no meaning: leave it out',
  name: 'write `id` and `title`',
  event: 'write `then`, with a list of effects',
  conditions: 'write `when`',
};

/** Help for an operator of json-rules-engine, a decorated one such as `not:in` among them. */
export function foreignOperator(name: string): string | undefined {
  if (Object.hasOwn(OPERATORS, name)) return OPERATORS[name];
  return name.includes(':')
    ? 'operators cannot be decorated: write the condition out, with `not`, `any` or `all`'
    : undefined;
}

/** Help for a key of json-rules-engine. */
export function foreignKey(name: string): string | undefined {
  return Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
}
