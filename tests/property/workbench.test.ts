import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { appraise, loadScenario, type RuleSet, type ScenarioFile } from '../../src/index.js';
import { ruleSetArbitrary } from '../../src/testing/rule-sets.js';
import { scenarioFileArbitrary } from '../../src/testing/scenarios.js';
import { fromJson, toJson } from '../../src/workbench/data.js';
import { judge, read } from '../../src/workbench/judge.js';
import { commentsIn } from '../../src/workbench/state/comments.js';
import { exported } from '../../src/workbench/state/export.js';
import { fromFragment, toFragment } from '../../src/workbench/state/link.js';
import { reduce, startFrom, type Work } from '../../src/workbench/state/work.js';
import { shippedRuleSet, text } from '../support/shipped.js';

const shipped = await shippedRuleSet();
const MYANMAR = text('scenarios/myanmar-2025.yaml');

/** A scenario as its author might have put it: in any layout, with comments wherever they can stand. */
function laidOut(file: ScenarioFile, flow: boolean, comments: readonly boolean[]): string {
  const plain = stringify(file, { collectionStyle: flow ? 'flow' : 'any', lineWidth: 60 });
  if (flow) return `# before\n${plain}# after\n`;
  let n = 0;
  return plain
    .split('\n')
    .map((line, i) => {
      if (!comments[i % comments.length] || !/^ *[\w-]+: *\S*$/.test(line) || /[>|]/.test(line)) return line;
      n += 1;
      return `${line} # comment ${n}`;
    })
    .join('\n');
}

/** Some work on a scenario: what another says of some facts, and by what it judges. */
function workArbitrary(ruleSet: RuleSet, original: ScenarioFile, base: Work['base']): fc.Arbitrary<Work> {
  return fc
    .record({
      other: scenarioFileArbitrary(ruleSet),
      facts: fc.subarray([...ruleSet.facts.keys()]),
      judged: fc.boolean(),
    })
    .map(({ other, facts, judged }) => {
      const said = facts.flatMap(id =>
        other.facts[id] === undefined ? [] : [[id, other.facts[id]] as const],
      );
      const stated = reduce(startFrom(base), { do: 'apply', facts: Object.fromEntries(said), original });
      if (!judged) return stated;
      return other.weights
        ? reduce(stated, { do: 'weigh', weights: other.weights })
        : reduce(stated, { do: 'judge-by', perspective: other.perspective!, original });
    });
}

const caseArbitrary = ruleSetArbitrary().chain(ruleSet =>
  fc
    .record({
      file: scenarioFileArbitrary(ruleSet),
      left: fc.subarray([...ruleSet.facts.keys()]),
      flow: fc.boolean(),
      comments: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
    })
    .chain(({ file, left, flow, comments }) => {
      const facts = Object.fromEntries(Object.entries(file.facts).filter(([id]) => !left.includes(id)));
      const original = { ...file, facts };
      const base = { path: 's.yaml', text: laidOut(original, flow, comments) };
      return workArbitrary(ruleSet, original, base).map(work => ({ ruleSet, work, base }));
    }),
);

it('whatever is changed, the exported file says the same as the page, and keeps every comment', async () => {
  await fc.assert(
    fc.asyncProperty(caseArbitrary, async ({ ruleSet, work, base }) => {
      const fresh = read(base);
      const out = exported(fresh.parsed.authored!, work.a, ruleSet);
      const [page, file] = [
        await judge(fresh, work.a, ruleSet),
        await loadScenario({ ...base, text: out }, ruleSet),
      ];
      expect(file.scenario?.hash).toBe(page.scenario?.hash);
      if (page.scenario) {
        const appraisal = await appraise(ruleSet, file.scenario!);
        expect(page.appraisal.ranking.map(({ option, rank, score }) => [option, rank, score])).toEqual(
          appraisal.ranking.map(({ option, rank, score }) => [option, rank, score]),
        );
      }
      const sorted = (text: string) =>
        commentsIn(text)
          .map(({ text }) => text.trim())
          .sort();
      expect(sorted(out)).toEqual(sorted(base.text));
    }),
    { numRuns: 60 },
  );
}, 300_000);

it('changes of the shipped scenario are written into its file, comments and untouched lines as they were', async () => {
  const base = { path: 'myanmar-2025.yaml', text: MYANMAR };
  const fresh = read(base);
  const original = fresh.parsed.authored!.value;
  await fc.assert(
    fc.asyncProperty(workArbitrary(shipped, original, base), async work => {
      const out = exported(fresh.parsed.authored!, work.a, shipped);
      const page = await judge(fresh, work.a, shipped);
      const file = await loadScenario({ ...base, text: out }, shipped);
      expect(file.scenario?.hash).toBe(page.scenario?.hash);
      expect(commentsIn(out).map(({ text }) => text)).toEqual(commentsIn(MYANMAR).map(({ text }) => text));
      const sources = (text: string) => text.slice(text.indexOf('sources:'), text.indexOf('\nfacts:'));
      expect(sources(out)).toBe(sources(MYANMAR));
    }),
    { numRuns: 40 },
  );
}, 300_000);

it('any work comes back from its link', async () => {
  await fc.assert(
    fc.asyncProperty(
      caseArbitrary,
      fc.boolean(),
      fc.constantFrom('a' as const, 'b' as const),
      fc.option(fc.string()),
      async ({ ruleSet, work, base }, beside, on, option) => {
        const home = { ruleSet: ruleSet.hash, scenario: 'f'.repeat(64), source: base, isHeld: false };
        const two = beside ? reduce(reduce(work, { do: 'set-beside' }), { do: 'work-on', on }) : work;
        for (const at of [home, { ...home, source: { path: 'other', text: '' } }]) {
          const linked = { work: two, option };
          expect(await fromFragment(await toFragment(linked, at), at)).toEqual(linked);
        }
      },
    ),
    { numRuns: 40 },
  );
}, 300_000);

it('any rule set is the same after its way into the page', () => {
  fc.assert(
    fc.property(ruleSetArbitrary(), ruleSet => {
      const data = { ruleSet: { ...ruleSet, properties: [] }, scenario: { path: 'p', text: 't' } };
      expect(fromJson(toJson(data))).toEqual(data);
    }),
    { numRuns: 40 },
  );
});
