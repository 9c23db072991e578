import fc from 'fast-check';
import { expect, it } from 'vitest';
import { appraise } from '../../src/appraise.js';
import { BLOCK } from '../../src/engine/block.js';
import { indices } from '../../src/engine/program.js';
import { loadScenario } from '../../src/load.js';
import type { Fact, Value } from '../../src/model/fact.js';
import { stepOf } from '../../src/model/steps.js';
import { deciders } from '../../src/table/deciders.js';
import { tableJudging } from '../../src/table/judging.js';
import type { Codes } from '../../src/table/row-scorer.js';
import { rowScorer } from '../../src/table/row-scorer.js';
import { scoreTable, type TableColumns } from '../../src/table/score-table.js';
import { ruleSetOf, scenarioOf } from '../support/appraising.js';
import { factsArbitrary, rulesArbitrary } from '../support/random.js';
import { DOMAIN, ruleSetData, scenarioData, textOf, textsOf, type Word } from '../support/written.js';

const RUNS = Number(process.env.TABLE_RUNS ?? 100);
const STATED = ['colour', 'level', 'share', 'yes'];

/** Rows of a table: for each fact a value, or unknown. */
const rowsArbitrary = fc.array(
  fc.record(
    Object.fromEntries(
      STATED.map(id => [
        id,
        fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom<Word[]>(...DOMAIN[id]!) },
          { weight: 1, arbitrary: fc.constant('unknown' as Word) },
        ),
      ]),
    ),
  ),
  { minLength: 1, maxLength: 40 },
);

const codeOf = (fact: Fact, value: Word): number =>
  value === 'unknown' ? fact.steps.length : indices(stepOf(fact.steps, value as Value))[0]!;

it('each row of a table has what the traced appraisal of its situation has, unknown facts and a base included', async () => {
  await fc.assert(
    fc.asyncProperty(
      rulesArbitrary,
      rowsArbitrary,
      fc.subarray(STATED),
      factsArbitrary,
      fc.constantFrom('p', 'q'),
      async (rules, rows, columns, facts, perspective) => {
        const ruleSet = ruleSetOf(textsOf(ruleSetData(rules)));
        const said = { facts, perspective, leaveOut: rows.length % 3 === 0 ? { b: 'so' } : {} };
        const loaded = await loadScenario(textOf('s.yaml', scenarioData(said)), ruleSet);
        fc.pre(loaded.scenario !== undefined);
        const judging = tableJudging(ruleSet, columns, { base: loaded.scenario! });
        const codes: Codes[] = judging.columns.map(id =>
          Uint8Array.from(rows, row => codeOf(ruleSet.facts.get(id)!, row[id]! as Word)),
        );
        const found = rowScorer(judging)(codes, 0, rows.length);
        for (const [i, row] of rows.entries()) {
          const here = { ...facts, ...Object.fromEntries(columns.map(id => [id, row[id]])) };
          const situation = await loadScenario(
            textOf('s.yaml', scenarioData({ ...said, facts: here })),
            ruleSet,
          );
          const isImpossible = situation.diagnostics.some(({ code }) => code === 'scenario/impossible');
          expect(found.impossible[i]! > 0).toBe(isImpossible);
          if (isImpossible) continue;
          const result = await appraise(ruleSet, await scenarioOf(ruleSet, { ...said, facts: here }));
          const options = judging.program.options;
          expect(options[found.leader[i]!]).toBe(result.ranking[0]!.option);
          expect(Number.isNaN(found.margin[i]!) ? null : found.margin[i]).toBe(result.margin);
          const may = [...result.ranking, ...result.excluded].filter(({ mayLead }) => mayLead);
          expect(found.mayLead[i]).toBe(may.length);
          const isLevel = ({ option }: { option: string }) => {
            const one = result.ranking.find(other => other.option === option);
            return one?.rank === 1 && one.low === one.high && one.openGates.length === 0;
          };
          expect(found.certain[i] === 1).toBe(may.length === 1 || may.every(isLevel));
          options.forEach((option, o) => {
            const ranked = result.ranking.find(one => one.option === option);
            expect(found.ranks[o]![i]).toBe(ranked?.rank ?? 0);
            expect((found.excluded[o]![i >> 5]! >>> (i & 31)) & 1).toBe(ranked ? 0 : 1);
            if (!ranked) return;
            const numbers = [found.scores[o]![i], found.lows[o]![i], found.highs[o]![i]];
            expect(numbers).toEqual([ranked.score, ranked.low, ranked.high]);
          });
        }
      },
    ),
    { numRuns: RUNS },
  );
}, 600_000);

it('a rule decides a row where another option leads once it is taken out, counted by group', () => {
  fc.assert(
    fc.property(rulesArbitrary, rowsArbitrary, (rules, rows) => {
      const ruleSet = ruleSetOf(textsOf(ruleSetData(rules)));
      const scoredBy = (of: typeof ruleSet) => {
        const judging = tableJudging(of, STATED, { perspective: 'p' });
        const codes = judging.columns.map(id =>
          Uint8Array.from(rows, row => codeOf(ruleSet.facts.get(id)!, row[id]! as Word)),
        );
        return { judging, scored: rowScorer(judging)(codes, 0, rows.length) };
      };
      const { judging, scored } = scoredBy(ruleSet);
      const leaders = [...scored.leader];
      const counted = new Uint32Array(BLOCK / 32).fill(0xffffffff);
      const groupOf = Uint16Array.from({ length: BLOCK }, (_, row) => row % 3);
      const { count, counts } = deciders(judging, 3);
      count(scored, counted, rows.length, groupOf);
      ruleSet.rules.forEach((rule, i) => {
        const fired = (row: number) =>
          (scored.truths.must[judging.program.rules[i]!.node]![row >> 5]! >>> (row & 31)) & 1;
        const without = { ...ruleSet, rules: ruleSet.rules.filter(other => other !== rule) };
        const others = [...scoredBy(without).scored.leader];
        const decided = rows.map((_, row) => fired(row) === 1 && leaders[row] !== others[row]);
        for (const [group, { rules: found }] of counts.entries())
          expect(found[i]).toBe(decided.filter((is, row) => is && groupOf[row] === group).length);
      });
    }),
    { numRuns: 200 },
  );
}, 600_000);

it('the library scores columns of values as appraisals do, and says which value does not fit', async () => {
  const ruleSet = ruleSetOf(textsOf(ruleSetData({})));
  const yes = Array.from({ length: 5000 }, (_, i) => [true, false, null][i % 3]!);
  const table = scoreTable(ruleSet, { yes, share: yes.map((_, i) => (i % 11) / 10) }, { perspective: 'p' });
  expect(table.options).toEqual(['a', 'b', 'base', 'c']);
  for (const row of [0, 1, 2, 4100, 4999]) {
    const facts = { ...(yes[row] !== null && { yes: yes[row] }), share: (row % 11) / 10 };
    const { ranking, margin } = await appraise(ruleSet, await scenarioOf(ruleSet, { facts }));
    expect(table.options[table.leader[row]!]).toBe(ranking[0]!.option);
    expect(table.margin[row]).toBe(margin);
    for (const { option, rank, score, low, high } of ranking) {
      const own = table.byOption.get(option)!;
      expect([own.rank[row], own.score[row], own.low[row], own.high[row]]).toEqual([rank, score, low, high]);
    }
  }
  const wrong = (columns: object, message: string) =>
    expect(() => scoreTable(ruleSet, columns as TableColumns, { perspective: 'p' })).toThrow(message);
  wrong({ yes: ['no'] }, '`no` is no value of `yes`');
  wrong({ yes: [true], share: [] }, 'the column of `share` has another length');
  wrong({ derived: ['large'] }, '`derived` is no fact that a column can give');
  expect(() => scoreTable(ruleSet, { yes: [true] }, {})).toThrow('a perspective or a base is needed');
});
