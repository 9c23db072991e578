import { fillPlaceholders } from '../model/placeholders.js';
import { type SeenFacts, saySeen } from './seen.js';

/** A reason with each placeholder replaced by the value that the rule saw. */
export function fillReason(because: string, seen: SeenFacts): string {
  return fillPlaceholders(because, fact => saySeen(seen.get(fact)!.point));
}
