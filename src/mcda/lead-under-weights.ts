import { solve } from 'yalps';
import type { WeightLead } from '../model/flips.js';
import { byId } from '../model/order.js';
import type { Cells } from './weight-stability.js';
import type { Weights } from './weights.js';

/** Points by which a comparison may be off, for a solver works in floating point. */
const TOLERANCE = 1e-7;

/** The solver rounds what it finds to this. */
const OPTIONS = { precision: 1e-11 };

/**
 * For every option but today's leader: the weights nearest to today's, by the sum of all changes, under which it comes first,
 * ties included; or that there are none. Two linear programmes for each. The first looks for a mixture of other options that
 * is better on every criterion, which by duality exists just if no weights put the option first: the mixture is a proof, and
 * is checked here without the solver, as are the weights that the second finds. What neither check bears out is undecided.
 * Nearest first, then those that never lead, by id.
 */
export function leadUnderWeights(cells: Cells, weights: Weights, leader: string): WeightLead[] {
  const criteria = [...weights.keys()];
  const rows = new Map([...cells].map(([option, row]) => [option, criteria.map(id => row.get(id)!)]));
  const leads = [...rows.keys()]
    .filter(option => option !== leader)
    .map(option => leadOf(option, rows, criteria, [...weights.values()]));
  const order = ({ change }: WeightLead) => change ?? Number.POSITIVE_INFINITY;
  return leads.sort((a, b) => (order(a) === order(b) ? byId(a.option, b.option) : order(a) - order(b)));
}

type Rows = ReadonlyMap<string, readonly number[]>;

function leadOf(option: string, rows: Rows, criteria: readonly string[], now: readonly number[]): WeightLead {
  // How far each other option is behind on each criterion.
  const ahead = [...rows]
    .filter(([other]) => other !== option)
    .map(([other, row]) => ({ other, by: rows.get(option)!.map((x, c) => x - row[c]!) }));
  const none = { option, change: null, weights: null, never: null };
  const never = betterMixture(ahead);
  if (never) return { ...none, never };
  const nearest = nearestWeights(ahead, now);
  if (!nearest) return none;
  const change = nearest.reduce((sum, w, c) => sum + Math.abs(w - now[c]!), 0);
  return {
    ...none,
    change: change < TOLERANCE ? 0 : change,
    weights: Object.fromEntries(criteria.map((id, c) => [id, nearest[c]!])),
  };
}

type Ahead = readonly { other: string; by: readonly number[] }[];

/** Shares of other options that together are better on every criterion, and by how many points at least. */
function betterMixture(ahead: Ahead): WeightLead['never'] {
  const criteria = ahead[0]?.by.map((_, c) => c) ?? [];
  // Least u with: sum of share x (own cell - other's cell) <= u on each criterion, shares summing to 1; u = up - down.
  const { status, variables } = solve<string, string>(
    {
      direction: 'minimize',
      objective: 'u',
      constraints: [['sum', { equal: 1 }], ...criteria.map(c => [`c${c}`, { max: 0 }] as const)],
      variables: [
        ['up', [['u', 1], ...criteria.map(c => [`c${c}`, -1] as const)]],
        ['down', [['u', -1], ...criteria.map(c => [`c${c}`, 1] as const)]],
        ...ahead.map(
          ({ other, by }) =>
            [`o ${other}`, [['sum', 1], ...by.map((x, c) => [`c${c}`, x] as const)]] as const,
        ),
      ] as readonly (readonly [string, readonly (readonly [string, number])[]])[],
    },
    OPTIONS,
  );
  if (status !== 'optimal') return null;
  const found = new Map(variables);
  const shares = ahead.map(({ other }) => Math.max(0, found.get(`o ${other}`) ?? 0));
  const total = shares.reduce((a, b) => a + b, 0);
  const behind = criteria.map(c => ahead.reduce((sum, { by }, i) => sum + (shares[i]! / total) * by[c]!, 0));
  const by = -Math.max(...behind);
  if (!(by > TOLERANCE)) return null;
  const mixture = ahead.flatMap(({ other }, i) =>
    shares[i]! > 0 ? [{ option: other, share: shares[i]! / total }] : [],
  );
  return { by, mixture: mixture.sort((a, b) => b.share - a.share || byId(a.option, b.option)) };
}

/** The weights nearest to today's under which no other option is ahead. */
function nearestWeights(ahead: Ahead, now: readonly number[]): number[] | undefined {
  const each = now.map((_, c) => c);
  const moved = (c: number, sign: 1 | -1) =>
    [
      ['change', 1],
      ['sum', sign],
      [`w${c}`, sign],
      ...ahead.map(({ by }, i) => [`o${i}`, sign * by[c]!] as const),
    ] as readonly (readonly [string, number])[];
  const { status, variables } = solve<string, string>(
    {
      direction: 'minimize',
      objective: 'change',
      constraints: [
        ['sum', { equal: 0 }],
        ...each.map(c => [`w${c}`, { min: -now[c]! }] as const),
        ...ahead.map(
          ({ by }, i) => [`o${i}`, { min: -by.reduce((sum, x, c) => sum + x * now[c]!, 0) }] as const,
        ),
      ],
      variables: each.flatMap(c => [[`+${c}`, moved(c, 1)] as const, [`-${c}`, moved(c, -1)] as const]),
    },
    OPTIONS,
  );
  if (status !== 'optimal') return undefined;
  const found = new Map(variables);
  const raw = each.map(c => Math.max(0, now[c]! + (found.get(`+${c}`) ?? 0) - (found.get(`-${c}`) ?? 0)));
  const total = raw.reduce((a, b) => a + b, 0);
  const weights = raw.map(w => w / total);
  const isFirst = ahead.every(({ by }) => by.reduce((sum, x, c) => sum + x * weights[c]!, 0) >= -TOLERANCE);
  return isFirst ? weights : undefined;
}
