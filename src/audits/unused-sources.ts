import { about } from './ask.js';
import type { RuleSetAudit } from './context.js';

/** Sources that nothing cites: what `check` found of them. */
export const unusedSources: RuleSetAudit = {
  kind: 'unused-source',
  severity: 'warning',
  title: 'Sources that are never cited',
  run: ({ ruleSet, checked }) => ({
    asked: ruleSet.sources.size,
    findings: checked
      .filter(({ code }) => code === 'rule-set/unused-source')
      .map(({ message, place }) => ({
        about: about({ sources: [...ruleSet.sources.keys()].filter(id => message.includes(`\`${id}\``)) }),
        at: place ? { file: place.file, line: place.line } : null,
        message,
        proof: null,
        situation: null,
      })),
    undecided: [],
  }),
};
