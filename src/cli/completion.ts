import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Complete } from '@bomb.sh/tab';
import tab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { openQuietly } from './input.js';

/**
 * Adds shell completion: of commands and options, which the library does, of files and folders, and of the ids of the
 * scenario or rule set that is named earlier in the line.
 */
export async function addCompletion(program: Command, args: readonly string[]): Promise<void> {
  const root = tab(program, { completionCommandName: 'completion' });
  if (args[0] !== 'complete') return;
  const words = args.slice(args.indexOf('--') + 1);
  const partial = words.at(-1) ?? '';
  const ids = await idsFor(words);
  for (const command of root.commands.values()) {
    for (const argument of command.arguments.values()) {
      argument.handler = complete =>
        offer(argument.name === 'option' ? ids.option : files(partial), complete);
    }
    for (const [name, option] of command.options) {
      const known =
        name in ids ? ids[name as keyof Ids] : FILE_OPTIONS.includes(name) ? files(partial) : undefined;
      if (known) option.handler = complete => offer(known, complete);
    }
  }
}

const FILE_OPTIONS = ['output', 'rule-set', 'scenarios', 'pool'];

function offer(values: readonly string[], complete: Complete): void {
  for (const value of values) complete(value, '');
}

/** The entries of the folder that a partial path leads into; folders end with a slash. */
function files(partial: string): string[] {
  const folder = partial.endsWith('/') ? partial : dirname(partial);
  try {
    return readdirSync(folder, { withFileTypes: true }).map(entry => {
      const path = folder === '.' && !partial.startsWith('.') ? entry.name : join(folder, entry.name);
      return entry.isDirectory() ? `${path}/` : path;
    });
  } catch {
    return [];
  }
}

interface Ids {
  option: string[];
  perspective: string[];
  set: string[];
  weight: string[];
  rule: string[];
}

/** The ids that stand in the rule set of the first scenario in the line. */
async function idsFor(words: readonly string[]): Promise<Ids> {
  const scenario = words.find(word => /\.ya?ml$/.test(word));
  const ruleSet = scenario === undefined ? undefined : await openQuietly(scenario);
  const keys = (map: ReadonlyMap<string, unknown> | undefined) => [...(map?.keys() ?? [])];
  return {
    option: keys(ruleSet?.options),
    perspective: [...keys(ruleSet?.perspectives), ...(ruleSet ? ['all'] : [])],
    set: keys(ruleSet?.facts).map(id => `${id}=`),
    weight: keys(ruleSet?.criteria).map(id => `${id}=`),
    rule: (ruleSet?.rules ?? []).map(({ id }) => id),
  };
}
