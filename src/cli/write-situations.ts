import { join, relative, resolve } from 'node:path';
import { stringify } from 'yaml';
import type { Value } from '../model/fact.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Verification } from '../model/verification.js';
import type { Io } from './io.js';
import { writeWhole } from './output.js';

/** A situation to be written as a scenario. */
export interface Named {
  id: string;
  title: string;
  facts: Record<string, Value>;
  perspective: string | null;
  weights: Record<string, number> | null;
}

/** Every situation that a result shows; two where a property compares two. Those of findings are numbered in each kind. */
export function shownIn({ properties, audit }: Verification): Named[] {
  const ofProperties = properties.flatMap(({ id, title, counterexample, example }) => {
    const shown = counterexample ?? example;
    if (!shown) return [];
    const { facts, perspective, weights } = shown;
    const one = { id, title, facts, perspective, weights };
    if (shown.then.length === 0) return [one];
    const moved = Object.fromEntries(shown.then.map(({ fact, to }) => [fact, to]));
    return [
      { ...one, id: `${id}-1` },
      { ...one, id: `${id}-2`, facts: { ...facts, ...moved } },
    ];
  });
  const counts = new Map<string, number>();
  const ofFindings = (audit?.findings ?? []).flatMap(({ kind, message, situation }) => {
    if (!situation) return [];
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    const title = message.replaceAll('`', '');
    return [{ id: `${kind}-${number}`, title, facts: situation.facts, perspective: null, weights: null }];
  });
  return [...ofProperties, ...ofFindings];
}

/** Writes situations into a folder, as scenarios that `appraise` runs as they are. */
export async function writeSituations(
  situations: readonly Named[],
  ruleSet: RuleSet,
  from: string,
  folder: string,
  { quiet }: { quiet?: boolean },
  io: Io,
): Promise<void> {
  const to = relative(resolve(folder), resolve(from)).replaceAll('\\', '/') || '.';
  for (const { id, title, facts, perspective, weights } of situations) {
    // Where weights do not matter any perspective will do, and a scenario has to name one.
    const judged = weights
      ? { weights }
      : { perspective: perspective ?? [...ruleSet.perspectives.keys()][0]! };
    // A situation of no day; a scenario has to name one.
    const about = { id, title: title.slice(0, TITLE), 'rule-set': to, 'as-of': '2000-01-01' };
    await writeWhole(stringify({ ...about, ...judged, facts }), join(folder, `${id}.yaml`));
  }
  const scenarios = situations.length === 1 ? 'scenario' : 'scenarios';
  if (!quiet) io.err(`Wrote ${situations.length} ${scenarios} to ${folder}.\n`);
}

/** How long a title may be. */
const TITLE = 200;
