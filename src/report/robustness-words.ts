import type { Robustness, RobustOption } from '../model/robustness.js';
import { assumedWords } from './assumed.js';
import { onOneLine, shareEstimate } from './estimates.js';
import { count, shortList } from './lists.js';
import { signed } from './rounding.js';

/** Who comes first how often, and whether that can be told. */
export function verdict(told: Robustness): string {
  const { options, leader, expectedLeader, exact } = told;
  const [first, second] = options as [RobustOption, RobustOption | undefined];
  const often = `${first.title} comes first in ${onOneLine(shareEstimate(first.acceptability[0]!, exact, first.standardError?.acceptability[0]))} of ${situations(told)}`;
  const gap = first.acceptability[0]! - (second?.acceptability[0] ?? 0);
  const noise = 2 * Math.hypot(errorOf(first), second ? errorOf(second) : 0);
  const alike = exact ? `, as often as ${second?.title}` : `, which cannot be told from ${second?.title}`;
  const close = second && gap <= (exact ? 1e-12 : noise) ? alike : '';
  const other =
    expectedLeader === leader
      ? ''
      : `${told.tied.length > 0 ? '' : ` On the best estimates ${title(told, leader)} leads.`} The highest expected score is that of ${title(told, expectedLeader)}.`;
  return `${often}${close}.${other}${tied(told)}`;
}

/** Which options lead together on the best estimates, if several do. */
function tied(told: Robustness): string {
  const titles = told.tied.map(id => title(told, id));
  return titles.length === 0
    ? ''
    : ` On the best estimates ${shortList(titles.slice(0, -1), 3)} and ${titles.at(-1)} are level in first place.`;
}

/** Over what is counted. */
function situations({ over }: Robustness): string {
  const sure = over.facts
    ? 'the situations that the scenario holds possible'
    : 'draws, facts as the best estimates have them';
  const also = [WEIGHTS[over.weights], over.evidence ? 'points as uncertain as their evidence' : ''].filter(
    x => x !== '',
  );
  return also.length === 0 ? sure : `${sure}, ${also.join(' and ')}`;
}

const WEIGHTS: Record<Robustness['over']['weights'], string> = {
  fixed: '',
  near: 'with weights near these',
  order: 'with any weights of this order',
  any: 'with any weights at all',
};

/** What cautious rules of choice would have one take. */
export function cautious(told: Robustness): string {
  const { choices, exact } = told;
  const named = (ids: readonly string[]) =>
    shortList(
      ids.map(id => title(told, id)),
      3,
    );
  const of = (id: string) => told.options.find(({ option }) => option === id)!;
  const worst = of(choices.maximin[0]!).worst;
  const regret = of(choices.minimaxRegret[0]!).maxRegret;
  const met = exact ? '' : ' among the situations drawn';
  return (
    `The best worst score${met} is ${signed(worst)}: ${named(choices.maximin)}. ` +
    `The least regret at most is ${regret.toFixed(1)}: ${named(choices.minimaxRegret)}.`
  );
}

/** Which options are beaten on every criterion whatever is possible, and by which, and where that is open; none of no pair. */
export function dominated(told: Robustness): string[] {
  const proved = byFirst(told, true).map(
    ({ over, under }) => `${over} is better than ${shortList(under, 6)}`,
  );
  const open = byFirst(told, null).map(({ over, under }) => `${over} than ${shortList(under, 6)}`);
  const lead = 'Whatever is possible and whatever the weights, on every criterion at least as good';
  return [
    ...(proved.length > 0 ? [`${lead}: ${proved.join('; ')}.`] : []),
    ...(open.length > 0 ? [`Open, for too many regions to visit, is whether so is ${open.join('; ')}.`] : []),
  ];
}

/** For each option that is proved to dominate others, or of which that is open, the titles of these. */
function byFirst(told: Robustness, everywhere: boolean | null): { over: string; under: string[] }[] {
  const pairs = told.dominance.filter(one => one.everywhere === everywhere);
  return [...new Set(pairs.map(({ over }) => over))].map(id => ({
    over: title(told, id),
    under: pairs.filter(({ over }) => over === id).map(({ under }) => title(told, under)),
  }));
}

/** How it was found, and on what it rests. */
export function how(told: Robustness): string {
  const { exact, regions, draws, seed, assumed, over } = told;
  const found = exact
    ? `Exact, over ${count(regions, 'region')}.`
    : `Estimated from ${draws} draws (seed ${seed})${over.facts ? ` of ${size(regions)} ${regions === 1 ? 'region' : 'regions'}` : ''}; ± is a standard error.`;
  const independent = over.facts ? ' Facts are taken as independent.' : '';
  const evidence = over.evidence ? ' Rules are off independently of one another.' : '';
  const near =
    over.concentration === null
      ? ''
      : ` Weights are near these with a concentration of ${over.concentration}.`;
  return `${found}${independent}${near}${evidence}${assumedWords(assumed)}`;
}

function size(regions: number): string {
  return regions < 1e6 ? String(regions) : regions.toExponential(1);
}

function errorOf({ standardError }: RobustOption): number {
  return standardError?.acceptability[0] ?? 0;
}

function title({ options }: Robustness, id: string): string {
  return options.find(({ option }) => option === id)!.title;
}
