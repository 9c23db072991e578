import fc from 'fast-check';
import { expect, it } from 'vitest';
import { report } from '../../src/analysis/report.js';
import { appraise } from '../../src/appraise.js';
import { loadScenario } from '../../src/load.js';
import type { Report } from '../../src/model/report.js';
import type { Block, Table } from '../../src/page/document.js';
import { plainWords } from '../../src/page/document.js';
import { reportHtml } from '../../src/page/html/html.js';
import { reportMarkdown } from '../../src/page/markdown.js';
import { reportDocument } from '../../src/page/report-document.js';
import { signed } from '../../src/report/rounding.js';
import { validateResult } from '../../src/schema/validate-result.js';
import { withRules } from '../support/appraising.js';
import { rulesArbitrary, saidArbitrary } from '../support/random.js';
import { partOf } from '../support/reporting.js';
import { scenarioData, textOf } from '../support/written.js';

/** Holds a check to reports on random rule sets and scenarios, passing over scenarios that have an error. */
function forReports(check: (made: Report) => Promise<void> | void, numRuns: number): Promise<void> {
  return fc.assert(
    fc.asyncProperty(rulesArbitrary, saidArbitrary, async (rules, said) => {
      const ruleSet = withRules(rules);
      const { scenario } = await loadScenario(textOf('s.yaml', scenarioData(said)), ruleSet);
      fc.pre(scenario !== undefined);
      const part = await partOf(ruleSet, scenario!, { maxFacts: 1, replicates: 2 });
      await check(report([part]));
    }),
    { numRuns },
  );
}

/** All tables of some blocks, by caption. */
function tables(blocks: readonly Block[]): Table[] {
  return blocks.flatMap(block => {
    if ('blocks' in block) return tables(block.blocks);
    return 'table' in block ? [block.table] : [];
  });
}

const cellsOf = ({ rows }: Table) => rows.map(row => row.map(plainWords));
const minus = (text: string) => text.replace('-', '−');
/** A printed number in tenths, so that sums are exact. */
const tenths = (text: string) => Math.round(10 * Number(text.replace('−', '-')));

it('the ranking is printed as the result has it, and what speaks for and against adds up to the score', () =>
  forReports(made => {
    const { appraisal } = made.situations[0]!;
    const [chapter] = reportDocument(made).chapters;
    const section = chapter!.sections.find(({ title }) => title === 'The ranking')!;
    const rows = cellsOf(tables(section.blocks)[0]!);
    expect(rows.map(([, rank, , , score, low, high, mayLead]) => [rank, score, low, high, mayLead])).toEqual(
      appraisal.ranking.map(({ rank, score, low, high, mayLead }) => [
        String(rank),
        ...[score, low, high].map(x => minus(signed(x))),
        mayLead ? 'yes' : 'no',
      ]),
    );
    for (const [, , pro, contra, score] of rows) expect(tenths(pro!) + tenths(contra!)).toBe(tenths(score!));
  }, 150));

it('the reasons for and against a leading option add up to its score, and so do its points by criterion', () =>
  forReports(made => {
    const { appraisal, leading } = made.situations[0]!;
    const [chapter] = reportDocument(made).chapters;
    const section = chapter!.sections.find(({ anchor }) => anchor === 'leading')!;
    const parts = section.blocks.flatMap(block => (block.kind === 'part' ? [block] : []));
    expect(parts.map(({ anchor }) => anchor)).toEqual(leading.map(id => `option-${id}`));
    parts.forEach(({ blocks }, i) => {
      const { score, contributions } = appraisal.ranking.find(({ option }) => option === leading[i])!;
      const [criteria, ...sides] = tables(blocks);
      const reasons = sides.filter(({ total }) => total).flatMap(one => cellsOf(one).slice(0, -1));
      expect(reasons).toHaveLength(contributions.filter(({ weighted }) => weighted !== 0).length);
      const sum = (numbers: string[]) => numbers.reduce((all, text) => all + tenths(text), 0);
      expect(sum(reasons.map(row => row.at(-1)!))).toBe(tenths(signed(score)));
      expect(sum(cellsOf(criteria!).map(([, points]) => points!))).toBe(tenths(signed(score)));
      for (const one of sides.filter(({ total }) => total)) {
        const column = cellsOf(one).map(row => row.at(-1)!);
        expect(sum(column.slice(0, -1))).toBe(tenths(column.at(-1)!));
      }
    });
  }, 150));

it('a fact that is not known is named; the decision matrix and rank acceptabilities are those of the results', () =>
  forReports(made => {
    const { appraisal, robustness } = made.situations[0]!;
    const [chapter] = reportDocument(made).chapters;
    const text = reportMarkdown(made);
    for (const { title } of appraisal.facts.filter(({ point }) => point === 'unknown'))
      expect(text).toContain(title);
    const matrix = cellsOf(tables(chapter!.sections.find(({ anchor }) => anchor === 'matrix')!.blocks)[0]!);
    const criteria = Object.keys(appraisal.weights).sort(
      (a, b) => appraisal.weights[b]! - appraisal.weights[a]!,
    );
    expect(matrix.map(row => row.slice(1))).toEqual(
      appraisal.ranking.map(({ cells }) => criteria.map(id => minus(signed(cells[id]!.value)))),
    );
    if (robustness === null) return;
    const ranks = cellsOf(tables(chapter!.sections.find(({ anchor }) => anchor === 'sureness')!.blocks)[0]!);
    expect(ranks).toHaveLength(robustness.options.length);
    ranks.forEach(([, first], i) => {
      const p = robustness.options[i]!.acceptability[0]!;
      const printed = first!.startsWith('<')
        ? 0
        : first!.startsWith('>')
          ? 1
          : Number.parseFloat(first!) / 100;
      expect(Math.abs(printed - p)).toBeLessThanOrEqual(0.00051);
    });
  }, 100));

it('a report is a sound result: saved and read again it gives the same page', () =>
  forReports(async made => {
    const { results, problem } = validateResult(JSON.stringify(made));
    expect(problem).toBeUndefined();
    expect(await reportHtml(results[0] as Report)).toBe(await reportHtml(made));
  }, 8));

it('nothing is computed anew: the ranking in a report is that of `appraise`', async () => {
  const ruleSet = withRules({});
  const { scenario } = await loadScenario(
    textOf('s.yaml', scenarioData({ facts: {}, perspective: 'p' })),
    ruleSet,
  );
  const part = await partOf(ruleSet, scenario!);
  expect(report([part]).situations[0]!.appraisal).toEqual(await appraise(ruleSet, scenario!));
  expect(() => report([])).toThrow(RangeError);
});
