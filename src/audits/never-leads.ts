import { type Searched, search, searchesOf } from '../proofs/search.js';
import { waysOf } from '../proofs/violations.js';
import { about, askEach } from './ask.js';
import type { AuditContext, RuleSetAudit } from './context.js';
import { aboveBaseline } from './never-above-baseline.js';

/** Options that stand strictly above all others in no possible situation under any weights. */
export const neverLeads: RuleSetAudit = {
  kind: 'never-leads',
  severity: 'warning',
  title: 'Options that can never lead, whatever the weights',
  run: context => {
    const { ruleSet } = context;
    return askEach(
      [...ruleSet.options.values()],
      ({ id }) => id,
      async ({ id, place }) => {
        const { best, isComplete } = await leading(context, id);
        if (best) return [];
        if (!isComplete) return 'undecided';
        // What never beats the baseline is told so.
        const above = id === ruleSet.baseline ? undefined : await aboveBaseline(context, id);
        if (above?.isComplete && !above.best) return [];
        return {
          about: about({ options: [id] }),
          at: { file: place.file, line: place.line },
          message: `the option \`${id}\` never leads, whatever the weights`,
          proof: 'in no possible situation is there a set of weights that puts it before all others',
          situation: null,
        };
      },
    );
  },
};

/**
 * A search for a situation in which an option leads: by any weights, and beside that by those of each perspective, for what
 * leads at all mostly does by one of these, and bounds on its score are closer there.
 */
function leading({ ruleSet, limit }: AuditContext, option: string): Promise<Searched> {
  const claim = { kind: 'reachable' as const, option };
  const by = [...ruleSet.perspectives.keys()];
  const searches = [by, 'any-weights' as const].flatMap(by =>
    searchesOf(ruleSet, { by }, waysOf({ claim, by }, ruleSet)),
  );
  return search(searches, true, limit());
}
