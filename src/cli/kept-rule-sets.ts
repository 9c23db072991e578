import { formatDiagnostics } from '../diagnostics/code-frame.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { findAt } from '../files/find.js';
import { readRuleSet } from '../files/index.js';
import { loadRemembered } from '../files/remembered.js';
import type { RuleSet } from '../model/rule-set.js';
import { type Changes, changesBelow } from './changes-below.js';
import { EXIT, type Io, Stop } from './io.js';
import { type Settings, wantsColor } from './settings.js';

/** The rule sets at some paths, kept as they are on disk. */
export interface Kept {
  ruleSets(): ReadonlyMap<string, RuleSet>;
  /** Stops looking. */
  stop(): void;
}

/**
 * Reads the rule sets at or below these paths, or stops with what is wrong with one. When a file of one changes it is read
 * again; while it has errors, which are told, it stays as it was.
 */
export async function keptRuleSets(
  paths: readonly string[],
  asked: Pick<Settings, 'quiet' | 'color'>,
  io: Io,
): Promise<Kept> {
  const kept = new Map<string, RuleSet>();
  const show = (diagnostics: readonly Diagnostic[]) =>
    formatDiagnostics([...diagnostics], { color: wantsColor(asked.color, undefined, io) });
  const folders = await foldersAt(paths.length > 0 ? paths : ['.']);
  for (const folder of folders) {
    const { ruleSet, errors } = await read(folder);
    if (!ruleSet) throw new Stop(EXIT.invalid, show(errors).trimEnd());
    if (kept.has(ruleSet.id))
      throw new Stop(EXIT.usage, `two rule sets have the id \`${ruleSet.id}\`: name the one that is meant`);
    kept.set(ruleSet.id, ruleSet);
  }
  const again = async (folder: string) => {
    const { ruleSet, errors } = await read(folder);
    if (!ruleSet) io.err(`${show(errors).trimEnd()}\nstill served as it was: \`${folder}\`\n`);
    else if (kept.get(ruleSet.id)?.hash !== ruleSet.hash) {
      kept.set(ruleSet.id, ruleSet);
      if (!asked.quiet) io.err(`read again: \`${folder}\`\n`);
    }
  };
  const watched = folders.map(folder => {
    const changes = changesBelow([folder]);
    void follow(changes, () => again(folder));
    return changes;
  });
  return {
    ruleSets: () => kept,
    stop: () => {
      for (const changes of watched) changes.stop();
    },
  };
}

async function read(folder: string): Promise<{ ruleSet?: RuleSet; errors: Diagnostic[] }> {
  const { ruleSet, diagnostics } = await readRuleSet(folder, { load: loadRemembered });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return { ...(ruleSet && { ruleSet }), errors };
}

async function foldersAt(paths: readonly string[]): Promise<string[]> {
  const folders = new Set<string>();
  for (const path of paths) {
    const found = await findAt(path);
    if (!found) throw new Stop(EXIT.usage, `no file or folder \`${path}\``);
    for (const one of found.found) if (one.kind === 'rule-set') folders.add(one.path);
  }
  if (folders.size === 0)
    throw new Stop(EXIT.usage, `no rule set below ${paths.map(path => `\`${path}\``).join(', ')}`);
  return [...folders];
}

/** Does the same after every change, one after another. */
async function follow(changes: Changes, again: () => Promise<void>): Promise<void> {
  while (true) {
    await changes.next();
    await again();
  }
}
