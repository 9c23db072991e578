const PLACEHOLDER = /\{([a-z][a-z0-9-]*)\}/g;

/** The facts that a reason names in braces, each once. */
export function placeholdersOf(because: string): string[] {
  return [...new Set([...because.matchAll(PLACEHOLDER)].map(([, fact]) => fact!))];
}

/** What stands in braces in a reason and is no placeholder, braces included: `{Need}`, `{ need }`, `{}`. */
export function strayBraces(because: string): string[] {
  return [...because.matchAll(/\{[^{}]*\}/g)].map(([braces]) => braces).filter(braces => !WHOLE.test(braces));
}

const WHOLE = new RegExp(`^${PLACEHOLDER.source}$`);

/** A reason with each placeholder replaced. */
export function fillPlaceholders(because: string, say: (fact: string) => string): string {
  return because.replace(PLACEHOLDER, (_, fact: string) => say(fact));
}
