import type { About } from '../model/audit.js';
import type { Asked, Told } from './context.js';

/** What came of one question: findings, or `undecided`. */
export type Answer = Told | readonly Told[] | 'undecided';

/** Asks the same of some things, one after another. */
export async function askEach<T>(
  things: readonly T[],
  nameOf: (thing: T) => string,
  ask: (thing: T) => Answer | Promise<Answer>,
): Promise<Asked> {
  const result: Asked = { asked: things.length, findings: [], undecided: [] };
  for (const thing of things) {
    const answer = await ask(thing);
    if (answer === 'undecided') result.undecided.push(nameOf(thing));
    else result.findings.push(...[answer].flat());
  }
  return result;
}

/** What a finding is about, each list empty unless it is given. */
export function about(some: Partial<About>): About {
  return { rules: [], options: [], criteria: [], facts: [], sources: [], ...some };
}
