import { didYouMean } from '../diagnostics/suggest.js';
import { inside, type RuleSetCheck } from './rule-set-check.js';

/** The baseline is a declared option, and no rule scores or excludes it. */
export const baseline: RuleSetCheck = ({ authored, knows, report }) => {
  const { header, entries, declared } = authored;
  const { file } = header;
  const { baseline } = header.value;
  if (!file || baseline === undefined) return;
  if (!knows('option', baseline)) {
    const help = didYouMean(baseline, declared.option ?? []);
    const message = `the baseline \`${baseline}\` is not an option`;
    report('rule-set/unknown-baseline', { file, pointer: ['baseline'] }, 'value', message, help);
  }
  for (const rule of entries.rule) {
    rule.value.then.forEach(({ option, options }, i) => {
      const at = inside(rule, 'then', i);
      const message = `\`${baseline}\` is the baseline: its cells are 0 by definition`;
      const help = 'points measure the difference from it: score the other options';
      if (option === baseline)
        report('rule-set/baseline-effect', inside(at, 'option'), 'value', message, help);
      const j = options?.indexOf(baseline) ?? -1;
      if (j >= 0) report('rule-set/baseline-effect', inside(at, 'options', j), 'value', message, help);
    });
  }
};
