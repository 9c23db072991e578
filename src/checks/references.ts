import type { Code } from '../diagnostics/codes.js';
import { meaning } from '../diagnostics/suggest.js';
import type { AuthoredRuleSet } from '../model/authored.js';
import { inside, type RuleSetCheck, type RuleSetContext, type Spot } from './rule-set-check.js';

/** Every fact, option, criterion, condition and source that is named is declared. */
export const references: RuleSetCheck = context => {
  const { authored, conditions } = context;
  for (const condition of conditions) {
    const { fact, condition: named } = condition.value;
    if (fact !== undefined) known(context, 'fact', fact, inside(condition, 'fact'));
    if (named !== undefined) known(context, 'condition', named, inside(condition, 'condition'));
  }
  for (const rule of authored.entries.rule) {
    rule.value.then.forEach(({ option, options, criterion }, i) => {
      const at = inside(rule, 'then', i);
      if (option !== undefined) known(context, 'option', option, inside(at, 'option'));
      options?.forEach((one, j) => {
        known(context, 'option', one, inside(at, 'options', j));
      });
      if (criterion !== undefined) known(context, 'criterion', criterion, inside(at, 'criterion'));
    });
  }
  for (const { citation, at } of citations(authored)) known(context, 'source', citation.split('#')[0]!, at);
};

const CODE_OF = {
  fact: 'rule-set/unknown-fact',
  option: 'rule-set/unknown-option',
  criterion: 'rule-set/unknown-criterion',
  condition: 'rule-set/unknown-condition',
  source: 'rule-set/unknown-source',
} as const satisfies Record<string, Code>;

function known(context: RuleSetContext, kind: keyof typeof CODE_OF, id: string, spot: Spot): void {
  if (context.knows(kind, id)) return;
  const help = meaning(context.nearest(kind, id));
  context.report(CODE_OF[kind], spot, 'value', `unknown ${kind} \`${id}\``, help);
}

/** Every citation of the rule set, with its place. */
export function citations({ entries }: AuthoredRuleSet): { citation: string; at: Spot }[] {
  const citing = [...entries.rule, ...entries.fact, ...entries.option, ...entries.perspective];
  const lists = citing.flatMap(entry =>
    (entry.value.sources ?? []).map((citation, i) => ({ citation, at: inside(entry, 'sources', i) })),
  );
  const priors = entries.fact.flatMap(entry => {
    const source = entry.value.prior?.source;
    return source === undefined || source === 'assumption'
      ? []
      : [{ citation: source, at: inside(entry, 'prior', 'source') }];
  });
  const swings = entries.perspective.flatMap(entry =>
    Object.entries(entry.value.swings ?? {}).flatMap(([criterion, { sources }]) =>
      typeof sources === 'string'
        ? []
        : sources.map((citation, i) => ({
            citation,
            at: inside(entry, 'swings', criterion, 'sources', i),
          })),
    ),
  );
  return [...lists, ...priors, ...swings];
}
