import type { Command } from 'commander';
import type { Io } from '../io.js';

/** What a command does once its arguments are read. Gives the exit code. */
export type Work = (io: Io, args: readonly string[]) => Promise<number>;

/** A command as it is typed and explained. */
export interface CommandEntry {
  name: string;
  args: string;
  about: string;
  examples: readonly string[];
  /** Adds its options, and starts its work. The work is loaded only when the command runs. */
  define(command: Command, start: (work: Work) => Promise<void>): void;
}

/** Collects the values of an option that may be given more than once. */
export const many = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Options that change the situation, or by what it is judged. */
export function judging(command: Command): Command {
  return changing(command, 'change a fact for this run (repeatable)').option(
    '--rule-set <dir>',
    'use this rule set rather than the one the scenario names',
  );
}

/** Options that say how rows of a table become situations, and by what all of them are judged. */
export function rowJudging(command: Command): Command {
  return changing(command, 'set a fact in every row (repeatable)')
    .option('--map <file>', 'how columns become facts (default: columns are called as facts are)')
    .option('--perspective <id>', 'judge by this perspective')
    .option('--base <scenario>', 'what it says holds in every row, but for facts that columns give');
}

function changing(command: Command, set: string): Command {
  return command
    .option('--set <fact=value>', set, many)
    .option('--weight <criterion=share>', 'fix the share of a criterion, 0 to 1 (repeatable)', many);
}
