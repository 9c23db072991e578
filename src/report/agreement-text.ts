import type { Agreed, Agreement, SituationAgreement } from '../model/agreement.js';
import {
  agreedCells,
  aheadWords,
  byFactWords,
  codedHead,
  codedVerdict,
  howAgreed,
  KIND_WORDS,
  letter,
  mixturesWords,
  saysWords,
  turnsWords,
  turnWords,
  unsureWords,
} from './agreement-words.js';
import { type Column, columns, paint, paragraphs, safely, wrap } from './layout.js';
import { count } from './lists.js';
import { madeFrom, repeatLine } from './manifest.js';
import type { ReportOptions } from './options.js';

/** How codings agree, for a terminal: what leads and what turns it, then how far they agree. */
export function agreementText(result: Agreement, options: ReportOptions): string {
  const told = safely(result);
  const { width } = options;
  const parts = [
    ...told.situations.flatMap(one => situation(one, told, options)),
    agreement(told, options),
    wrap(byFactWords(told), width),
    byFact(told, options),
    wrap(howAgreed(told), width),
    [madeOf(told), ...repeatLine(told.manifest)]
      .flatMap(line => wrap(line, width, 2))
      .map(paint(options).quiet),
  ];
  return paragraphs(parts.map(part => part.filter(line => line !== '')));
}

/** What it was made from, every coding named by its hash. */
export function madeOf({ manifest, situations }: Agreement, between?: string): string {
  const scenarios = situations.flatMap(({ codings }) => codings.map(({ scenario }) => scenario));
  return madeFrom(manifest, scenarios, between, 'leaders exact, no sampling');
}

type Part = (one: SituationAgreement, told: Agreement, options: ReportOptions) => string[];

function situation(one: SituationAgreement, told: Agreement, options: ReportOptions): string[][] {
  const parts: Part[] = [head, leaders, turning, staying, turns];
  return parts.map(part => part(one, told, options));
}

const head: Part = (one, told, options) => [
  ...wrap(codedHead(one, told), options.width).map(paint(options).strong),
  ...wrap(codedVerdict(one, told), options.width),
];

const leaders: Part = ({ codings, pooled }, told, { width }) => {
  const even = new Set(codings.map(({ weight }) => weight)).size === 1;
  const name = (i: number) => `${letter(i)} ${codings[i]!.coder}`;
  const title = (lead: { leader: string; tied: string[] }) =>
    `${told.options[lead.leader]!.title}${lead.tied.length > 0 ? ' (tied)' : ''}`;
  const weight = (share: number) => (even ? [] : [share.toFixed(2)]);
  const rows = codings.map((one, i) => [
    ...[name(i), title(one), aheadWords(one), String(one.known)],
    ...weight(one.weight),
  ]);
  const pool =
    codings.length === 1
      ? []
      : [
          pooled
            ? ['  pooled', title(pooled), aheadWords(pooled)]
            : ['  pooled', 'cannot occur together', ''],
        ];
  const header = ['coding', 'leads', 'by', 'facts known', ...(even ? [] : ['weight'])];
  const used = 7 + 12 + (even ? 0 : 7);
  const left = width - used - 3;
  const right = (width: number): Column => ({ align: 'right', width });
  const first = Math.min(left - 20, Math.max(12, ...codings.map(({ coder }) => coder.length + 2)));
  return columns(
    [header, ...rows, ...pool],
    [{ width: first }, { width: left - first }, right(6), right(11), ...(even ? [] : [right(6)])],
  );
};

const turning: Part = (one, told, options) => {
  const facts = one.disputed.filter(({ matters }) => matters !== 'no');
  const rows = facts.map(fact => [fact.fact, saysWords(fact, one), turnsWords(fact, one, told)]);
  return table(['changes what leads', 'the codings say', 'what leads then'], rows, options, [26, 22]);
};

const staying: Part = (one, _, options) => {
  const facts = one.disputed.filter(({ matters }) => matters === 'no');
  const rows = facts.map(fact => [
    fact.fact,
    saysWords(fact, one),
    fact.margin < 0.05 ? 'by less than 0.1' : `by up to ${fact.margin.toFixed(1)}`,
  ]);
  const unsure = unsureWords(one);
  return [
    ...table(['leaves it as it is', 'the codings say', 'the margin moves'], rows, options, [26, 22]),
    ...(unsure === '' ? [] : wrap(unsure, options.width)),
  ];
};

const turns: Part = (one, told, options) => {
  const all = one.turns.map(turn => turnWords(turn, one, told, options.verbose ? turn.sets.length : 3));
  const shown = all.slice(0, options.verbose ? undefined : Math.max(6, options.top));
  const more = all.length - shown.length;
  const mixed = mixturesWords(one, told);
  return [
    ...shown.flatMap(line => wrap(line, options.width, 2)),
    ...(more > 0 ? [`… and ${count(more, 'more pair')} of codings: --verbose shows all`] : []),
    ...(mixed === '' ? [] : wrap(mixed, options.width, 2)),
  ];
};

function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { width, top, verbose }: ReportOptions,
  [first, second]: readonly [number, number],
): string[] {
  if (rows.length === 0) return [];
  const most = Math.max(8, top);
  const shown = verbose || rows.length === most + 1 ? rows : rows.slice(0, most);
  const more = rows.length - shown.length;
  const wide = second + Math.floor((width - 80) / 2);
  return [
    ...columns([header, ...shown], [{ width: first }, { width: wide }, { width: width - first - wide - 2 }]),
    ...(more > 0 ? [`… and ${count(more, 'more fact')}: --verbose shows all`] : []),
  ];
}

const AGREED = ['units', 'exact', 'alpha', '95% interval'];

function agreement({ kinds, themes }: Agreement, options: ReportOptions): string[] {
  const rows = [
    ...kinds.map(one => ({ name: KIND_WORDS[one.kind], one })),
    ...(options.verbose ? themes.map(one => ({ name: `${one.theme}: ${KIND_WORDS[one.kind]}`, one })) : []),
  ];
  return agreedTable('agreement on', rows, options);
}

/** Facts on which not all agree, over several situations. */
function byFact({ facts, situations }: Agreement, options: ReportOptions): string[] {
  if (situations.filter(({ codings }) => codings.length > 1).length < 2) return [];
  const order = [...facts].sort(
    (a, b) => (a.alpha ?? 2) - (b.alpha ?? 2) || a.equal * b.pairs - b.equal * a.pairs,
  );
  const told = order.filter(({ equal, pairs }) => options.verbose || equal < pairs);
  const shown = told.slice(0, options.verbose ? undefined : Math.max(8, options.top));
  const rows = shown.map(one => ({ name: one.fact, one }));
  const more = told.length - shown.length;
  return [
    ...agreedTable('fact', rows, options),
    ...(more > 0 ? [`… and ${count(more, 'more fact')}: --verbose shows all`] : []),
  ];
}

function agreedTable(
  first: string,
  rows: readonly { name: string; one: Agreed }[],
  { width }: ReportOptions,
): string[] {
  if (rows.length === 0) return [];
  const right = (width: number): Column => ({ align: 'right', width });
  const shape = [{ width: width - 46 }, right(5), right(7), right(6), { width: 23 }];
  return columns([[first, ...AGREED], ...rows.map(({ name, one }) => [name, ...agreedCells(one)])], shape);
}
