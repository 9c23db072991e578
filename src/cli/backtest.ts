import { backtest, type Recorded } from '../analysis/backtest.js';
import { appraise } from '../appraise.js';
import { checkRecordScenarios } from '../checks/record-scenarios.js';
import { formatDiagnostics } from '../diagnostics/code-frame.js';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { sortDiagnostics } from '../diagnostics/sort.js';
import { findAt } from '../files/find.js';
import { readRuleSet } from '../files/index.js';
import { loadRemembered } from '../files/remembered.js';
import type { LoadedRuleSet } from '../load.js';
import { render } from '../report/formats.js';
import { EXIT, type Io, Stop } from './io.js';
import { commandLine } from './judging.js';
import { emit } from './output.js';
import { type ReadRecord, readRecord } from './records.js';
import { reportOptions, type Settings, wantsColor } from './settings.js';

/** What `backtest` can be told beside how to print. */
type Asked = Settings & { seed: number; draws: number; ruleSet?: string };

/** `demarche backtest FOLDER` */
export async function backtestCommand(
  folder: string,
  asked: Asked,
  io: Io,
  args: readonly string[],
): Promise<number> {
  const read = await recordsBelow(folder, asked, io);
  const recorded: Recorded[] = [];
  for (const [i, one] of read.entries()) {
    recorded.push(await rankedThen(one));
    io.progress((i + 1) / read.length);
  }
  const { seed, draws: resamples } = asked;
  const result = backtest(recorded, { seed, resamples, command: commandLine(args) });
  await emit(render([result], asked.format ?? 'text', reportOptions(asked, io)), asked.output, io);
  return EXIT.done;
}

type Sound = Required<Pick<ReadRecord, 'record' | 'ruleSet' | 'scenario'>>;

/** The records below a folder, or a stop with everything that is wrong with any of them. */
async function recordsBelow(folder: string, asked: Asked, io: Io): Promise<Sound[]> {
  const finds = await findAt(folder);
  if (!finds) throw new Stop(EXIT.usage, `no file or folder \`${folder}\``);
  const paths = finds.found.filter(({ kind }) => kind === 'record').map(({ path }) => path);
  if (paths.length === 0)
    throw new Stop(EXIT.usage, `no record below \`${folder}\`: a record is a file named \`….record.yaml\``);
  const ruleSets = new Map<string, Promise<LoadedRuleSet>>();
  const ruleSet = (at: string) => {
    const known = ruleSets.get(at) ?? readRuleSet(at, { load: loadRemembered });
    ruleSets.set(at, known);
    return known;
  };
  const read = await Promise.all(paths.sort().map(path => readRecord(path, asked.ruleSet, ruleSet)));
  const twice = checkRecordScenarios(read.flatMap(({ about }) => about ?? []));
  refuse([...finds.diagnostics, ...read.flatMap(({ diagnostics }) => diagnostics), ...twice], asked, io);
  return read.map(one => one as Sound);
}

/** Stops where anything is an error. */
function refuse(diagnostics: readonly Diagnostic[], { color }: Asked, io: Io): void {
  if (!hasErrors(diagnostics)) return;
  const errors = diagnostics.filter(one => hasErrors([one]));
  const text = formatDiagnostics(sortDiagnostics(errors), { color: wantsColor(color, undefined, io) });
  throw new Stop(EXIT.invalid, text.trimEnd());
}

/** How a situation ranks by the perspective of its record, and by every one. */
async function rankedThen({ record, ruleSet, scenario }: Sound): Promise<Recorded> {
  const by = new Map<string, Recorded['appraisal']>();
  for (const perspective of ruleSet.perspectives.keys())
    by.set(perspective, await appraise(ruleSet, scenario, { perspective }));
  return {
    record,
    appraisal: by.get(record.perspective)!,
    byPerspective: [...by.values()],
    sources: new Map([...ruleSet.sources, ...scenario.sources]),
  };
}
