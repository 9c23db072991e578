import { rootConditions } from '../model/authored.js';
import { DEEPEST, extentOf, MOST_IN_ALL, MOST_IN_ONE, namedExtents } from '../model/expandable.js';
import type { RuleSetCheck } from './rule-set-check.js';

/** No condition, nor all of them together, grows without bound where the named conditions in it are written out. */
export const conditionSize: RuleSetCheck = ({ authored, report }) => {
  const extents = namedExtents(authored.entries.condition);
  const named = new Set(authored.entries.condition.map(({ value }) => value.when));
  let together = 0;
  for (const root of rootConditions(authored)) {
    const { size, depth } = extentOf(root.value, id => extents.get(id));
    if (!Number.isFinite(size)) continue; // It leads to a cycle, which is told as such.
    const too =
      size > MOST_IN_ONE
        ? `stands for more than ${MOST_IN_ONE} conditions`
        : depth > DEEPEST && `is more than ${DEEPEST} conditions deep`;
    if (too) {
      return report(
        'rule-set/condition-too-large',
        root,
        'key',
        `the condition of \`${root.id}\` ${too}`,
        HELP,
      );
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
