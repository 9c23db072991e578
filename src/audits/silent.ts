import type { AuditSituation } from '../model/audit.js';
import { type Condition, not } from '../model/condition.js';
import type { RuleSet } from '../model/rule-set.js';
import { shortList } from '../report/lists.js';
import { about, askEach } from './ask.js';
import type { Asked, AuditContext, RuleSetAudit, Told } from './context.js';
import { othersThanBaseline } from './never-above-baseline.js';
import { seek, shown } from './situations.js';

/** Options about which no rule says anything in some possible situation, together where the smallest is the same. */
export const silent: RuleSetAudit = {
  kind: 'silent',
  severity: 'note',
  title: 'Situations in which no rule speaks about an option',
  run: async context => {
    const found = new Map<string, { options: string[]; situation: AuditSituation }>();
    const asked = await askEach(
      othersThanBaseline(context.ruleSet),
      ({ id }) => id,
      async ({ id }) => {
        const { situation, isComplete } = await whereSilent(context, id);
        if (!situation) return isComplete ? [] : 'undecided';
        const key = JSON.stringify(situation.differs);
        const known = found.get(key) ?? { options: [], situation };
        found.set(key, { ...known, options: [...known.options, id] });
        return [];
      },
    );
    return { ...asked, findings: [...found.values()].map(one => told(one, context.ruleSet)) } satisfies Asked;
  },
};

async function whereSilent(context: AuditContext, option: string) {
  const { ruleSet } = context;
  const speaking = ruleSet.rules.filter(({ effects }) => effects.some(effect => effect.option === option));
  const when: Condition = { kind: 'all', of: speaking.map(rule => not(rule.when)) };
  const searched = await seek(context, speaking.length > 0 ? { when } : {}, false);
  const found = await shown(ruleSet, searched, ({ fires }) => !speaking.some(({ id }) => fires.has(id)));
  return { situation: found?.situation, isComplete: searched.isComplete };
}

function told(
  { options, situation }: { options: string[]; situation: AuditSituation },
  ruleSet: RuleSet,
): Told {
  const [first, ...others] = options;
  const place = others.length === 0 ? ruleSet.options.get(first!)!.place : undefined;
  const where = situation.differs.length === 0 ? 'in the neutral situation' : 'there is a situation in which';
  const names = shortList(
    options.map(id => `\`${id}\``),
    20,
  );
  return {
    about: about({ options }),
    at: place ? { file: place.file, line: place.line } : null,
    message: `${where} no rule speaks about ${names}`,
    proof: null,
    situation,
  };
}
