import type { Fact, RuleSet } from '../../index.js';

/** Facts that belong together. */
export interface Group {
  title: string;
  facts: readonly Fact[];
}

const OTHERS = 'Other facts';

/** Facts by the themes of the codebook, in order of where it has them; those without a theme come last. */
export function groupsOf({ facts }: RuleSet): Group[] {
  const inOrder = [...facts.values()].sort(
    (a, b) => compare(a.place.file, b.place.file) || a.place.line - b.place.line,
  );
  const groups = new Map<string, Fact[]>();
  for (const fact of inOrder)
    groups.set(fact.theme ?? OTHERS, [...(groups.get(fact.theme ?? OTHERS) ?? []), fact]);
  const all = [...groups].map(([title, facts]) => ({ title, facts }));
  return [...all.filter(({ title }) => title !== OTHERS), ...all.filter(({ title }) => title === OTHERS)];
}

/** The groups with only the facts that are wanted, and none that is empty. */
export function wantedIn(groups: readonly Group[], isWanted: (fact: Fact) => boolean): Group[] {
  return groups
    .map(({ title, facts }) => ({ title, facts: facts.filter(isWanted) }))
    .filter(({ facts }) => facts.length > 0);
}

/** Whether a fact speaks of these words, in whatever case. */
export function speaksOf(fact: Fact, words: string): boolean {
  const text = `${fact.id} ${fact.title} ${fact.question} ${fact.theme ?? ''}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
