import { tauB } from '../analysis/kendall.js';
import type { SituationOptions } from '../analysis/over-situations.js';
import { robustness } from '../analysis/robustness.js';
import { appraise } from '../appraise.js';
import type { Balance, BalancedCell, BalancedOption, RulesAndChances } from '../model/balance.js';
import { byId } from '../model/order.js';
import { scenarioFrom } from '../model/resolve-scenario.js';
import type { Robustness } from '../model/robustness.js';
import type { Option, RuleSet } from '../model/rule-set.js';
import { attainable } from '../proofs/attainable.js';
import { PROGRAM } from '../version.js';

/** How the balance of a rule set is to be found. */
export interface BalanceOptions extends Pick<SituationOptions, 'seed' | 'replicates'> {
  /** Ends one proof that a cell can come to no more. */
  limit?: () => AbortSignal | undefined;
  /** Told now and then what share of the work is done, from 0 to 1. */
  onProgress?: (share: number) => void;
}

/**
 * Whether options have like chances: how many rules speak of each, how far these take each cell in any possible situation,
 * and how often it leads where no fact is known, each fact as its prior has it, or with equal shares. A number without a
 * prior leaves no shares.
 */
export async function balance(ruleSet: RuleSet, options: BalanceOptions = {}): Promise<Balance> {
  const { limit = () => undefined, onProgress = () => undefined, ...drawing } = options;
  const shares = await sharesOf(ruleSet, drawing);
  const told: BalancedOption[] = [];
  const all = [...ruleSet.options.values()];
  for (const [i, option] of all.entries()) {
    const ranks = shares.robust.flatMap(({ options }) => {
      const { acceptability, excluded } = options.find(one => one.option === option.id)!;
      const sum = acceptability.reduce((total, share, place) => total + (place + 1) * share, 0);
      return excluded < 1 ? [sum / (1 - excluded)] : [];
    });
    const leads = shares.robust.map(({ perspective, options }) => {
      const { acceptability, standardError } = options.find(one => one.option === option.id)!;
      const error = standardError?.acceptability[0] ?? null;
      return { perspective: perspective!.id, share: acceptability[0]!, standardError: error };
    });
    told.push({
      option: option.id,
      title: option.title,
      baseline: option.id === ruleSet.baseline,
      rules: countsOf(ruleSet, option),
      speaking: ruleSet.rules.filter(({ effects }) =>
        effects.some(one => one.kind === 'points' && one.option === option.id),
      ).length,
      cells: await cellsOf(ruleSet, option, limit),
      leads,
      meanShare: meanOf(leads.map(({ share }) => share)),
      meanRank: meanOf(ranks),
    });
    onProgress((i + 1) / all.length);
  }
  const { id, version, title, hash } = ruleSet;
  const drawn = shares.robust.find(({ draws }) => draws !== null);
  return {
    format: 'balance/1',
    program: { ...PROGRAM },
    ruleSet: { id, version, title, hash },
    options: told.sort((a, b) => (b.meanShare ?? 0) - (a.meanShare ?? 0) || byId(a.option, b.option)),
    sampled: drawn ? { draws: drawn.draws!, seed: drawn.seed! } : null,
    noShares: shares.why,
    tauB: rulesAndChances(told),
    criteria: Object.fromEntries([...ruleSet.criteria].map(([key, { title }]) => [key, { title }])),
  };
}

function meanOf(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

function rulesAndChances(options: readonly BalancedOption[]): RulesAndChances {
  const tau = (chance: (option: BalancedOption) => number | null) => {
    const known = options.filter(one => !one.baseline && chance(one) !== null);
    return tauB(known.map(one => [one.speaking, chance(one)!])) ?? null;
  };
  return {
    leads: tau(({ meanShare }) => meanShare),
    rank: tau(({ meanRank }) => (meanRank === null ? null : -meanRank)),
  };
}

/** How often options lead by each perspective where nothing is known, or why that cannot be told. */
async function sharesOf(
  ruleSet: RuleSet,
  drawing: SituationOptions,
): Promise<{ robust: Robustness[]; why: string | null }> {
  const robust: Robustness[] = [];
  const about = {
    id: 'nothing-known',
    title: 'Nothing is known',
    'rule-set': ruleSet.id,
    'as-of': '2000-01-01',
  };
  for (const perspective of [...ruleSet.perspectives.keys()].sort(byId)) {
    const scenario = scenarioFrom({ ...about, perspective, facts: {} }, ruleSet);
    const result = await robustness(ruleSet, scenario, await appraise(ruleSet, scenario), drawing);
    if ('withoutPrior' in result)
      return { robust: [], why: `no prior is stated for ${result.withoutPrior.join(', ')}` };
    if (!('options' in result)) return { robust: [], why: 'no situation that was drawn is possible' };
    robust.push(result);
  }
  return { robust, why: null };
}

function countsOf({ rules }: RuleSet, { id }: Option): BalancedOption['rules'] {
  const effects = rules.map(({ effects }) => effects.filter(({ option }) => option === id));
  const count = (is: (effect: (typeof effects)[number][number]) => boolean) =>
    effects.filter(own => own.some(is)).length;
  return {
    for: count(effect => effect.kind === 'points' && effect.points > 0),
    against: count(effect => effect.kind === 'points' && effect.points < 0),
    gates: count(effect => effect.kind === 'gate'),
  };
}

async function cellsOf(
  ruleSet: RuleSet,
  { id }: Option,
  limit: () => AbortSignal | undefined,
): Promise<BalancedCell[]> {
  const cells: BalancedCell[] = [];
  for (const criterion of ruleSet.criteria.keys()) {
    const rules = ruleSet.rules.filter(({ effects }) =>
      effects.some(one => one.kind === 'points' && one.option === id && one.criterion === criterion),
    ).length;
    if (rules === 0) continue;
    const cell = { option: id, criterion };
    const least = await attainable(ruleSet, { ...cell, sign: -1 }, Number.POSITIVE_INFINITY, limit);
    const most = await attainable(ruleSet, { ...cell, sign: 1 }, Number.NEGATIVE_INFINITY, limit);
    cells.push({
      criterion,
      rules,
      low: least.points,
      high: most.points,
      exact: least.isProved && most.isProved,
    });
  }
  return cells;
}
