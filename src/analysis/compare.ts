import type { Appraisal, Contribution, FactUsed, RankedOption } from '../model/appraisal.js';
import { canonicalJson } from '../model/canonical.js';
import type { ComparedOption, ComparedSide, Comparison, Movement } from '../model/comparison.js';
import { byId, round9 } from '../model/order.js';
import { standingOf } from './standing.js';

/** What moved from one appraisal to another. The movements of an option add up to its change of score. */
export function compare(a: Appraisal, b: Appraisal): Comparison {
  const options = union(Object.keys(a.options), Object.keys(b.options)).map(option =>
    compareOption(option, a, b),
  );
  return {
    format: 'comparison/1',
    a: side(a),
    b: side(b),
    criteria: { ...a.criteria, ...b.criteria },
    facts: union(
      a.facts.map(({ fact }) => fact),
      b.facts.map(({ fact }) => fact),
    ).flatMap(id => {
      const [x, y] = [a, b].map(({ facts }) => facts.find(({ fact }) => fact === id));
      if (said(x) === said(y)) return [];
      const of = canonicalJson(x?.point) === canonicalJson(y?.point) ? 'possible' : 'point';
      return [{ fact: id, title: (y ?? x)!.title, a: x?.[of] ?? null, b: y?.[of] ?? null }];
    }),
    weights: union(Object.keys(a.weights), Object.keys(b.weights)).flatMap(criterion => {
      const [x, y] = [a.weights[criterion] ?? null, b.weights[criterion] ?? null];
      return isSame(x, y) ? [] : [{ criterion, a: x, b: y }];
    }),
    options: options.sort(
      (x, y) => Math.abs(y.change ?? 0) - Math.abs(x.change ?? 0) || byId(x.option, y.option),
    ),
    sources: { ...a.sources, ...b.sources },
    diagnostics: [...a.diagnostics, ...b.diagnostics],
  };
}

function side({ manifest, perspective, ranking, margin }: Appraisal): ComparedSide {
  return {
    manifest,
    perspective: perspective && { id: perspective.id, title: perspective.title },
    leader: ranking[0]!.option,
    margin,
  };
}

function compareOption(option: string, a: Appraisal, b: Appraisal): ComparedOption {
  const [x, y] = [a, b].map(({ ranking }) => ranking.find(ranked => ranked.option === option));
  const title = (b.options[option] ?? a.options[option])!.title;
  return {
    option,
    title,
    baseline: (y ?? x)?.baseline ?? false,
    a: standingOf(option, a),
    b: standingOf(option, b),
    change: x && y ? round9(y.score - x.score) : null,
    movements: x && y ? movements(x, y, a.weights, b.weights) : [],
  };
}

/** Whether two shares differ by no more than arithmetic leaves. */
function isSame(x: number | null, y: number | null): boolean {
  return x === null || y === null ? x === y : Math.abs(x - y) < 1e-12;
}

/** What a fact is read as, and how likely. */
function said(fact: FactUsed | undefined): string {
  return canonicalJson([fact?.point, fact?.possible, fact?.probabilities]);
}

type Shares = Record<string, number>;

/** For each criterion, `mean w x change of c` rule by rule and `mean c x change of w`; what is 0 is left out. */
function movements(x: RankedOption, y: RankedOption, from: Shares, to: Shares): Movement[] {
  return union(Object.keys(from), Object.keys(to))
    .flatMap(criterion => {
      const [w0, w1] = [from[criterion] ?? 0, to[criterion] ?? 0];
      const [c0, c1] = [x.cells[criterion]?.value ?? 0, y.cells[criterion]?.value ?? 0];
      const weight: Movement = {
        ...{
          kind: 'weight',
          rule: null,
          criterion,
          sources: [],
          reason: `the weight of ${criterion} changes`,
        },
        by: w1 - w0,
        change: ((c0 + c1) / 2) * (w1 - w0),
      };
      return [...pointMovements(x, y, criterion, (w0 + w1) / 2), weight];
    })
    .filter(({ change }) => round9(change) !== 0)
    .sort(
      (p, q) =>
        Math.abs(q.change) - Math.abs(p.change) ||
        byId(p.criterion, q.criterion) ||
        byId(p.rule ?? '', q.rule ?? ''),
    );
}

function pointMovements(x: RankedOption, y: RankedOption, criterion: string, weight: number): Movement[] {
  const here = (option: RankedOption) => option.contributions.filter(one => one.criterion === criterion);
  const [before, after] = [here(x), here(y)];
  const rules = union(before.map(keyOf), after.map(keyOf));
  return rules.flatMap(key => {
    const [old, now] = [before, after].map(list => list.find(one => keyOf(one) === key));
    const by = (now?.points ?? 0) - (old?.points ?? 0);
    const { rule, sources, ...said } = (now ?? old)!;
    const reason = now ? said.reason : `no longer: ${said.reason}`;
    return by === 0
      ? []
      : [
          {
            kind: rule === null ? 'clamp' : 'rule',
            rule,
            criterion,
            reason,
            sources,
            by,
            change: weight * by,
          },
        ];
  });
}

function keyOf({ rule }: Contribution): string {
  return rule ?? '';
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].sort(byId);
}
