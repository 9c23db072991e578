import type {
  Agreed,
  Agreement,
  DisputedFact,
  GroupAgreement,
  Lead,
  SituationAgreement,
  Turn,
} from '../model/agreement.js';
import { saySeen } from '../rationale/seen.js';
import { count, firstFew, shortList } from './lists.js';
import { judgedBy } from './manifest.js';
import { shownMargin, signed } from './rounding.js';

/** The letter that stands for a coding in tables: A to Z, then AA and on. */
export function letter(i: number): string {
  const before = Math.floor(i / 26);
  return `${before > 0 ? letter(before - 1) : ''}${String.fromCharCode(65 + (i % 26))}`;
}

/** The letters of codings by their coders; the pool is called so. */
export function lettersOf({ codings }: SituationAgreement): (coder: string | null) => string {
  return coder => (coder === null ? 'the pool' : letter(codings.findIndex(one => one.coder === coder)));
}

/** Which situation it is, and by whom it is judged. */
export function codedHead(one: SituationAgreement, { manifest }: Agreement): string {
  return `${one.title} (as of ${one.asOf}), judged by ${judgedBy({ perspective: one.perspective, manifest })}`;
}

/** What leads in how many codings, on how many facts they agree, and whether any fact turns that. */
export function codedVerdict(one: SituationAgreement, told: Agreement): string {
  const { codings, disputed, alike, stated } = one;
  if (codings.length === 1) return 'One coding only: there is nothing to compare.';
  const by = new Map<string, number>();
  for (const { leader } of codings) by.set(leader, (by.get(leader) ?? 0) + 1);
  const leaders = [...by].sort(([, a], [, b]) => b - a);
  const title = (option: string) => told.options[option]!.title;
  const [[first, n]] = leaders as [[string, number]];
  const others = leaders.slice(1).map(([option, n]) => `${title(option)} in ${n}`);
  const lead =
    others.length === 0
      ? `${title(first)} leads in ${n === 2 ? 'both' : `all ${n}`} codings.`
      : `${title(first)} leads in ${n} of ${codings.length} codings, ${others.join(', ')}.`;
  return `${lead} They read ${alike} of ${stated} facts alike. ${turning(disputed)}`.trimEnd();
}

function turning(disputed: readonly DisputedFact[]): string {
  if (disputed.length === 0) return '';
  const alone = disputed.filter(({ matters }) => matters === 'alone').length;
  const together = disputed.filter(({ matters }) => matters === 'together').length;
  if (alone + together === 0) return 'None of the others changes what leads.';
  const of = count(disputed.length, 'other');
  if (together === 0)
    return `Of the ${of}, ${alone} by ${alone === 1 ? 'itself changes' : 'themselves change'} what leads.`;
  return `Of the ${of}, ${alone} by ${alone === 1 ? 'itself changes' : 'themselves change'} what leads, and ${together} only together.`;
}

/** On which of the facts that they read alike they differ in how sure they are; empty where on none. */
export function unsureWords({ unsure }: SituationAgreement): string {
  if (unsure.length === 0) return '';
  return `Read alike, but not as surely: ${shortList(unsure, 8)}.`;
}

/** What is said of a fact, and by which codings: `war: A, C; minor: B`. */
export function saysWords({ says }: DisputedFact, one: SituationAgreement): string {
  const letters = lettersOf(one);
  return says.map(({ says, coders }) => `${saySeen(says)}: ${coders.map(letters).join(', ')}`).join('; ');
}

/** What leads with a fact as others have it: `minor in A, the pool: Humanitarian access`. */
export function turnsWords(
  { turns, matters }: DisputedFact,
  one: SituationAgreement,
  told: Agreement,
): string {
  if (matters === 'together') return 'only together, see below';
  const letters = lettersOf(one);
  const groups = new Map<string, { to: string; leader: string; from: string[] }>();
  for (const { from, to, leader } of turns) {
    const key = `${saySeen(to)}\n${leader}`;
    const known = groups.get(key) ?? { to: saySeen(to), leader, from: [] };
    groups.set(key, { ...known, from: [...known.from, letters(from)] });
  }
  return [...groups.values()]
    .map(({ to, leader, from }) => `${to} in ${from.join(', ')}: ${told.options[leader]!.title}`)
    .join('; ');
}

/** How one coding's leader becomes another's: `A puts Humanitarian access first, as B does, with conflict-intensity from it.` */
export function turnWords(turn: Turn, one: SituationAgreement, told: Agreement, most: number): string {
  const letters = lettersOf(one);
  const shown = firstFew(turn.sets, most);
  const more = turn.total - shown.length;
  const sets = shown.map(set => set.join(' + ')).join(', or ');
  const rest = more > 0 ? `, or ${count(more, 'other set')} of as many` : '';
  const how = turn.smallest ? '' : ' (not one of these can be left out; not every smaller set was looked at)';
  return `${letters(turn.from)} puts ${told.options[turn.leader]!.title} first, as ${letters(turn.to)} does, with ${sets}${rest} from it${how}.`;
}

/** What leads over all mixtures of the codings. Empty where nothing is disputed. */
export function mixturesWords({ mixtures, disputed }: SituationAgreement, told: Agreement): string {
  if (disputed.length === 0) return '';
  if (mixtures === null) return 'There are too many mixtures of these codings to look at all of them.';
  const { leaders, count: n, impossible } = mixtures;
  const gone = impossible > 0 ? ` ${impossible} more cannot occur.` : '';
  const title = (option: string) => told.options[option]!.title;
  const ways = 'with each fact as some coding has it';
  if (n === 1) return '';
  if (leaders.length === 1) return `${title(leaders[0]!.option)} leads in all ${n} mixtures, ${ways}.${gone}`;
  const shares = leaders.map(
    ({ option, count }) => `${title(option)} leads in ${((100 * count) / n).toFixed(1)}%`,
  );
  return `Of all ${n} mixtures, ${ways}, ${shares.join(', ')}.${gone}`;
}

/** How far a leader is ahead, as scores are shown; empty where it alone is ranked. */
export function aheadWords({ score, margin }: Lead): string {
  return margin === null ? '' : signed(shownMargin([{ score }, { score: score - margin }]));
}

/** What facts of a kind are called. */
export const KIND_WORDS: Record<GroupAgreement['kind'], string> = {
  levels: 'levels (ordinal)',
  values: 'values (nominal)',
  boolean: 'yes or no (nominal)',
  number: 'numbers (interval)',
};

const WHY: Record<NonNullable<Agreed['why']>, string> = {
  'no-pairs': 'nothing coded twice',
  'one-unit': 'one unit alone',
  'no-variation': 'no variation',
  'no-common-scale': 'no values in common',
};

/** Units, exact agreement, alpha and its interval, as cells; where alpha cannot be said, why. */
export function agreedCells({ units, pairs, equal, alpha, interval, why }: Agreed): string[] {
  return [
    String(units),
    pairs === 0 ? '' : `${((100 * equal) / pairs).toFixed(1)}%`,
    alpha === null ? 'none' : alpha.toFixed(2),
    why !== null ? WHY[why] : interval === null ? '' : interval.map(x => x.toFixed(2)).join(' to '),
  ];
}

/** How alpha by fact lies, over several situations. Empty for one. */
export function byFactWords({ facts, situations }: Agreement): string {
  if (situations.filter(({ codings }) => codings.length > 1).length < 2) return '';
  const said = facts.filter(({ alpha }) => alpha !== null).sort((a, b) => a.alpha! - b.alpha!);
  const not = facts.length - said.length;
  const rest = not > 0 ? ` Of ${count(not, 'fact')} it cannot be said.` : '';
  if (said.length === 0) return `Of no single fact can alpha be said.`;
  const low = said[0]!;
  return `Fact by fact alpha is from ${low.alpha!.toFixed(2)} (${low.fact}) to ${said.at(-1)!.alpha!.toFixed(2)}, half of them at least ${said[Math.floor(said.length / 2)]!.alpha!.toFixed(2)}.${rest}`;
}

/** How agreement was found, and how to read it. */
export function howAgreed({ intervals, facts, kinds }: Agreement): string {
  const { resamples, seed, units } = intervals;
  const anyInterval = [...kinds, ...facts].some(({ interval }) => interval !== null);
  return (
    'Compared are best estimates; a coding without one is missing there. Exact is the share of pairs that are equal; ' +
    "alpha is Krippendorff's, 1 where all agree and 0 where they do as by chance. Facts of a kind are taken as units of one " +
    'scale, so telling facts apart counts as agreement as well; several situations let it be said fact by fact.' +
    (anyInterval
      ? ` Intervals are 95%, from ${resamples} resamples of units (seed ${seed}), where there are ${units} or more.`
      : '')
  );
}
