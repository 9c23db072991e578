import { points } from '../../charts/points.js';
import type {
  ListedEffect,
  ListedRule,
  NotFiredRule,
  Seen,
  UndeterminedRule,
} from '../../model/appraisal.js';
import { count } from '../../report/lists.js';
import { type Block, brief, type Inline, type Section, type Text, table, text } from '../document.js';
import { cites, comparison, criterion, fact, lacking, option, seen, type Told } from '../told.js';

/** Rules that fired, rules that are undetermined and rules that did not fire. */
export function rulesSection(told: Told): Section {
  const { undetermined, notFired } = told.appraisal;
  const fired = firedRules(told);
  return {
    anchor: `${told.prefix}rules`,
    title: 'The rules',
    blocks: [
      text(
        `${count(fired.length, 'rule')} applied here, ${undetermined.length} ${undetermined.length === 1 ? 'is' : 'are'} undetermined ` +
          `because of facts that are not known, and ${notFired.length} did not apply. Points here are before weighing.`,
      ),
      ...part(
        `Rules that applied (${fired.length})`,
        'Rules that applied',
        ['Rule', 'What it does', 'Because'],
        fired.map(rule => firedRow(told, rule)),
      ),
      ...part(
        `Rules that are undetermined (${undetermined.length})`,
        'Undetermined rules',
        ['Rule', 'What it would do', 'Hangs on'],
        undetermined.map(rule => openRow(told, rule)),
      ),
      ...part(
        `Rules that did not apply (${notFired.length})`,
        'Rules that did not apply',
        ['Rule', 'What it would have done', 'What stopped it'],
        notFired.map(rule => stoppedRow(told, rule)),
      ),
    ],
  };
}

function part(
  summary: string,
  caption: string,
  head: readonly string[],
  rows: readonly (string | Text)[][],
): Block[] {
  if (rows.length === 0) return [];
  return [{ kind: 'more', summary, blocks: [{ kind: 'table', table: table(caption, head, rows) }] }];
}

type Fired = Pick<ListedRule, 'rule' | 'title' | 'reason' | 'sources' | 'reads' | 'at' | 'effects'> & {
  evidence: string;
};

/** Each rule that fired once, with all that it did to options that are ranked or excluded; in order of id. */
function firedRules({ appraisal }: Told): Fired[] {
  const found = new Map<string, Fired>();
  const add = (one: Omit<Fired, 'effects'>, effect: ListedEffect) => {
    const known = found.get(one.rule) ?? { ...one, effects: [] };
    found.set(one.rule, { ...known, effects: [...known.effects, effect] });
  };
  for (const { option: id, contributions } of appraisal.ranking)
    for (const one of contributions) {
      const { rule, title, reads, at, evidence } = one;
      if (rule === null || title === undefined || !reads || !at) continue;
      const { reason, sources, criterion, points } = one;
      add(
        { rule, title, reads, at, evidence: evidence ?? '', reason, sources },
        { option: id, criterion, points },
      );
    }
  for (const { option: id, gates } of appraisal.excluded)
    for (const { trace: _, certain: __, ...gate } of gates) add(gate, { option: id, exclude: true });
  return [...found.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1));
}

/** A rule with its place: the file alone, for the id is unique and a whole path would widen the column. */
function named({ rule, title, at, evidence }: Pick<Fired, 'rule' | 'title' | 'at' | 'evidence'>): Text {
  const file = at.file.split('/').at(-1);
  return [{ strong: brief(title) }, ` (${evidence} evidence) `, { id: `${rule}, ${file}:${at.line}` }];
}

function effects(told: Told, done: readonly ListedEffect[]): string {
  const byPoints = new Map<string, string[]>();
  for (const one of done) {
    const key =
      'points' in one
        ? `${points(one.points, 0)} ${criterion(one.criterion).toLowerCase()} for`
        : 'rules out';
    byPoints.set(key, [...(byPoints.get(key) ?? []), option(told, one.option)]);
  }
  return [...byPoints].map(([what, options]) => `${what} ${options.join(', ')}`).join('; ');
}

function firedRow(told: Told, rule: Fired): (string | Text)[] {
  const reads = rule.reads.map(({ fact: id, saw }) => readWords(told, id, saw)).join('; ');
  const because: Inline[] = [`${rule.reason} `, ...cites(told, rule.sources), ' ', { id: `Read: ${reads}` }];
  return [named(rule), effects(told, rule.effects), because];
}

function readWords(told: Told, id: string, saw: Seen): string {
  return `${fact(told, id)} = ${seen(told, id, saw)}`;
}

function openRow(told: Told, rule: UndeterminedRule): (string | Text)[] {
  return [
    named(rule),
    effects(told, rule.effects),
    [`Whether ${lacking(told, rule.trace)} `, ...cites(told, rule.sources)],
  ];
}

function stoppedRow(told: Told, rule: NotFiredRule): (string | Text)[] {
  const stopped = rule.stoppedBy.map(
    leaf => `${comparison(told, leaf)}: it is ${seen(told, leaf.fact, leaf.saw)}`,
  );
  return [named(rule), effects(told, rule.effects), [...new Set(stopped)].join('; ')];
}
