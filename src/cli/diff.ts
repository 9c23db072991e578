import { resolve } from 'node:path';
import { formatDiagnostics } from '../diagnostics/code-frame.js';
import { findAt } from '../files/find.js';
import { readRuleSet, readText, ruleSetFolder } from '../files/index.js';
import { loadRemembered } from '../files/remembered.js';
import { readRevision, revisionOf } from '../files/revision.js';
import { parseScenario } from '../model/parse-scenario.js';
import type { RuleSet } from '../model/rule-set.js';
import type { RuleSetDiff } from '../model/rule-set-diff.js';
import { diffRuleSets } from '../proofs/diff.js';
import { render } from '../report/formats.js';
import type { SourceText } from '../source/source-file.js';
import { EXIT, type Io, Stop } from './io.js';
import { commandLine } from './judging.js';
import { emit } from './output.js';
import { reportOptions, type Settings, wantsColor } from './settings.js';
import { writeDiffExamples } from './write-diff-examples.js';

type Asked = Settings & {
  scenarios?: string[];
  perspective?: string;
  timeLimit: number;
  write?: string;
  exitCode?: boolean;
};

/** A rule set that was read, and where it stands now: of a revision where the folder is that it was read from. */
export interface Side {
  ruleSet: RuleSet;
  folder: string;
  /** The texts of a revision, which has no folder of its own. */
  texts?: readonly SourceText[];
}

/** `demarche diff A B`, each a folder or `REV:path`. */
export async function diffCommand(
  a: string,
  b: string,
  asked: Asked,
  io: Io,
  args: readonly string[],
): Promise<number> {
  const sides = { a: await openSide(a, asked, io), b: await openSide(b, asked, io) };
  const { perspective, write, timeLimit } = asked;
  const both = [sides.a.ruleSet, sides.b.ruleSet] as const;
  if (perspective !== undefined && !both.every(({ perspectives }) => perspectives.has(perspective))) {
    const known = [...both[1].perspectives.keys()].filter(id => both[0].perspectives.has(id));
    throw new Stop(
      EXIT.usage,
      `\`${perspective}\` is no perspective of both rule sets: ${known.join(', ') || 'none'} is`,
    );
  }
  const scenarios = asked.scenarios
    ? await scenariosAt(asked.scenarios)
    : await scenariosOf([sides.a.folder, sides.b.folder]);
  const diff = await diffRuleSets(...both, {
    scenarios,
    from: { a, b },
    command: commandLine(args),
    limit: () => AbortSignal.timeout(1000 * timeLimit),
    ...(perspective !== undefined && { perspective }),
    ...(asked.quiet !== true && { onProgress: io.progress }),
  });
  io.progress(1);
  if (write !== undefined) {
    const written = await writeDiffExamples(diff, sides, write);
    if (!asked.quiet) io.err(`Wrote ${written} ${written === 1 ? 'scenario' : 'scenarios'} to ${write}.\n`);
  }
  await emit(render([diff], asked.format ?? 'text', reportOptions(asked, io)), asked.output, io);
  return asked.exitCode === true && canDiffer(diff) ? EXIT.findings : EXIT.done;
}

/** Whether any situation comes out otherwise, or may. */
function canDiffer({ situations, equivalent, leaders }: RuleSetDiff): boolean {
  return situations !== 'same' || equivalent !== true || leaders.some(({ verdict }) => verdict !== 'same');
}

/** Reads one of the two, or stops with what is wrong with it. */
async function openSide(named: string, { color }: Settings, io: Io): Promise<Side> {
  const revision = await revisionOf(named);
  const read = revision
    ? await readRevision(revision, loadRemembered)
    : { ...(await readRuleSet(named, { load: loadRemembered })), folder: resolve(named) };
  if ('problem' in read) throw new Stop(EXIT.usage, read.problem);
  const { ruleSet, diagnostics, ...where } = read;
  if (ruleSet) return { ruleSet, ...where };
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const exit = errors.every(({ code }) => code === 'file/not-found') ? EXIT.usage : EXIT.invalid;
  throw new Stop(exit, formatDiagnostics(errors, { color: wantsColor(color, undefined, io) }).trimEnd());
}

/** The scenarios at or below some paths. */
async function scenariosAt(paths: readonly string[]): Promise<SourceText[]> {
  const found: string[] = [];
  for (const path of paths) {
    const own = (await findAt(path))?.found.filter(({ kind }) => kind === 'scenario') ?? [];
    if (own.length === 0) throw new Stop(EXIT.usage, `no scenario at \`${path}\``);
    found.push(...own.map(({ path }) => path));
  }
  return (await textsOf([...new Set(found)].sort())).map(({ source, path, problem }) => {
    if (!source) throw new Stop(EXIT.usage, problem ?? `\`${path}\` cannot be read`);
    return source;
  });
}

/** The scenarios below this folder that name one of these rule sets. */
async function scenariosOf(folders: readonly string[]): Promise<SourceText[]> {
  const found = (await findAt('.'))?.found.filter(({ kind }) => kind === 'scenario') ?? [];
  const texts = await textsOf(found.map(({ path }) => path).sort());
  return texts.flatMap(({ source }) => {
    const named = source && parseScenario(source).ruleSet?.named;
    return named !== undefined && folders.includes(resolve(ruleSetFolder(source!.path, named)))
      ? [source!]
      : [];
  });
}

async function textsOf(paths: readonly string[]) {
  return Promise.all(
    paths.map(async path => {
      const { source, diagnostics } = await readText(path);
      return { path, source, problem: diagnostics[0]?.message };
    }),
  );
}
