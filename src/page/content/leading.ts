import { points } from '../../charts/points.js';
import type { Contribution, RankedOption } from '../../model/appraisal.js';
import { roundParts } from '../../report/rounding.js';
import {
  type Block,
  brief,
  type Inline,
  type Section,
  type Table,
  type Text,
  table,
  text,
} from '../document.js';
import { cites, criterion, option, type Told } from '../told.js';
import { failures } from './failures.js';
import { sides } from './ranking.js';
import { sourceWords } from './sources.js';

/** For each leading option the case for, the case against, when it would fail, and on what sources that rests. */
export function leadingSection(told: Told): Section {
  const blocks = told.leading.flatMap((id): Block[] => {
    const one = told.appraisal.ranking.find(({ option }) => option === id);
    return one ? [optionPart(told, one)] : [];
  });
  const none = text('No option but the baseline is ranked.');
  return {
    anchor: `${told.prefix}leading`,
    title: told.leading.length === 1 ? 'The leading option' : 'The leading options',
    blocks: blocks.length > 0 ? blocks : [none],
  };
}

/** A contribution with its points as they are shown: those of an option add up to its score as that is shown. */
interface Shown extends Contribution {
  shown: number;
}

/** All contributions of an option that weigh anything: those of each side add up to that side as the ranking shows it. */
export function shownContributions(one: RankedOption): Shown[] {
  const { pro, contra } = sides(one);
  return [...rounded(one, 1, pro), ...rounded(one, -1, contra)];
}

function rounded({ contributions }: RankedOption, sign: 1 | -1, total: number): Shown[] {
  const own = contributions.filter(({ weighted }) => Math.sign(weighted) === sign);
  const parts = roundParts(
    own.map(({ weighted }) => weighted),
    total,
  );
  return own.map((one, i) => ({ ...one, shown: parts[i]! }));
}

function optionPart(told: Told, one: RankedOption): Block {
  const shown = shownContributions(one);
  const pro = shown.filter(({ weighted }) => weighted > 0);
  const contra = shown.filter(({ weighted }) => weighted < 0).reverse();
  const cited = [...new Set(shown.flatMap(({ sources }) => sources.map(source => source.split('#', 1)[0]!)))];
  const { description } = told.ruleSet.options[one.option] ?? { description: '' };
  return {
    kind: 'part',
    anchor: `${told.prefix}option-${one.option}`,
    title: `${one.rank}. ${option(told, one.option)} (${points(one.score)})`,
    blocks: [
      ...(description === '' ? [] : [text(description)]),
      ...(one.title === brief(one.title) ? [] : [text({ strong: 'Full title. ' }, one.title)]),
      {
        kind: 'chart',
        chart: { kind: 'bars', rows: byCriterion(shown) },
        title: `${option(told, one.option)}: points by criterion`,
        description: 'Points by what options are judged on, after weighing; they add up to the score.',
        table: table(
          'Points by criterion',
          ['Criterion', 'Points'],
          byCriterion(shown).map(({ label, value }) => [label, points(value)]),
          [1],
        ),
      },
      ...side(told, 'The case for', 'Nothing in the rules speaks for it here.', pro),
      ...side(told, 'The case against', 'Nothing in the rules speaks against it here.', contra),
      text({ strong: 'When it would fail' }),
      { kind: 'list', items: failures(told, one) },
      {
        kind: 'more',
        summary: `Sources of these reasons (${cited.length})`,
        blocks: [{ kind: 'list', items: cited.map(id => sourceLine(told, id)) }],
      },
    ],
  };
}

function sourceLine(told: Told, id: string): Text {
  return [...cites(told, [id]), ' ', ...sourceWords(told.appraisal.sources[id]!)];
}

/** Weighted points by criterion, of what is shown: the greatest first. */
function byCriterion(shown: readonly Shown[]): { label: string; value: number }[] {
  const ids = [...new Set(shown.map(one => one.criterion))];
  return ids
    .map(id => {
      const tenths = shown.reduce(
        (sum, one) => sum + (one.criterion === id ? Math.round(one.shown * 10) : 0),
        0,
      );
      return { label: criterion(id), value: tenths / 10 };
    })
    .sort((a, b) => b.value - a.value);
}

function side(told: Told, title: string, none: string, shown: readonly Shown[]): Block[] {
  if (shown.length === 0) return [text({ strong: `${title}. ` }, none)];
  return [{ kind: 'table', table: reasonTable(told, title, shown) }];
}

function reasonTable(told: Told, caption: string, shown: readonly Shown[]): Table {
  const total = shown.reduce((sum, one) => sum + Math.round(one.shown * 10), 0) / 10;
  const rows = shown.map((one): (string | Text)[] => [
    reason(one),
    criterion(one.criterion),
    cites(told, one.sources),
    points(one.shown),
  ]);
  return {
    ...table(
      caption,
      ['Reason', 'Criterion', 'Sources', 'Points'],
      [...rows, ['Together', '', '', points(total)]],
      [3],
    ),
    total: true,
  };
}

function reason({ reason, evidence, certain }: Contribution): Text {
  const marks = [
    ...(evidence === 'weak' ? ['weak evidence'] : []),
    ...(certain ? [] : ['rests on a best estimate']),
  ];
  const first: Inline = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
  return marks.length === 0 ? [first] : [first, ` (${marks.join('; ')})`];
}
