import { possibilities } from '../cases/possible.js';
import { type Condition, not, partsOf } from '../model/condition.js';
import type { Possible } from '../model/implication.js';
import { type Needless, needlessParts } from '../model/needless.js';
import type { RuleSet } from '../model/rule-set.js';
import { conditionWords } from '../report/condition-words.js';
import { about } from './ask.js';
import { conflictIn, reason } from './conflict.js';
import type { Asked, AuditContext, RuleSetAudit, Told } from './context.js';

/** Parts of conditions without which they would hold in the same possible situations. */
export const simplifiable: RuleSetAudit = {
  kind: 'simplifiable',
  severity: 'note',
  title: 'Parts of conditions that can be left out',
  run: context => {
    const result: Asked = { asked: 0, findings: [], undecided: [] };
    for (const root of rootsOf(context)) {
      const { ruleSet, when, given, possible } = root;
      // Of what always or never holds, every part could be left out.
      const isOpen = [when, not(when)].every(one => possible({ kind: 'all', of: [...given, one] }) !== false);
      if (!isOpen) continue;
      const { needless, undecided } = needlessParts(when, possible, given);
      result.asked += partsIn(when);
      result.findings.push(...needless.map(one => told(root, one, ruleSet)));
      if (undecided > 0) result.undecided.push(`${undecided} of ${root.name}`);
    }
    return result;
  },
};

/** A condition as it is written somewhere, and what holds wherever it is asked. */
interface Root {
  name: string;
  rules: readonly string[];
  facts: readonly string[];
  at: { file: string; line: number };
  when: Condition;
  given: readonly Condition[];
  /** The rule set whose possible situations it is about. */
  ruleSet: RuleSet;
  possible: Possible;
}

function rootsOf({ ruleSet, live, possible }: AuditContext): Root[] {
  const base = { rules: [], facts: [], given: [], ruleSet, possible };
  const placed = ({ place: { file, line } }: { place: { file: string; line: number } }) => ({ file, line });
  return [
    ...live.map(rule => ({ ...base, name: rule.id, rules: [rule.id], at: placed(rule), when: rule.when })),
    ...[...ruleSet.conditions.values()].map(one => ({
      ...base,
      ...{ name: `the condition ${one.id}`, at: placed(one), when: one.when },
    })),
    // An entry is asked only where none before it holds.
    ...[...ruleSet.facts.values()].flatMap(fact =>
      (fact.derive ?? []).flatMap(({ value, when }, i, entries) =>
        when
          ? [
              {
                ...{ ...base, name: `${fact.id} ${value}`, facts: [fact.id], at: placed(fact), when },
                given: entries.slice(0, i).flatMap(before => (before.when ? [not(before.when)] : [])),
              },
            ]
          : [],
      ),
    ),
    // What is impossible is so apart from what else is.
    ...ruleSet.impossible.map(one => {
      const others = { ...ruleSet, impossible: ruleSet.impossible.filter(other => other !== one) };
      const name = `what is impossible by ${one.id}`;
      return {
        ...base,
        name,
        at: placed(one),
        when: one.when,
        ruleSet: others,
        possible: possibilities(others),
      };
    }),
  ];
}

/** How many parts it has that could be left out: those of every `all` and `any` that has several. */
function partsIn(condition: Condition): number {
  if (condition.kind === 'named') return 0;
  const parts = partsOf(condition);
  return parts.reduce((sum, part) => sum + partsIn(part), parts.length > 1 ? parts.length : 0);
}

function told({ name, rules, facts, at }: Root, one: Needless, ruleSet: RuleSet): Told {
  const { part, kind, where } = one;
  return {
    about: about({ rules: [...rules], facts: [...facts] }),
    at: { file: at.file, line: lineIn(part) ?? at.line },
    message: `${conditionWords(part)} can be left out of ${name}`,
    proof: proofOf(part, kind, where, ruleSet),
    situation: null,
  };
}

/** `it is true wherever a is high`: of an `all` what brings it about, of an `any` what makes it no matter. */
function proofOf(
  part: Condition,
  kind: 'all' | 'any',
  where: readonly Condition[],
  ruleSet: RuleSet,
): string {
  const turned = kind === 'all' ? not(part) : part;
  const { conditions: others, ...why } = conflictIn(ruleSet, where, turned);
  if (others.length === 0) return `it is always ${kind === 'all'}${reason(why)}`;
  const isUndone = kind === 'any' && others.every(condition => condition.kind === 'not');
  if (!isUndone)
    return `it is ${kind === 'all'} wherever ${others.map(conditionWords).join(' and ')}${reason(why)}`;
  const instead = others.map(condition => conditionWords((condition as { of: Condition }).of));
  return `wherever it holds, ${instead.join(' or ')} does too${reason(why)}`;
}

/** The line of the first comparison in a condition, if it is written there. */
function lineIn(condition: Condition): number | undefined {
  if (condition.kind === 'leaf') return condition.line;
  if (condition.kind === 'named') return undefined;
  for (const part of partsOf(condition)) {
    const line = lineIn(part);
    if (line !== undefined) return line;
  }
  return undefined;
}
