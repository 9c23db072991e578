import { describe, expect, it } from 'vitest';
import { appraise } from '../../../src/appraise.js';
import { loadScenario } from '../../../src/load.js';
import type { Appraisal } from '../../../src/model/appraisal.js';
import { appraisalPlain } from '../../../src/report/appraisal-plain.js';
import { appraisalText } from '../../../src/report/appraisal-text.js';
import { DEFAULT_OPTIONS, type ReportOptions } from '../../../src/report/options.js';
import { forAll } from '../../support/appraising.js';
import { demarche } from '../../support/cli.js';
import { SCENARIOS, shippedRuleSet, text } from '../../support/shipped.js';

/** A printed number in tenths, so that sums of them are exact. */
const tenths = (number: string) => Math.round(Number(number) * 10);

/** Options whose printed reasons do not add up to the printed score, read off what `appraise` prints. */
function notAdding(text: string, option: RegExp, reason: RegExp): string[] {
  const found: { line: string; score: number; sum: number; reasons: number }[] = [];
  for (const line of text.split('\n')) {
    const score = option.exec(line)?.[1];
    if (score !== undefined) found.push({ line, score: tenths(score), sum: 0, reasons: 0 });
    const points = reason.exec(line)?.[1];
    if (points === undefined) continue;
    found.at(-1)!.sum += tenths(points);
    found.at(-1)!.reasons += 1;
  }
  return found.filter(({ score, sum, reasons }) => reasons > 0 && score !== sum).map(({ line }) => line);
}

const inText = (text: string) =>
  notAdding(text, /^\d+\. .*, ([+-]?\d+\.\d)$/, /^ {2}(?:for|against|others) +([+-]?\d+\.\d) /);
const inPlain = (text: string) =>
  notAdding(
    text.replace(/\n(?!Rank|For|Against|Others|Excluded|Nothing|Left|Undetermined)/g, ' '),
    /^Rank .* Score ([+-]?\d+\.\d)/,
    /^(?:For|Against|Others): ([+-]?\d+\.\d) /,
  );

/** Rows of the ranking whose printed range leaves out the printed score. */
function outside(text: string): string[] {
  const row = / ([+-]?\d+\.\d) +([+-]?\d+)\.\.([+-]?\d+) /;
  return text.split('\n').filter(line => {
    const [score, low, high] = (row.exec(line) ?? []).slice(1).map(Number);
    return score !== undefined && (low! > score || score > high!);
  });
}

const WIDE: ReportOptions = { ...DEFAULT_OPTIONS, width: 200 };
const ways: [string, ReportOptions][] = [
  ['shortened', { ...WIDE, top: 20 }],
  ['whole', { ...WIDE, verbose: true }],
];

describe('4.7 what is printed', () => {
  it('4.7 reads rows that it should read: reasons in every result that has a score', async () => {
    const { out } = await demarche(['appraise', SCENARIOS[0]!]);
    expect(inText(out.replace(/^( {2}for +)\S+/m, '$1+77.7'))).toHaveLength(1);
    const plain = await demarche(['appraise', SCENARIOS[0]!, '--format', 'plain']);
    expect(inPlain(plain.out.replace(/^For: \S+/m, 'For: +77.7'))).toHaveLength(1);
    expect(outside(out.replace(/([+-]\d+)\.\.([+-]\d+)/, '+98..+99'))).toHaveLength(1);
  });

  it.each(ways)(
    '4.7 a %s list of reasons adds up to the score above it, and the range holds it',
    async (_, options) => {
      await forAll((result: Appraisal) => {
        const text = appraisalText(result, options);
        expect([inText(text), outside(text), inPlain(appraisalPlain(result, options))]).toEqual([[], [], []]);
      }, 150);
    },
  );

  it.each(SCENARIOS)('4.7 so it is for %s, whoever judges', async path => {
    const ruleSet = await shippedRuleSet();
    const { scenario } = await loadScenario({ path, text: text(path) }, ruleSet);
    for (const perspective of ruleSet.perspectives.keys()) {
      const result = await appraise(ruleSet, scenario!, { perspective });
      for (const [, options] of ways) {
        const printed = appraisalText(result, options);
        const plain = inPlain(appraisalPlain(result, options));
        expect([inText(printed), outside(printed), plain]).toEqual([[], [], []]);
      }
    }
  });
});
