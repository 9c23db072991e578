import type { ChangePart, RuleSetChange } from '../model/rule-set-diff.js';
import { conditionWords, leafWords } from './condition-words.js';
import { count, firstFew } from './lists.js';
import type { Line } from './outline.js';
import { signed } from './rounding.js';

const KINDS: Record<RuleSetChange['kind'], string> = {
  'rule-set': 'the rule set',
  criterion: 'criterion',
  perspective: 'perspective',
  option: 'option',
  fact: 'fact',
  condition: 'condition',
  impossible: 'impossible',
  rule: 'rule',
  source: 'source',
};

/** The kind of a thing as one speaks of several: `3 rules`. */
export const NOUNS: Record<RuleSetChange['kind'], readonly [string, string]> = {
  'rule-set': ['head', 'heads'],
  criterion: ['criterion', 'criteria'],
  perspective: ['perspective', 'perspectives'],
  option: ['option', 'options'],
  fact: ['fact', 'facts'],
  condition: ['named condition', 'named conditions'],
  impossible: ['impossible combination', 'impossible combinations'],
  rule: ['rule', 'rules'],
  source: ['source', 'sources'],
};

/** One change, and its parts under it. */
export function changeLines(change: RuleSetChange): Line[] {
  const { kind, id, title, what, was, parts, usedBy } = change;
  const name = kind === 'rule-set' ? KINDS[kind] : `${KINDS[kind]} ${id}`;
  const head = {
    added: `${name} is new${title === null ? '' : `: ${title}`}`,
    removed: `${name} is gone${title === null ? '' : `: ${title}`}`,
    renamed: `${name} was called ${was}, and is otherwise the same`,
    changed: name,
  }[what];
  const used =
    usedBy.length > 0 ? [`${what === 'removed' ? 'was read' : 'read'} by ${usersWords(usedBy)}`] : [];
  const texts = [...parts.flatMap(part => partWords(part, change)), ...used];
  return [{ depth: 0, text: head }, ...texts.map(text => ({ depth: 1, text }))];
}

function usersWords(users: readonly string[]): string {
  const shown = firstFew(users, 4);
  const more = users.length - shown.length;
  return `${count(users.length, 'rule')}: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What one part of a change says, in whole sentences without a subject. */
function partWords(part: ChangePart, { kind, what }: RuleSetChange): string[] {
  switch (part.part) {
    case 'effect':
      return [effectWords(part, what)];
    case 'comparison':
      return [comparisonWords(part, kind)];
    case 'condition':
      return conditionChange(part, what);
    case 'list':
      return [
        ...(part.added.length > 0 ? [`${part.field} added: ${part.added.join(', ')}`] : []),
        ...(part.removed.length > 0 ? [`${part.field} removed: ${part.removed.join(', ')}`] : []),
      ];
    case 'text':
      return [textWords(part)];
  }
}

function effectWords(
  { option, criterion, a, b }: Extract<ChangePart, { part: 'effect' }>,
  what: RuleSetChange['what'],
): string {
  const where = criterion === null ? option : `to ${criterion} of ${option}`;
  if (a !== null && b !== null) return `now adds ${points(b)}, not ${points(a)}, ${where}`;
  const value = (b ?? a)!;
  if (value === 'excluded')
    return `${{ added: 'excludes', removed: 'excluded', changed: b ? 'now excludes' : 'no longer excludes', renamed: '' }[what]} ${where}`;
  const verb = {
    added: 'adds',
    removed: 'added',
    changed: b === null ? 'no longer adds' : 'now also adds',
    renamed: '',
  }[what];
  return `${verb} ${points(value)} ${where}`;
}

function points(value: number | 'excluded'): string {
  return value === 'excluded' ? 'an exclusion' : signed(value, 0);
}

const REACHES = { atLeast: 'from', atMost: 'up to' } as const;

function comparisonWords(
  { field, isRequired, a, b }: Extract<ChangePart, { part: 'comparison' }>,
  kind: RuleSetChange['kind'],
): string {
  const of = field === 'when' ? '' : `${field}: `;
  if (isRequired && field === 'when' && a.operator === b.operator && a.operator in REACHES) {
    const verb = kind === 'rule' ? 'fires' : 'holds';
    return `${verb} ${REACHES[a.operator as keyof typeof REACHES]} ${b.fact} ${b.value}, not ${a.value}`;
  }
  return `${of}asks whether ${leafWords(b)}, not whether ${leafWords(a)}`;
}

/** A condition holds, or that a fact is derived so. */
function conditionChange(
  { field, a, b }: Extract<ChangePart, { part: 'condition' }>,
  what: RuleSetChange['what'],
): string[] {
  const verb = field === 'when' ? (what === 'removed' ? 'held' : 'holds') : field;
  if (a !== null && b !== null)
    return [`now ${verb} where ${conditionWords(b)}`, `before that: where ${conditionWords(a)}`];
  if (b !== null) return [`${verb} where ${conditionWords(b)}`];
  return [`${what === 'removed' ? '' : 'no longer '}${verb} where ${conditionWords(a!)}`];
}

function textWords({ field, a, b }: Extract<ChangePart, { part: 'text' }>): string {
  if (a === null) return `${field} is new: ${b}`;
  if (b === null) return `${field} is gone, which was: ${a}`;
  const isShort = a.length + b.length < 50 && !/[,.]/.test((a + b).replace(/\d\.\d/g, ''));
  return isShort ? `${field} is now ${b}, not ${a}` : `${field} is now: ${b} (before: ${a})`;
}
