import { indices, type Program, programOf } from '../engine/program.js';
import { statedReadings } from '../engine/settle.js';
import { fixWeights, normalise, type Weights } from '../mcda/weights.js';
import { possibleSteps } from '../model/reading.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';

/** By what every row of a table is judged, and what holds in all of them. */
export interface TableOptions {
  /** What it states of a fact holds in every row, but for the facts that columns give; so do its perspective and what it leaves out. */
  base?: Scenario;
  /** Judge by this perspective. Needed where no base is given. */
  perspective?: string;
  /** Shares from 0 to 1 to fix for some criteria; the others are rescaled proportionally. */
  weights?: Readonly<Record<string, number>>;
}

/** That, resolved. Plain data, which another thread can be given. */
export interface TableJudging {
  program: Program;
  /** The stated facts of the program, in its order, that columns give. */
  columns: readonly string[];
  /** Shares by criterion, in order of id. */
  weights: Weights;
  /** Options that no row ranks, by index. */
  leftOut: readonly number[];
  base: { id: string; hash: string } | null;
  /** Null where the base gives weights of its own. */
  perspective: string | null;
  /** Facts that were set for all rows. */
  changes: Scenario['changes'];
  /** For each stated fact its steps in every row; what columns give stands in their place. */
  point: readonly (readonly number[])[];
  possible: readonly (readonly number[])[];
}

/**
 * Resolves by what the rows of a table are judged. Throws a RangeError for a base that was resolved against another rule
 * set, an unknown perspective or fact, a column of a derived fact, and weights that are no shares.
 */
export function tableJudging(
  ruleSet: RuleSet,
  columns: readonly string[],
  options: TableOptions = {},
): TableJudging {
  const { base } = options;
  if (base && base.ruleSet.hash !== ruleSet.hash)
    throw new RangeError('the base scenario belongs to another rule set');
  const program = programOf(ruleSet);
  const stated = program.facts.filter(({ derive }) => !derive).map(({ id }) => id);
  const strange = columns.find(id => !stated.includes(id));
  if (strange !== undefined) throw new RangeError(`\`${strange}\` is no fact that a column can give`);
  const given = new Set(columns);
  const readings = base && statedReadings(ruleSet, base);
  const stepsOf = (which: 'point' | 'possible') =>
    stated.map(id => indices(readings?.[which].get(id) ?? possibleSteps(ruleSet.facts.get(id)!, UNKNOWN)));
  return {
    program,
    columns: stated.filter(id => given.has(id)),
    weights: weightsOf(ruleSet, options),
    base: base ? { id: base.id, hash: base.hash } : null,
    perspective: options.perspective ?? base?.perspective ?? null,
    changes: base?.changes ?? [],
    leftOut: [...(base?.leaveOut.keys() ?? [])].map(id => program.options.indexOf(id)),
    point: stepsOf('point'),
    possible: stepsOf('possible'),
  };
}

const UNKNOWN = { kind: 'unknown' } as const;

function weightsOf(ruleSet: RuleSet, { base, perspective, weights = {} }: TableOptions): Weights {
  const id = perspective ?? base?.perspective;
  const stated = id === undefined ? base?.weights : ruleSet.perspectives.get(id)?.weights;
  if (!stated)
    throw new RangeError(
      id === undefined ? 'a perspective or a base is needed' : `unknown perspective \`${id}\``,
    );
  const fixed = fixWeights(normalise(stated), new Map(Object.entries(weights)));
  if (fixed instanceof Map) return fixed;
  throw new RangeError(`weights that cannot be shares: ${JSON.stringify(fixed)}`);
}
