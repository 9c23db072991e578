import { didYouMean } from '../diagnostics/suggest.js';
import type { Entry, EntryKinds } from '../model/authored.js';
import { inside, type RuleSetCheck, type RuleSetContext } from './rule-set-check.js';

type Weighed = Entry<EntryKinds['perspective']>;

/**
 * Each perspective weighs every criterion, no other, and not all of them at 0: by its swings, of which the one that matters
 * most has 100, by weights of its own, or by both where they agree.
 */
export const perspectiveWeights: RuleSetCheck = context => {
  const { authored, report } = context;
  const criteria = authored.declared.criterion;
  if (!criteria) return;
  for (const perspective of authored.entries.perspective) {
    const { weights, swings } = perspective.value;
    const shares = swings && sharesOf(swings);
    if (!weights && !shares) {
      report('rule-set/weights', perspective, 'key', `\`${perspective.id}\` has neither swings nor weights`);
    }
    const told = [
      shares ? isSound(context, perspective, 'swings', shares) : true,
      weights ? isSound(context, perspective, 'weights', weights) : true,
    ];
    if (shares && !Object.values(shares).includes(100) && told[0]) {
      const message = 'no swing has the share 100: give it to the one that matters most';
      report('rule-set/swings', inside(perspective, 'swings'), 'key', message);
    } else if (weights && shares && told.every(Boolean)) {
      reportDisagreement(context, perspective, weights, shares);
    }
  }
};

function sharesOf(swings: NonNullable<Weighed['value']['swings']>): Record<string, number> {
  return Object.fromEntries(Object.entries(swings).map(([id, { share }]) => [id, share]));
}

/** Reports criteria that do not exist and a set that is not whole. */
function isSound(
  { authored, report }: RuleSetContext,
  perspective: Weighed,
  key: 'swings' | 'weights',
  weights: Readonly<Record<string, number>>,
): boolean {
  const criteria = authored.declared.criterion!;
  const at = inside(perspective, key);
  const { unknown, problem } = weightProblems(weights, criteria, key === 'swings' ? 'swing' : 'weight');
  for (const id of unknown) {
    const message = `unknown criterion \`${id}\``;
    report('rule-set/unknown-criterion', inside(at, id), 'key', message, didYouMean(id, criteria));
  }
  if (problem) report('rule-set/weights', at, 'key', problem);
  return unknown.length === 0 && problem === undefined;
}

/** Each as a share of their sum. Scaled by the largest first, so that the sum is a number. */
function ofAll(weights: Readonly<Record<string, number>>): Record<string, number> {
  const most = Math.max(...Object.values(weights));
  const sum = Object.values(weights).reduce((all, weight) => all + weight / most, 0);
  return Object.fromEntries(Object.entries(weights).map(([id, weight]) => [id, weight / most / sum]));
}

/** How far a stated share may be from what the swings come to: what rounding to hundredths can do. */
const ROUNDING = 0.005 + 1e-9;

function reportDisagreement(
  { report }: RuleSetContext,
  perspective: Weighed,
  weights: Readonly<Record<string, number>>,
  shares: Readonly<Record<string, number>>,
): void {
  const [stated, derived] = [ofAll(weights), ofAll(shares)];
  for (const [id, share] of Object.entries(stated)) {
    const comes = derived[id]!;
    if (Math.abs(share - comes) <= ROUNDING) continue;
    const said = [share, comes].map(x => `${Number((100 * x).toFixed(1))}%`);
    const message = `the weight of \`${id}\` is ${said[0]} of all, and its swing comes to ${said[1]}`;
    const help = 'change the share of the swing, or leave `weights` out: they follow from the swings';
    report('rule-set/swings-disagree', inside(perspective, 'weights', id), 'value', message, help);
  }
}

/** Criteria that are weighed and do not exist, and what is wrong with the set as a whole. */
export function weightProblems(
  weights: Readonly<Record<string, number>>,
  criteria: ReadonlySet<string>,
  noun = 'weight',
): { unknown: string[]; problem: string | undefined } {
  const missing = [...criteria].filter(id => !Object.hasOwn(weights, id)).sort();
  const list = missing.map(id => `\`${id}\``).join(', ');
  const allZero = Object.values(weights).every(weight => weight === 0);
  return {
    unknown: Object.keys(weights).filter(id => !criteria.has(id)),
    problem: missing.length > 0 ? `no ${noun} for ${list}` : allZero ? `all ${noun}s are 0` : undefined,
  };
}
