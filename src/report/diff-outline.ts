import type { ComparedOption, Comparison, OptionStanding } from '../model/comparison.js';
import type { DiffedScenario, JointSituation, LeaderVerdict, RuleSetDiff } from '../model/rule-set-diff.js';
import { changeLines, NOUNS } from './change-words.js';
import { leaders, reasonsOf, shownChange, stands } from './comparison-words.js';
import { count, shortList } from './lists.js';
import type { ReportOptions } from './options.js';
import type { Line, Section } from './outline.js';
import { signed } from './rounding.js';

/** What a change of rules does as an outline, for any format: the answer first, then rules, scenarios and all situations. */
export function diffOutline(diff: RuleSetDiff, options: ReportOptions): Section[] {
  return [
    head(diff),
    ...(diff.changes.length > 0 ? [{ title: 'What changed', lines: diff.changes.flatMap(changeLines) }] : []),
    ...scenarios(diff, options),
    everywhere(diff),
    ...example(diff, options),
    foot(diff),
  ];
}

const plain = (texts: readonly string[], depth = 0): Line[] => texts.map(text => ({ depth, text }));

function head(diff: RuleSetDiff): Section {
  const name = ({ id, version, hash, from }: RuleSetDiff['a']) =>
    `${id} ${version} (${from === null ? '' : `${from}, `}${hash.slice(0, 8)})`;
  return {
    title: `From ${name(diff.a)} to ${name(diff.b)}`,
    lines: plain([`${changed(diff)}.`, `${verdict(diff)}.`]),
  };
}

/** `2 rules and 1 fact changed`, by kind. */
function changed({ changes }: RuleSetDiff): string {
  if (changes.length === 0) return 'Nothing changed';
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  const parts = kinds.flatMap(kind =>
    (['added', 'removed', 'changed', 'renamed'] as const).flatMap(what => {
      const n = changes.filter(one => one.kind === kind && one.what === what).length;
      if (kind === 'rule-set') return n > 0 ? ['what it says of itself changed'] : [];
      return n > 0 ? [`${count(n, ...NOUNS[kind])} ${what}`] : [];
    }),
  );
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What comes of it, in one sentence. */
function verdict({ equivalent, leaders, situations }: RuleSetDiff): string {
  if (situations === 'none') return 'No situation is possible in both, so there is nothing to compare';
  const same =
    equivalent === 'undecided'
      ? 'Time was up before it was known whether any cell or gate can differ'
      : equivalent
        ? situations === 'same'
          ? 'In every possible situation all cells and gates are the same'
          : 'In every situation that both have all cells and gates are the same (one has situations that the other has not, or may have)'
        : 'There are situations in which cells or gates differ';
  const by = (wanted: LeaderVerdict['verdict']) => leaders.filter(one => one.verdict === wanted);
  if (leaders.length === 0) return `${same}; no perspective is in both`;
  const differs = by('differs').length;
  const open = by('undecided').length;
  const all = count(leaders.length, 'perspective');
  const link = (equivalent === true) === differs > 0 ? ', but' : ', and';
  const unknown = open > 0 ? `; by ${open} it is undecided` : '';
  if (differs > 0) return `${same}${link} by ${differs} of ${all} the leader can differ${unknown}`;
  return open === leaders.length
    ? `${same}; whether the leader can differ is undecided`
    : `${same}${equivalent === true ? ', and' : ', but'} the leader cannot differ${open > 0 ? ` by ${leaders.length - open} of ${all}` : ''}${unknown}`;
}

function scenarios({ scenarios }: RuleSetDiff, options: ReportOptions): Section[] {
  if (scenarios.length === 0) return [];
  return [{ title: 'Scenarios', lines: scenarios.flatMap(one => scenarioLines(one, options)) }];
}

function scenarioLines({ path, comparison, diagnostics }: DiffedScenario, options: ReportOptions): Line[] {
  if (comparison)
    return [{ depth: 0, text: `${path}: ${leaders(comparison)}` }, ...movedLines(comparison, options)];
  const wrong = (['a', 'b'] as const).flatMap(side =>
    diagnostics[side].map(
      ({ message, place }) =>
        `${side === 'a' ? 'the first' : 'the second'} does not take it: ${message}${place ? ` (line ${place.line})` : ''}`,
    ),
  );
  return [{ depth: 0, text: `${path} is not a scenario of both` }, ...plain(wrong, 1)];
}

/** Options whose score moved, with what moved them; those whose rank alone did in one line. */
function movedLines({ options }: Comparison, report: ReportOptions): Line[] {
  const moved = options.filter(isMoved);
  const rankOnly = options.filter(option => !isMoved(option) && rankOf(option.a) !== rankOf(option.b));
  const ranks = rankOnly.map(({ title, a, b }) => `${title} ${rankOf(a)} to ${rankOf(b)}`);
  const lines = moved.flatMap((option): Line[] => {
    const by = shownChange(option);
    const head = `${option.title}: from ${stands(option.a)} to ${stands(option.b)}${by === undefined ? '' : `, ${signed(by)}`}`;
    const reasons = reasonsOf(option, report).map(({ points, criterion, text }) =>
      points === '' ? `${criterion}: ${text}` : `${points} ${criterion}: ${text}`,
    );
    return [{ depth: 1, text: head }, ...plain(reasons, 2)];
  });
  if (lines.length === 0 && ranks.length === 0) return [{ depth: 1, text: 'No score moved.' }];
  return [
    ...lines,
    ...(ranks.length > 0
      ? [{ depth: 1, text: `Ranks alone: ${shortList(ranks, report.verbose ? ranks.length : 5)}` }]
      : []),
  ];
}

function isMoved({ a, b, change }: ComparedOption): boolean {
  return change === null ? a?.standing !== b?.standing : change !== 0;
}

function rankOf(standing: OptionStanding | null): number | undefined {
  return standing?.standing === 'ranked' ? standing.rank : undefined;
}

/** What holds of all situations: cells and gates, then the leader by each perspective. */
function everywhere({ equivalent, search, leaders, together, difference }: RuleSetDiff): Section {
  const cells =
    equivalent === true
      ? 'All cells and gates are the same'
      : equivalent === false
        ? `Cells or gates differ, nearest where ${away(difference!)}`
        : `Whether any cell or gate differs is undecided${reach(search)}`;
  const same = leaders.filter(({ verdict }) => verdict === 'same').map(({ perspective }) => perspective);
  const verdicts = leaders.flatMap(({ perspective, verdict, search, example }) => {
    if (verdict === 'same') return [];
    if (verdict === 'undecided')
      return [`${perspective}: whether the leader can differ is undecided${reach(search)}`];
    return [`${perspective}: the leader can differ, nearest where ${away(example!)}`];
  });
  if (same.length > 0) verdicts.push(`${same.join(', ')}: the leader cannot differ`);
  const facts = together.map(({ fact, how }) => `${fact}: ${TOGETHER[how]}`);
  return {
    title: 'In every situation that is possible in both',
    lines: plain([cells, ...verdicts, ...facts]),
  };
}

const TOGETHER: Record<RuleSetDiff['together'][number]['how'], string> = {
  narrowed: 'only the values that both know were looked at',
  agreeing: 'one states what the other derives, and the two have to agree',
  apart: 'each has it in its own way',
  'only-a': 'only the first has this fact: it may be anything',
  'only-b': 'only the second has this fact: it may be anything',
};

function reach({ within, covered }: RuleSetDiff['search']): string {
  const near =
    within === 0
      ? ': time was up before the nearest situations were through'
      : `: time was up, with nothing within ${count(within, 'fact')} of the neutral situation`;
  return covered > 0 && covered < 1 ? `${near}, and ${(100 * covered).toFixed(1)}% of all covered` : near;
}

function away({ differs }: JointSituation): string {
  return differs.length === 0
    ? 'every fact is neutral'
    : `${count(differs.length, 'fact')} ${differs.length === 1 ? 'is' : 'are'} not neutral`;
}

function example({ example, difference }: RuleSetDiff, options: ReportOptions): Section[] {
  if (example)
    return [
      {
        title: `${nearest(example)} in which the leader differs, judged by ${example.perspective}`,
        lines: [
          ...factLines(example),
          { depth: 0, text: leaders(example.comparison) },
          ...movedLines(example.comparison, options),
        ],
      },
    ];
  if (!difference) return [];
  const shown = options.verbose ? difference.cells : difference.cells.slice(0, 8);
  const more = difference.cells.length - shown.length;
  const stand = (out: boolean | null) => (out === null ? 'no option' : out ? 'excluded' : 'not excluded');
  return [
    {
      title: `${nearest(difference)} in which cells or gates differ`,
      lines: [
        ...factLines(difference),
        ...plain([
          ...difference.gates.map(({ option, a, b }) => `${option}: ${stand(a)}, then ${stand(b)}`),
          ...shown.map(
            ({ option, criterion, a, b }) =>
              `${criterion} of ${option}: ${signed(a, 0)}, then ${signed(b, 0)}`,
          ),
          ...(more > 0 ? [`… and ${count(more, 'more cell')}: --verbose shows them`] : []),
        ]),
      ],
    },
  ];
}

function nearest({ smallest }: JointSituation): string {
  return smallest ? 'The smallest situation' : 'A situation, perhaps not the smallest,';
}

function factLines({ differs }: JointSituation): Line[] {
  if (differs.length === 0) return plain(['Every fact is at its neutral value.']);
  const side = { a: ' of the first', b: ' of the second' };
  return plain(
    differs.map(
      ({ fact, side: on, neutral, value }) =>
        `${fact}${on === null ? '' : side[on]}: ${value} (neutral: ${neutral})`,
    ),
  );
}

function foot({ program, command, equivalent, leaders }: RuleSetDiff): Section {
  const isOpen = equivalent === 'undecided' || leaders.some(({ verdict }) => verdict === 'undecided');
  const how = isOpen ? 'exact where decided, no sampling' : 'exact, no sampling';
  const lines = command === null ? [] : plain([`Repeat: ${command}`]);
  return { title: `${program.name} ${program.version}, ${how}`, lines };
}
