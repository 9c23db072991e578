import { nearestTo } from '../diagnostics/suggest.js';
import { explainText } from '../report/explain.js';
import { toJson } from '../report/formats.js';
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
  if (!ruleSet.options.has(option)) unknown('option', option, ruleSet.options.keys());
  const rules = ruleSet.rules.map(({ id }) => id);
  if (asked.rule !== undefined && !rules.includes(asked.rule)) unknown('rule', asked.rule, rules);
  const appraisal = await judgeOpened(opened, asked, commandLine(args));
  const { ranking, excluded, leftOut, undetermined, notFired, manifest } = appraisal;
  const own = <T extends { option: string }>(list: readonly T[]) => list.filter(one => one.option === option);
  const concerns = (one: { effects: { option: string }[] }) =>
    one.effects.some(effect => effect.option === option);
  const text =
    asked.format === 'json'
      ? toJson({
          manifest,
          ranking: own(ranking),
          excluded: own(excluded),
          leftOut: own(leftOut),
          undetermined: undetermined.filter(concerns),
          notFired: notFired.filter(concerns),
        })
      : explainText(appraisal, option, asked.rule, reportOptions(asked, io));
  await emit(text, asked.output, io);
  return EXIT.done;
}

function unknown(kind: string, id: string, known: Iterable<string>): never {
  const near = nearestTo(id, known);
  throw new Stop(
    EXIT.usage,
    `unknown ${kind} \`${id}\`${near === undefined ? '' : `: did you mean \`${near}\`?`}`,
  );
}
