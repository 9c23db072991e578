import { factsOf, partsOfFact } from '../model/derivation.js';
import { citations } from './references.js';
import { inside, type RuleSetCheck, type RuleSetContext } from './rule-set-check.js';

/** Nothing is declared in vain: options, criteria, facts, named conditions and sources are all used by some rule. */
export const unused: RuleSetCheck = context => {
  const { authored, conditions, nearest } = context;
  const { entries, declared } = authored;
  if (!declared.rule || !declared.fact || !declared.condition) return;
  /** The ids, and for each that is unknown the one that it may be meant for: of that it is told already. */
  const meant = (kind: keyof typeof declared, ids: readonly string[]) => {
    const unknown = [...new Set(ids)].filter(id => declared[kind] && !declared[kind].has(id));
    return new Set([...ids, ...unknown.flatMap(id => nearest(kind, id) ?? [])]);
  };
  const effects = entries.rule.flatMap(({ value }) => value.then);
  const scored = meant(
    'option',
    effects.flatMap(({ option, options }) => options ?? option ?? []),
  );
  const weighed = meant(
    'criterion',
    effects.flatMap(({ criterion }) => criterion ?? []),
  );
  const named = meant(
    'condition',
    conditions.flatMap(({ value }) => value.condition ?? []),
  );
  const cited = meant(
    'source',
    citations(authored).map(({ citation }) => citation.split('#')[0]!),
  );
  const broken = declared.rule.size !== new Set(entries.rule.map(({ id }) => id)).size;
  if (broken) return;
  const asked = meant(
    'fact',
    conditions.flatMap(({ value }) => value.fact ?? []),
  );
  reportUnused({ scored, weighed, named, cited, asked }, context);
};

/** The ids of each kind that some rule uses or is meant to. */
type Used = Record<'scored' | 'weighed' | 'named' | 'cited' | 'asked', ReadonlySet<string>>;

function reportUnused({ scored, weighed, named, cited, asked }: Used, context: RuleSetContext): void {
  const { authored, ruleSet, report } = context;
  const { entries, declared, header } = authored;
  const { baseline } = header.value;
  for (const option of baseline !== undefined && declared.option?.has(baseline) ? entries.option : []) {
    if (option.id === baseline || scored.has(option.id)) continue;
    report(
      'rule-set/untouched-option',
      option,
      'key',
      `no rule scores or excludes the option \`${option.id}\``,
    );
  }
  for (const criterion of entries.criterion) {
    if (weighed.has(criterion.id)) continue;
    report(
      'rule-set/untouched-criterion',
      criterion,
      'key',
      `no rule scores anything on \`${criterion.id}\``,
    );
  }
  const read = new Set(ruleSet.rules.flatMap(({ when }) => factsOf(when)));
  const decides = new Set([...read].flatMap(id => [id, ...partsOfFact(id, ruleSet.facts)]));
  for (const fact of entries.fact) {
    if (decides.has(fact.id) || (ruleSet.rules.length < entries.rule.length && asked.has(fact.id))) continue;
    report('rule-set/unread-fact', fact, 'key', `no rule reads the fact \`${fact.id}\``);
  }
  for (const condition of entries.condition) {
    if (named.has(condition.id)) continue;
    report('rule-set/unused-condition', condition, 'key', `nothing uses the condition \`${condition.id}\``);
  }
  for (const source of entries.source) {
    if (cited.has(source.id)) continue;
    report('rule-set/unused-source', inside(source), 'key', `nothing cites the source \`${source.id}\``);
  }
}
