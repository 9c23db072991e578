import type { Appraisal } from '../model/appraisal.js';
import type { AuthoredExpectation } from '../schema/generated/author-types.js';
import type { Pointer } from '../source/source-file.js';

/** An expectation that is not met: where it stands, what was found, and the options and rules that explain it. */
export interface Miss {
  at: Pointer;
  isKey?: boolean;
  message: string;
  options?: string[];
  rules?: string[];
}

type Judge<K extends keyof AuthoredExpectation> = (
  expected: NonNullable<AuthoredExpectation[K]>,
  appraisal: Appraisal,
) => Miss[];

/** How each kind of expectation is judged, and what is said where it is not met. A new kind is a line here. */
const JUDGES: { [K in keyof Required<AuthoredExpectation>]: Judge<K> } = {
  first: (option, appraisal) => {
    const leaders = appraisal.ranking.filter(({ rank }) => rank === 1).map(({ option }) => option);
    if (leaders.includes(option)) return [];
    const found = `found ${leaders.map(code).join(' and ')} first, and ${stands(option, appraisal)}`;
    return [{ at: [], message: found, options: [leaders[0]!, option] }];
  },
  'in-top': ({ count, options }, appraisal) =>
    options.flatMap((option, i) => {
      const rank = appraisal.ranking.find(one => one.option === option)?.rank ?? Number.POSITIVE_INFINITY;
      if (rank <= count) return [];
      const last = appraisal.ranking.filter(one => one.rank <= count).at(-1)!.option;
      const message = `${stands(option, appraisal)}, not among the first ${count}`;
      return [{ at: ['options', i], message, options: [last, option] }];
    }),
  excluded: (options, appraisal) => {
    const found = appraisal.excluded.map(({ option }) => option);
    const missing = options.flatMap((option, i) =>
      found.includes(option)
        ? []
        : [{ at: [i], message: `${stands(option, appraisal)}, not excluded`, options: [option] }],
    );
    const more = found.filter(option => !options.includes(option));
    const rules = appraisal.excluded.filter(({ option }) => more.includes(option)).flatMap(gatesOf);
    return more.length === 0
      ? missing
      : [...missing, { at: [], isKey: true, message: `also excluded: ${more.map(code).join(', ')}`, rules }];
  },
  'not-excluded': (options, appraisal) =>
    options.flatMap((option, i) => {
      const out = appraisal.excluded.find(one => one.option === option);
      return out ? [{ at: [i], message: `${code(option)} is excluded`, rules: gatesOf(out) }] : [];
    }),
  'ranked-above': (pairs, appraisal) => compared(pairs, appraisal, (a, b) => a > b, 'above'),
  'ranked-below': (pairs, appraisal) => compared(pairs, appraisal, (a, b) => a < b, 'below'),
  'beats-baseline': (options, appraisal) =>
    options.flatMap((option, i) =>
      heightOf(option, appraisal) > 0
        ? []
        : [{ at: [i], message: `${stands(option, appraisal)}, not above the baseline`, options: [option] }],
    ),
  'score-at-least': (scores, appraisal) =>
    scored(scores, appraisal, (found, asked) => found >= asked, 'at least'),
  'score-at-most': (scores, appraisal) =>
    scored(scores, appraisal, (found, asked) => found <= asked, 'at most'),
  fires: (rules, appraisal) => inState(rules, appraisal, 'fires'),
  'does-not-fire': (rules, appraisal) => inState(rules, appraisal, 'does-not-fire'),
  undetermined: (rules, appraisal) => inState(rules, appraisal, 'undetermined'),
};

/** What of an expectation an appraisal does not meet. Places are inside the expectation. */
export function missesOf(expectation: AuthoredExpectation, appraisal: Appraisal): Miss[] {
  return Object.entries(expectation).flatMap(([key, expected]) => {
    const judge = JUDGES[key as keyof AuthoredExpectation] as Judge<never>;
    return judge(expected as never, appraisal).map(miss => ({ ...miss, at: [key, ...miss.at] }));
  });
}

/** Whether a rule fires in an appraisal, does not, or is left open. */
export function stateOf(
  rule: string,
  { notFired, undetermined }: Appraisal,
): 'fires' | 'does-not-fire' | 'undetermined' {
  if (undetermined.some(one => one.rule === rule)) return 'undetermined';
  return notFired.some(one => one.rule === rule) ? 'does-not-fire' : 'fires';
}

const SAID = { fires: 'fires', 'does-not-fire': 'does not fire', undetermined: 'is undetermined' };

function inState(rules: readonly string[], appraisal: Appraisal, wanted: ReturnType<typeof stateOf>): Miss[] {
  return rules.flatMap((rule, i) => {
    const state = stateOf(rule, appraisal);
    return state === wanted ? [] : [{ at: [i], message: `${code(rule)} ${SAID[state]}`, rules: [rule] }];
  });
}

function compared(
  pairs: Readonly<Record<string, readonly string[]>>,
  appraisal: Appraisal,
  holds: (a: number, b: number) => boolean,
  words: string,
): Miss[] {
  return Object.entries(pairs).flatMap(([option, others]) =>
    others.flatMap((other, i) => {
      if (holds(heightOf(option, appraisal), heightOf(other, appraisal))) return [];
      const message = `${stands(option, appraisal)}, not ${words} ${code(other)}: ${stands(other, appraisal)}`;
      return [{ at: [option, i], message, options: [option, other] }];
    }),
  );
}

function scored(
  scores: Readonly<Record<string, number>>,
  appraisal: Appraisal,
  holds: (found: number, asked: number) => boolean,
  words: string,
): Miss[] {
  return Object.entries(scores).flatMap(([option, asked]) => {
    const found = appraisal.ranking.find(one => one.option === option)?.score;
    if (found !== undefined && holds(found, asked)) return [];
    const message = `${stands(option, appraisal)}, not ${words} ${asked}`;
    return [{ at: [option], message, options: [option] }];
  });
}

/** A score to compare by; an option that is not ranked is below all that are. */
function heightOf(option: string, { ranking }: Appraisal): number {
  return ranking.find(one => one.option === option)?.score ?? Number.NEGATIVE_INFINITY;
}

/** Where an option stands: `x` has rank 3 (+5.1). */
function stands(option: string, { ranking, excluded }: Appraisal): string {
  const ranked = ranking.find(one => one.option === option);
  if (ranked) {
    const { rank, score } = ranked;
    return `${code(option)} has rank ${rank} (${score > 0 ? '+' : ''}${score.toFixed(2)})`;
  }
  return `${code(option)} is ${excluded.some(one => one.option === option) ? 'excluded' : 'left out'}`;
}

function gatesOf({ gates }: Appraisal['excluded'][number]): string[] {
  return gates.map(({ rule }) => rule);
}

function code(id: string): string {
  return `\`${id}\``;
}
