import { inside, type RuleSetCheck } from './rule-set-check.js';

/** More confidence is never less sure, stronger evidence never further off, and no difference is preferred that is indifferent. */
export const assumptions: RuleSetCheck = ({ authored: { header, entries }, report }) => {
  for (const criterion of entries.criterion) {
    const { indifference, preference } = criterion.value.thresholds ?? { indifference: 0, preference: 0 };
    if (!(indifference > preference)) continue;
    const message = '`indifference` cannot be above `preference`';
    report('rule-set/scale', inside(criterion, 'thresholds', 'indifference'), 'value', message);
  }
  const { file, value } = header;
  if (!file) return;
  const check = (key: 'confidence' | 'evidence', order: readonly string[], words: string) => {
    const shares: Readonly<Record<string, number>> = value[key] ?? {};
    for (const [i, lower] of order.slice(1).entries()) {
      const higher = order[i]!;
      if (!(shares[lower]! > shares[higher]!)) continue;
      const message = `\`${lower}\` ${words} \`${higher}\``;
      report('rule-set/scale', inside({ file, pointer: [key] }, lower), 'value', message);
    }
  };
  check('confidence', ['high', 'medium', 'low'], 'cannot be surer than');
  check('evidence', ['weak', 'moderate', 'strong'], 'cannot be further off than');
};
