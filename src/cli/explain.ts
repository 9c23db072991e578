import { nearestTo } from '../diagnostics/suggest.js';
import type { Rule } from '../model/rule-set.js';
import { render } from '../report/formats.js';
import { shortList } from '../report/lists.js';
import { openScenario } from './input.js';
import { EXIT, type Io, Stop } from './io.js';
import { commandLine, type Judging, judgeOpened } from './judging.js';
import { emit } from './output.js';
import { reportOptions } from './settings.js';

/** `demarche explain SCENARIO OPTION` */
export async function explainCommand(
  path: string,
  option: string,
  asked: Judging & { rule?: string },
  io: Io,
  args: readonly string[],
): Promise<number> {
  const opened = await openScenario(path, asked, io);
  const { ruleSet } = opened;
  if (!ruleSet.options.has(option)) unknown('option', option, [...ruleSet.options.keys()]);
  if (asked.rule !== undefined) checkRule(asked.rule, option, ruleSet.rules);
  const appraisal = await judgeOpened(opened, asked, commandLine(args));
  const explanation = { format: 'explanation/1', option, rule: asked.rule ?? null, appraisal } as const;
  await emit(render([explanation], asked.format ?? 'text', reportOptions(asked, io)), asked.output, io);
  return EXIT.done;
}

function checkRule(id: string, option: string, rules: readonly Rule[]): void {
  const rule = rules.find(one => one.id === id);
  const own = rules.filter(({ effects }) => effects.some(effect => effect.option === option));
  if (!rule)
    unknown(
      'rule',
      id,
      rules.map(one => one.id),
    );
  if (!own.includes(rule)) {
    const names =
      shortList(
        own.map(one => one.id),
        20,
      ) || 'none';
    throw new Stop(EXIT.usage, `the rule \`${id}\` does nothing to \`${option}\`; those that do: ${names}`);
  }
}

function unknown(kind: string, id: string, known: readonly string[]): never {
  const near = nearestTo(id, known);
  const help = near === undefined ? `known are ${shortList(known, 20)}` : `did you mean \`${near}\`?`;
  throw new Stop(EXIT.usage, `unknown ${kind} \`${id}\`: ${help}`);
}
