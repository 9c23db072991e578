import { markdownTable } from 'markdown-table';
import type { Agreement, SituationAgreement } from '../model/agreement.js';
import { madeOf } from './agreement-text.js';
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
import { safely } from './layout.js';
import { md } from './md.js';

const AGREED = ['agreement on', 'units', 'exact', 'alpha', '95% interval'];
const FIGURES = { align: ['l', 'r', 'r', 'r', 'l'] };

/** How codings agree, as Markdown. Text from files is escaped. */
export function agreementMarkdown(result: Agreement): string {
  const told = safely(result);
  const { kinds, themes, facts, situations, manifest } = told;
  const several = situations.filter(({ codings }) => codings.length > 1).length > 1;
  const rows = [
    ...kinds.map(one => [KIND_WORDS[one.kind], ...agreedCells(one)]),
    ...themes.map(one => [`${one.theme}: ${KIND_WORDS[one.kind]}`, ...agreedCells(one)]),
    ...(several ? facts.map(one => [one.fact, ...agreedCells(one)]) : []),
  ];
  const parts = [
    ...situations.flatMap(one => situation(one, told)),
    markdownTable([AGREED, ...rows.map(row => row.map(md))], FIGURES),
    md(byFactWords(told)),
    md(howAgreed(told)),
    md(madeOf(told, ', ')) + (manifest.command === null ? '' : `\n\n    ${manifest.command}`),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function situation(one: SituationAgreement, told: Agreement): string[] {
  const title = (option: string) => md(told.options[option]!.title);
  const codings = one.codings.map((coding, i) => [
    ...[letter(i), md(coding.coder), title(coding.leader), aheadWords(coding)],
    ...[String(coding.known), coding.weight.toFixed(2)],
  ]);
  const pooled = one.pooled ? [['', 'pooled', title(one.pooled.leader), aheadWords(one.pooled), '', '']] : [];
  const disputed = one.disputed.map(fact => [
    md(fact.fact),
    md(saysWords(fact, one)),
    md(fact.matters === 'no' ? 'stays' : turnsWords(fact, one, told)),
    fact.margin.toFixed(1),
  ]);
  const turns = one.turns.map(turn => `- ${md(turnWords(turn, one, told, 3))}`);
  return [
    `# ${md(codedHead(one, told))}`,
    md(codedVerdict(one, told)),
    markdownTable([['', 'coding', 'leads', 'by', 'facts known', 'weight'], ...codings, ...pooled]),
    disputed.length === 0
      ? ''
      : markdownTable([['disputed', 'the codings say', 'what leads then', 'margin moves by'], ...disputed]),
    md(unsureWords(one)),
    turns.join('\n'),
    md(mixturesWords(one, told)),
  ];
}
