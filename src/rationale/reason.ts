import type { SeenFacts } from './seen.js';
import { saySeen } from './seen.js';

const PLACEHOLDER = /\{([a-z][a-z0-9-]*)\}/g;

/** The facts that a reason names in braces, each once. */
export function placeholdersOf(because: string): string[] {
  return [...new Set([...because.matchAll(PLACEHOLDER)].map(([, fact]) => fact!))];
}

/** A reason with each placeholder replaced by the value that the rule saw. */
export function fillReason(because: string, seen: SeenFacts): string {
  return because.replace(PLACEHOLDER, (_, fact: string) => saySeen(seen.get(fact)!.point));
}
