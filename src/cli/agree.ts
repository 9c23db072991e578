import { agree } from '../analysis/agree.js';
import type { CodedSituation } from '../analysis/coding.js';
import type { Unknowns } from '../analysis/pool-fact.js';
import { render } from '../report/formats.js';
import { type By, codingFiles, intoSituations, type OpenedCoding } from './coded-situations.js';
import { coderWeights } from './coder-weights.js';
import { openScenario } from './input.js';
import { EXIT, type Io, Stop } from './io.js';
import { commandLine, type Judging, judgeOpened } from './judging.js';
import { emit } from './output.js';
import { reportOptions } from './settings.js';
import { writePool } from './write-pool.js';

type Asked = Judging & {
  by?: By;
  coderWeights?: string;
  unknown: Unknowns;
  pool?: string;
  seed: number;
};

/** `demarche agree SCENARIO…` */
export async function agreeCommand(
  paths: readonly string[],
  asked: Asked,
  io: Io,
  args: readonly string[],
): Promise<number> {
  const { files, folders } = await codingFiles(paths);
  if (files.length < 2) throw new Stop(EXIT.usage, 'agree takes two codings at least, to compare them');
  const opened: OpenedCoding[] = [];
  for (const path of files) opened.push({ path, ...(await openScenario(path, asked, io)) });
  const ruleSet = oneRuleSet(opened);
  const groups = intoSituations(opened, asked.by ?? (folders ? 'folder' : 'one'), asked);
  const weightOf = coderWeights(
    asked.coderWeights,
    groups.flatMap(({ codings }) => codings.map(({ coder }) => coder)),
  );
  const situations: CodedSituation[] = [];
  for (const { situation, codings } of groups) {
    const judged = [];
    for (const { coder, opened } of codings) {
      const appraisal = await judgeOpened({ ...opened, ruleSet }, asked, commandLine(args));
      judged.push({ coder, scenario: opened.scenario, appraisal, weight: weightOf(coder) });
    }
    if (judged.every(({ weight }) => weight === 0))
      throw new Stop(EXIT.usage, `the coders of ${situation} all have the weight 0`);
    situations.push({ situation, codings: judged });
  }
  if (asked.pool !== undefined && situations.length > 1)
    throw new Stop(EXIT.usage, `--pool takes the codings of one situation, not of ${situations.length}`);
  const { seed, unknown: unknowns } = asked;
  const found = await agree(ruleSet, situations, { seed, unknowns });
  if (asked.pool !== undefined) {
    await writePool(asked.pool, ruleSet, situations[0]!.codings, opened[0]!.folder, unknowns);
    if (!asked.quiet) io.err(`Wrote the pool to ${asked.pool}.\n`);
  }
  await emit(render([found], asked.format ?? 'text', reportOptions(asked, io)), asked.output, io);
  return EXIT.done;
}

/** The rule set of all codings, or a stop where it is not one and the same. */
function oneRuleSet(opened: readonly OpenedCoding[]): OpenedCoding['ruleSet'] {
  const [{ ruleSet, path }] = opened as readonly [OpenedCoding];
  const other = opened.find(one => one.ruleSet.hash !== ruleSet.hash);
  if (!other) return ruleSet;
  const say = (one: OpenedCoding) =>
    `\`${one.path}\` is for ${one.ruleSet.id} ${one.ruleSet.version} (${one.ruleSet.hash.slice(0, 8)})`;
  const first = say({ ...opened[0]!, path });
  throw new Stop(EXIT.invalid, `codings are of one rule set: ${first}, ${say(other)}`);
}
