import { sourceId } from '../model/citation.js';
import { isOnRecalledAlone } from '../model/grounds.js';
import type { Rule, RuleSet } from '../model/rule-set.js';
import { count } from '../report/lists.js';
import { about } from './ask.js';
import type { RuleSetAudit, Told } from './context.js';

/** Rules for which nobody has read a source, and those whose evidence is weak. */
export const weakGround: RuleSetAudit = {
  kind: 'weak-ground',
  severity: 'note',
  title: 'Rules on weak ground',
  run: ({ ruleSet }) => {
    const { rules } = ruleSet;
    const unread = rules.filter(
      ({ sources }) =>
        isOnRecalledAlone(sources, ruleSet.sources) ||
        !sources.some(citation => ruleSet.sources.has(sourceId(citation))),
    );
    const weak = rules.filter(({ evidence }) => evidence === 'weak');
    return {
      asked: rules.length,
      findings: [...unread.map(rule => onUnread(rule, ruleSet)), ...together(weak, rules.length)],
      undecided: [],
    };
  },
};

function onUnread({ id, sources, place }: Rule, ruleSet: RuleSet): Told {
  const cited = [...new Set(sources.map(citation => sourceId(citation)))].filter(id =>
    ruleSet.sources.has(id),
  );
  return {
    about: about({ rules: [id], sources: cited }),
    at: { file: place.file, line: place.line },
    message:
      cited.length === 0
        ? `the rule \`${id}\` has no source`
        : `the rule \`${id}\` rests on what is only recalled: ${cited.join(', ')}`,
    proof: null,
    situation: null,
  };
}

function together(weak: readonly Rule[], all: number): Told[] {
  if (weak.length === 0) return [];
  const message = `${weak.length} of ${count(all, 'rule')} rest on weak evidence`;
  return [
    { about: about({ rules: weak.map(({ id }) => id) }), at: null, message, proof: null, situation: null },
  ];
}
