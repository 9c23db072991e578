import { access } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { Document } from 'yaml';
import type { Fact } from '../model/fact.js';
import type { RuleSet } from '../model/rule-set.js';
import { safe, wrap } from '../report/layout.js';
import { openRuleSet } from './input.js';
import { EXIT, type Io } from './io.js';
import { emit } from './output.js';
import type { Settings } from './settings.js';

/** `demarche new RULE-SET` */
export async function newCommand(folder: string, asked: Settings, io: Io): Promise<number> {
  const ruleSet = await openRuleSet(folder, asked, io);
  const { named, schema } = await seenFrom(asked.output, folder);
  await emit(blankScenario(ruleSet, named, schema), asked.output, io);
  return EXIT.done;
}

/** Where `demarche schema` is best written to: the scenarios of a rule set name it, if it is there. */
const SCHEMA = 'scenario.schema.json';

/** How a scenario that is written to a file names the folder of its rule set, and the schema in it if there is one. */
export async function seenFrom(
  output: string | undefined,
  folder: string,
): Promise<{ named: string; schema: string | undefined }> {
  const from = output === undefined ? '.' : dirname(output);
  const named = relative(from, folder).replaceAll('\\', '/') || '.';
  return { named, schema: (await exists(join(folder, SCHEMA))) ? `${named}/${SCHEMA}` : undefined };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** A scenario that states nothing, with the question and levels of every fact as comments. */
function blankScenario(ruleSet: RuleSet, folder: string, schema: string | undefined): string {
  const [perspective] = ruleSet.perspectives.keys();
  const head = {
    id: 'my-scenario',
    title: 'My scenario',
    'rule-set': folder,
    'as-of': '2025-01-01',
    perspective,
  };
  const choices = [...ruleSet.perspectives.keys()].join(', ');
  const facts = [...ruleSet.facts.values()]
    .filter(fact => !fact.derive)
    .sort(byTheme)
    .flatMap(asked);
  return [
    ...(schema === undefined ? [] : [`# yaml-language-server: $schema=${schema}`]),
    ...wrap(`Perspectives: ${choices}.`, 78, 2).map(line => `# ${line}`),
    '# A fact can also be written in a long form, such as',
    '# { value: high, confidence: medium, note: two reports agree }.',
    new Document(head).toString().trimEnd(),
    'facts:',
    ...facts,
    '',
  ].join('\n');
}

/** Facts as a blank scenario lists them. */
export function byTheme(a: Fact, b: Fact): number {
  const [x, y] = [`${a.theme ?? ''} ${a.id}`, `${b.theme ?? ''} ${b.id}`];
  return x < y ? -1 : 1;
}

function asked(fact: Fact): string[] {
  const { domain } = fact;
  const answers =
    domain.kind === 'number'
      ? [`from ${domain.low} to ${domain.high}${domain.unit === undefined ? '' : `, ${domain.unit}`}`]
      : domain.values.map(value => `${value}: ${fact.anchors.get(String(value)) ?? ''}`);
  const comments = [
    ...comment(fact.question, 0),
    ...answers.flatMap(answer => comment(answer.replace(/: $/, ''), 2)),
  ];
  return ['', ...comments, `  ${fact.id}: unknown`];
}

function comment(text: string, indent: number): string[] {
  const lines = wrap(safe(text).replace(/\s+/g, ' ').trim(), 76 - indent, 2);
  return lines.map(line => `  # ${' '.repeat(indent)}${line}`);
}
