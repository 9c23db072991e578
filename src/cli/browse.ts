import type { Fact } from '../model/fact.js';
import type { RuleSet } from '../model/rule-set.js';
import { conditionWords } from '../report/condition-words.js';
import { toJson } from '../report/formats.js';
import { columns, paint, safely, wrap } from '../report/layout.js';
import type { ReportOptions } from '../report/options.js';
import { signed } from '../report/rounding.js';
import { openRuleSet } from './input.js';
import { EXIT, type Io } from './io.js';
import { emit } from './output.js';
import { reportOptions, type Settings } from './settings.js';

/** What can be browsed: how it is shown, and what of it is plain data. */
const SHOWN = {
  facts: {
    text: factsText,
    data: ({ facts }: RuleSet) =>
      [...facts.values()].map(({ steps: _, place: __, derive, anchors, ...fact }) => ({
        ...fact,
        anchors: Object.fromEntries(anchors),
        derived: derive !== undefined,
      })),
  },
  options: { text: optionsText, data: ({ options }: RuleSet) => [...options.values()] },
  rules: {
    text: rulesText,
    data: ({ rules }: RuleSet) =>
      rules.map(({ when, place, ...rule }) => ({
        ...rule,
        when: conditionWords(when),
        at: { file: place.file, line: place.line },
      })),
  },
};

/** `demarche facts|options|rules RULE-SET` */
export async function browseCommand(
  what: keyof typeof SHOWN,
  folder: string,
  asked: Settings,
  io: Io,
): Promise<number> {
  const ruleSet = await openRuleSet(folder, asked, io);
  const { text, data } = SHOWN[what];
  const printed =
    asked.format === 'json'
      ? toJson(data(ruleSet))
      : `${text(ruleSet, reportOptions(asked, io)).join('\n')}\n`;
  await emit(printed, asked.output, io);
  return EXIT.done;
}

function factsText({ facts }: RuleSet, options: ReportOptions): string[] {
  return [...facts.values()].flatMap((fact, i) => [...(i === 0 ? [] : ['']), ...factLines(fact, options)]);
}

function factLines(fact: Fact, options: ReportOptions): string[] {
  const { domain, anchors } = fact;
  const rows =
    domain.kind === 'number'
      ? [
          [
            '',
            `a number from ${domain.low} to ${domain.high}${domain.unit === undefined ? '' : `: ${domain.unit}`}`,
          ],
        ]
      : domain.values.map(value => [String(value), anchors.get(String(value)) ?? '']);
  const label = Math.max(...rows.map(([word]) => word!.length), 1);
  return [
    paint(options).strong(`${fact.id}${fact.derive ? ' (derived)' : ''}`),
    ...wrap(safely(fact.question), options.width - 2).map(line => `  ${line}`),
    ...columns(safely(rows), [{ width: label }, { width: options.width - label - 3 }]).map(
      line => `  ${line}`,
    ),
  ];
}

function optionsText({ options, baseline }: RuleSet, report: ReportOptions): string[] {
  return [...options.values()].flatMap(({ id, title, description, family }, i) => [
    ...(i === 0 ? [] : ['']),
    paint(report).strong(`${id}${id === baseline ? ' (baseline)' : ''}`),
    ...wrap(safely(`${title}${family === undefined ? '' : ` [${family}]`}`), report.width - 2).map(
      line => `  ${line}`,
    ),
    ...wrap(safely(description), report.width - 2).map(line => `  ${line}`),
  ]);
}

function rulesText({ rules }: RuleSet, report: ReportOptions): string[] {
  return rules.flatMap(({ id, when, effects, because, evidence, sources, place }, i) => {
    const does = effects.map(effect =>
      effect.kind === 'gate'
        ? `excludes ${effect.option}`
        : `${signed(effect.points, 0)} ${effect.criterion} for ${effect.option}`,
    );
    const body = [
      `if ${conditionWords(when)}:`,
      ...does.map(effect => `  ${effect}`),
      because,
      `${evidence} evidence: ${sources.join(', ')}`,
      `${place.file}:${place.line}`,
    ];
    return [
      ...(i === 0 ? [] : ['']),
      paint(report).strong(id),
      ...body.flatMap(line => {
        const indent = ' '.repeat(2 + line.length - line.trimStart().length);
        return wrap(safely(line.trim()), report.width - indent.length, 2).map(one => `${indent}${one}`);
      }),
    ];
  });
}
