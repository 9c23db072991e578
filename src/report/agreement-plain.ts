import type { Agreement, Lead, SituationAgreement } from '../model/agreement.js';
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
import { ascii } from './ascii.js';
import { safely, wrap } from './layout.js';
import { repeatLine } from './manifest.js';
import type { ReportOptions } from './options.js';

/** How codings agree, in sentences and ASCII. */
export function agreementPlain(result: Agreement, { width }: ReportOptions): string {
  const told = safely(result);
  const sentences = [
    ...told.situations.flatMap(one => situation(one, told)),
    ...told.kinds.map(one => {
      const [units, exact, alpha, interval] = agreedCells(one);
      const within = interval === '' ? '' : ` (${interval})`;
      return `On ${KIND_WORDS[one.kind]}, ${units} units: exact agreement ${exact || 'none'}, alpha ${alpha}${within}.`;
    }),
    byFactWords(told),
    howAgreed(told),
    `Made from ${madeOf(told, ', ')}.`,
    ...repeatLine(told.manifest),
  ];
  return `${sentences
    .filter(text => text !== '')
    .flatMap(text => wrap(ascii(text), width))
    .join('\n')}\n`;
}

function situation(one: SituationAgreement, told: Agreement): string[] {
  const by = (lead: Lead) => (lead.margin === null ? '' : ` by ${aheadWords(lead)}`);
  const title = (option: string) => told.options[option]!.title;
  return [
    `${codedHead(one, told)}.`,
    codedVerdict(one, told),
    ...one.codings.map(
      (coding, i) =>
        `${letter(i)} is ${coding.coder}: ${title(coding.leader)} leads${by(coding)}, ${coding.known} facts known.`,
    ),
    ...(one.pooled && one.codings.length > 1
      ? [`Pooled: ${title(one.pooled.leader)} leads${by(one.pooled)}.`]
      : []),
    ...one.disputed.map(fact => {
      const then = fact.matters === 'no' ? 'leaves what leads' : turnsWords(fact, one, told);
      return `${fact.fact} (${saysWords(fact, one)}): ${then}.`;
    }),
    unsureWords(one),
    ...one.turns.map(turn => turnWords(turn, one, told, 3)),
    mixturesWords(one, told),
  ];
}
