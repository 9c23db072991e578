import type { Command } from 'commander';
import { Option } from 'commander';
import { FORMATS, type Format, type ReportOptions } from '../report/options.js';
import { EXIT, type Io, Stop } from './io.js';

/** What every command that prints a result can be told. */
export interface Settings {
  format?: Format;
  output?: string;
  color?: boolean;
  quiet?: boolean;
  top?: number;
  verbose?: boolean;
}

/** Adds the options for printing to a command. */
export function printing(command: Command, formats: readonly string[] = FORMATS, usual = 'text'): Command {
  return coloured(
    command
      .addOption(new Option('-f, --format <format>', 'how to print it').choices(formats).default(usual))
      .option('-o, --output <file>', 'write to a file, whole or not at all'),
  ).option('-q, --quiet', 'say nothing but the result and errors');
}

/** Adds `--color` and `--no-color`. With the second alone, colour would be taken as asked for. */
export function coloured(command: Command): Command {
  return command
    .addOption(new Option('--color', 'colour, also where the output is no terminal').conflicts('noColor'))
    .option('--no-color', 'no colour');
}

/** Adds `--draws` and `--seed`. */
export function drawing(command: Command): Command {
  return command
    .option(
      '--draws <n>',
      'how many situations to draw where there are too many, in lots of 4093, two at least',
      wholeNumber('--draws', 9_999_999),
      65_488,
    )
    .option('--seed <n>', 'what the draws start from', wholeNumber('--seed', 9_999_999), 1);
}

/** Adds `--top` and `--verbose`. */
export function depth(command: Command): Command {
  return command
    .option('--top <n>', 'how many options to explain', wholeNumber('--top'), 5)
    .option('-v, --verbose', 'everything, rather than what matters most');
}

/** Reads the whole number that an option takes, from 1 to a most. */
export function wholeNumber(option: string, most = 9999, least: 0 | 1 = 1): (text: string) => number {
  return text => {
    if (/^(0|[1-9][0-9]{0,6})$/.test(text) && Number(text) >= least && Number(text) <= most)
      return Number(text);
    const to = most === 9999 ? '' : ` to ${most}`;
    throw new Stop(EXIT.usage, `${option} takes a whole number from ${least}${to}, not \`${text}\``);
  };
}

/** How to print, from what was asked for and where the output goes. */
export function reportOptions({ top = 5, verbose = false, color, output }: Settings, io: Io): ReportOptions {
  const width = io.tty && output === undefined ? Math.max(60, Math.min(160, io.columns ?? 80)) : 80;
  return { width, color: wantsColor(color, output, io), top, verbose };
}

/** Colour where it was asked for; else only on a terminal that wants it. */
export function wantsColor(
  asked: boolean | undefined,
  output: string | undefined,
  { tty, env }: Io,
): boolean {
  if (asked !== undefined) return asked;
  return (env.NO_COLOR ?? '') === '' && tty && output === undefined && env.TERM !== 'dumb';
}
