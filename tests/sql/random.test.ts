import fc from 'fast-check';
import { expect, it } from 'vitest';
import { appraise } from '../../src/appraise.js';
import { loadScenario } from '../../src/load.js';
import type { Fact, Value } from '../../src/model/fact.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import { DIALECTS } from '../../src/sql/dialect.js';
import { sqlStatement } from '../../src/sql/statement.js';
import { withRules } from '../support/appraising.js';
import { rulesArbitrary } from '../support/random.js';
import { modelArbitrary } from '../support/random-model.js';
import { shippedRuleSet } from '../support/shipped.js';
import { scenarioData, textOf } from '../support/written.js';
import type { Row } from './engines/engine.js';
import { onEachEngine } from './engines/on-each.js';
import { expectedRows, inOrder } from './reference.js';
import { type Situation, statedOf, tableOf } from './table.js';

const RUNS = Number(process.env.SQL_RUNS ?? 100);
const ROWS = 24;

/** Values of a fact, among them the ends of its steps and places between them. */
function valuesOf({ domain, steps }: Fact): Value[] {
  if (domain.kind !== 'number') return [...domain.values];
  return steps.flatMap(step => ('low' in step ? [step.low, (step.low + step.high) / 2, step.high] : []));
}

/** Random situations, a fact in four of which is unknown: drawn from numbers, so that they fit any rule set. */
const draws = fc.array(fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), {
  minLength: ROWS,
  maxLength: ROWS,
});
function situations(facts: readonly Fact[], drawn: readonly (readonly number[])[]): Situation[] {
  return drawn.map(row => {
    const value = (fact: Fact, n: number) => {
      const values = valuesOf(fact);
      return n % 4 === 0 ? null : values[(n >> 2) % values.length]!;
    };
    return new Map(facts.map((fact, i) => [fact.id, value(fact, row[i % 8]!)]));
  });
}

const WEIGHTS = new Map([
  ['x', 0.5],
  ['y', 0.2],
  ['z', 0.3],
]);

/** A resolved rule set of the support, with a perspective. */
function judged(ruleSet: RuleSet): RuleSet {
  const p = { id: 'p', title: 'P', because: 'p', weights: WEIGHTS, swings: new Map(), sources: [] };
  return { ...ruleSet, perspectives: new Map([['p', p]]) };
}

onEachEngine((id, engine) => {
  const found = async (ruleSet: RuleSet, perspective: string, rows: readonly Situation[]): Promise<Row[]> => {
    const statement = sqlStatement(ruleSet, { dialect: id, table: ['panel'], keys: ['id'], perspective });
    const table = tableOf('panel', statedOf(ruleSet), rows, id);
    return inOrder(await engine.run([...table, statement as string]));
  };

  it(`${DIALECTS[id].title} gives what the compiled evaluator gives, and appraisals of some rows, on random rule sets`, async () => {
    await fc.assert(
      fc.asyncProperty(
        rulesArbitrary,
        draws,
        fc.constantFrom('p', 'q'),
        async (rules, drawn, perspective) => {
          const ruleSet = withRules(rules);
          const rows = situations(statedOf(ruleSet), drawn);
          const results = await found(ruleSet, perspective, rows);
          expect(results).toEqual(expectedRows(ruleSet, perspective, rows));
          for (const row of [0, 1])
            await alikeTraced(
              ruleSet,
              perspective,
              rows[row]!,
              results.filter(one => one.id === row),
            );
        },
      ),
      { numRuns: RUNS },
    );
  }, 600_000);

  it(`${DIALECTS[id].title} gives it on rule sets whose derived facts read one another, and with many steps`, async () => {
    await fc.assert(
      fc.asyncProperty(modelArbitrary, draws, async (model, drawn) => {
        const ruleSet = judged(model.ruleSet);
        const rows = situations(statedOf(ruleSet), drawn);
        expect(await found(ruleSet, 'p', rows)).toEqual(expectedRows(ruleSet, 'p', rows));
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  it(`${DIALECTS[id].title} gives it on the shipped rule set, which makes some 2,600 lines`, async () => {
    const ruleSet = await shippedRuleSet();
    const [perspective] = ruleSet.perspectives.keys();
    const [drawn] = fc.sample(draws, { numRuns: 1, seed: 1 });
    const rows = situations(statedOf(ruleSet), drawn!);
    expect(await found(ruleSet, perspective!, rows)).toEqual(expectedRows(ruleSet, perspective!, rows));
  });
});

/** Holds the rows of one situation to its appraisal, where it is a scenario without errors. */
async function alikeTraced(
  ruleSet: RuleSet,
  perspective: string,
  situation: Situation,
  rows: readonly Row[],
) {
  const facts = Object.fromEntries([...situation].map(([fact, value]) => [fact, value ?? 'unknown']));
  const { scenario } = await loadScenario(textOf('s.yaml', scenarioData({ facts, perspective })), ruleSet);
  if (!scenario) return;
  const { ranking, excluded, margin } = await appraise(ruleSet, scenario);
  const picked = rows.filter(row => row.excluded === false);
  expect(
    picked.map(({ option, rank, score, low, high, gate_open }) => ({
      option,
      rank,
      score,
      low,
      high,
      open: gate_open,
    })),
  ).toEqual(
    ranking
      .map(({ option, rank, score, low, high, openGates }) => ({
        option,
        rank,
        score,
        low,
        high,
        open: openGates.length > 0,
      }))
      .sort((a, b) => (a.option < b.option ? -1 : 1)),
  );
  expect(rows.filter(row => row.excluded).map(row => row.option)).toEqual(
    excluded.map(({ option }) => option),
  );
  expect([rows[0]!.leader, rows[0]!.margin]).toEqual([ranking[0]!.option, margin]);
}
