import { formatDiagnostics } from '../diagnostics/code-frame.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { readRuleSet } from '../files/index.js';
import { loadRemembered } from '../files/remembered.js';
import type { RuleSet } from '../model/rule-set.js';
import { type Changes, changesBelow } from './changes-below.js';
import { EXIT, type Io, Stop } from './io.js';
import { type Settings, wantsColor } from './settings.js';

/** Rule sets, kept as they are on disk. */
export interface Kept {
  /** By their ids. */
  ruleSets(): ReadonlyMap<string, RuleSet>;
  /** The one that was read from this folder. */
  at(folder: string): RuleSet | undefined;
  /** Calls back after each time that one was read anew. Gives what ends that. */
  follow(tell: (folder: string) => void): () => void;
  /** Stops looking. */
  stop(): void;
}

/**
 * Reads the rule sets in these folders, or stops with what is wrong with one. When a file of one changes it is read again;
 * while it has errors, which are told, it stays as it was.
 */
export async function keptRuleSets(
  folders: readonly string[],
  asked: Pick<Settings, 'quiet' | 'color'>,
  io: Io,
): Promise<Kept> {
  const kept = new Map<string, RuleSet>();
  const followers = new Set<(folder: string) => void>();
  const show = (diagnostics: readonly Diagnostic[]) =>
    formatDiagnostics([...diagnostics], { color: wantsColor(asked.color, undefined, io) });
  for (const folder of folders) {
    const { ruleSet, errors } = await read(folder);
    if (!ruleSet) throw new Stop(EXIT.invalid, show(errors).trimEnd());
    if ([...kept.values()].some(({ id }) => id === ruleSet.id))
      throw new Stop(EXIT.usage, `two rule sets have the id \`${ruleSet.id}\`: name the one that is meant`);
    kept.set(folder, ruleSet);
  }
  const again = async (folder: string) => {
    const { ruleSet, errors } = await read(folder);
    if (!ruleSet) io.err(`${show(errors).trimEnd()}\nstill served as it was: \`${folder}\`\n`);
    else if (kept.get(folder)?.hash !== ruleSet.hash) {
      kept.set(folder, ruleSet);
      if (!asked.quiet) io.err(`read again: \`${folder}\`\n`);
      for (const tell of followers) tell(folder);
    }
  };
  const watched = folders.map(folder => {
    const changes = changesBelow([folder]);
    void follow(changes, () => again(folder));
    return changes;
  });
  return {
    ruleSets: () => new Map([...kept.values()].map(ruleSet => [ruleSet.id, ruleSet])),
    at: folder => kept.get(folder),
    follow(tell) {
      followers.add(tell);
      return () => followers.delete(tell);
    },
    stop() {
      for (const changes of watched) changes.stop();
    },
  };
}

async function read(folder: string): Promise<{ ruleSet?: RuleSet; errors: Diagnostic[] }> {
  const { ruleSet, diagnostics } = await readRuleSet(folder, { load: loadRemembered });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return { ...(ruleSet && { ruleSet }), errors };
}

/** Does the same after every change, one after another. */
async function follow(changes: Changes, again: () => Promise<void>): Promise<void> {
  while (true) {
    await changes.next();
    await again();
  }
}
