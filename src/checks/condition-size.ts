import { rootConditions } from '../model/authored.js';
import { expandedSize, expandedSizes, MOST_IN_ALL, MOST_IN_ONE } from '../model/expandable.js';
import type { RuleSetCheck } from './rule-set-check.js';

/** No condition, nor all of them together, grows without bound where the named conditions in it are written out. */
export const conditionSize: RuleSetCheck = ({ authored, report }) => {
  const sizes = expandedSizes(authored.entries.condition);
  const named = new Set(authored.entries.condition.map(({ value }) => value.when));
  let together = 0;
  for (const root of rootConditions(authored)) {
    const size = expandedSize(root.value, id => sizes.get(id) ?? 0);
    if (!Number.isFinite(size)) continue; // It leads to a cycle, which is told as such.
    if (size > MOST_IN_ONE) {
      const message = `the condition of \`${root.id}\` stands for more than ${MOST_IN_ONE} conditions`;
      return report('rule-set/condition-too-large', root, 'key', message, HELP);
    }
    if (named.has(root.value)) continue; // It counts where it is used.
    together += size;
    if (together > MOST_IN_ALL) {
      const message = `up to here, rules and derivations stand for more than ${MOST_IN_ALL} conditions`;
      return report('rule-set/conditions-too-large', root, 'key', message, HELP);
    }
  }
};

const HELP = 'a named condition counts as all that it stands for, wherever it is used';
