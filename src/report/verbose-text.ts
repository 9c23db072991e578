import type { Appraisal, NotFiredRule } from '../model/appraisal.js';
import { saySeen } from '../rationale/seen.js';
import type { Ink } from './ink.js';
import { hanging, table } from './layout.js';
import type { ReportOptions } from './options.js';
import { cited, sayLeaf, sayUncertainty, spaced } from './words.js';

/** What `verbose` adds: rules that did not fire, all facts, dominance and the list of sources. */
export function verboseText(appraisal: Appraisal, { width }: ReportOptions, ink: Ink): string[][] {
  return [
    titledBlock('Rules that do not hold', notFired(appraisal, width), ink),
    titledBlock('Facts', facts(appraisal, width), ink),
    titledBlock('Dominance', dominance(appraisal, width), ink),
    titledBlock('Sources', sourceLines(appraisal, width), ink),
  ];
}

function titledBlock(title: string, lines: readonly string[], ink: Ink): string[] {
  return lines.length === 0 ? [] : [...ink.strong([title]), ...lines];
}

function notFired({ notFired }: Appraisal, width: number): string[] {
  return notFired.flatMap(rule => hanging('  ', `${rule.rule}: ${stopped(rule)}`, width, 4));
}

/** Which comparisons stopped a rule, and what they saw. */
export function stopped({ stoppedBy }: NotFiredRule): string {
  const seen = new Map(stoppedBy.map(leaf => [`${sayLeaf(leaf)} (saw ${saySeen(leaf.saw)})`, leaf.truth]));
  return [...seen].map(([text, truth]) => (truth === 'true' ? `but ${text}` : `not: ${text}`)).join('; ');
}

function facts({ facts }: Appraisal, width: number): string[] {
  const rows = facts.map(fact => [
    `  ${fact.fact}`,
    spaced(saySeen(fact.point), fact.derived ? '(derived)' : ''),
    spaced(sayUncertainty(fact), cited(fact.sources)),
  ]);
  const most = Math.floor(width * 0.35);
  return table(rows, [{ most }, { most: Math.floor(width * 0.2) }, { flexible: true }], width);
}

function dominance({ dominance, options }: Appraisal, width: number): string[] {
  const title = (id: string) => options[id]?.title ?? id;
  return dominance.flatMap(({ over, under, certainty }) => {
    const how = certainty === 'certain' ? 'whatever the facts turn out to be' : 'on the best estimates';
    return hanging(
      '  ',
      `${title(over)} is at least as good as ${title(under)} on every criterion, ${how}`,
      width,
      4,
    );
  });
}

function sourceLines({ sources }: Appraisal, width: number): string[] {
  return Object.entries(sources).flatMap(([id, source]) =>
    hanging('  ', `${id}: ${sayShort(source)}`, width, 4),
  );
}

function sayShort({ title, author, date, url, doi }: Appraisal['sources'][string]): string {
  return [author, title, date, doi === undefined ? url : `doi:${doi}`]
    .filter(part => part !== undefined)
    .join('. ');
}
