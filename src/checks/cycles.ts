import { conditionsIn } from '../model/authored.js';
import { inside, type RuleSetCheck } from './rule-set-check.js';

/** No named condition, and no derived fact, leads back to itself. */
export const cycles: RuleSetCheck = ({ authored: { entries }, report }) => {
  const uses = new Map(
    entries.condition.map(({ id, value }) => [
      id,
      conditionsIn(value.when, []).flatMap(({ value: { condition } }) => condition ?? []),
    ]),
  );
  for (const entry of entries.condition) {
    if (!reaches(entry.id, uses)) continue;
    const message = `the condition \`${entry.id}\` refers to itself`;
    report('rule-set/condition-cycle', entry, 'key', message, 'write out what it stands for');
  }
  const named = new Map(entries.condition.map(({ id, value }) => [id, value.when]));
  const reads = new Map(
    entries.fact.map(({ id, value }) => [
      id,
      (value.derive ?? []).flatMap(({ when }) => (when ? factsIn(when, named, new Set()) : [])),
    ]),
  );
  for (const fact of entries.fact) {
    if (!reaches(fact.id, reads)) continue;
    const message = `the fact \`${fact.id}\` is derived from itself`;
    report('rule-set/derivation-cycle', inside(fact, 'derive'), 'key', message);
  }
};

type Named = ReadonlyMap<string, Parameters<typeof conditionsIn>[0]>;

function factsIn(condition: Parameters<typeof conditionsIn>[0], named: Named, seen: Set<string>): string[] {
  return conditionsIn(condition, []).flatMap(({ value: { fact, condition: name } }) => {
    if (fact !== undefined) return [fact];
    if (name === undefined || seen.has(name) || !named.has(name)) return [];
    seen.add(name);
    return factsIn(named.get(name)!, named, seen);
  });
}

/** Whether a walk along the uses comes back to where it started. */
function reaches(start: string, uses: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set(uses.get(start));
  for (const next of seen) for (const use of uses.get(next) ?? []) seen.add(use);
  return seen.has(start);
}
