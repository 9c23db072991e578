import { run } from '../../src/cli/main.js';

/** What a command printed, and how it ended. */
export interface Ran {
  exit: number;
  out: string;
  err: string;
}

/** Runs a command line in this process, with streams of its own. Not a terminal unless it is said. */
export async function demarche(
  args: readonly string[],
  world: { stdin?: string; tty?: boolean; env?: Record<string, string>; columns?: number } = {},
): Promise<Ran> {
  const ran: Ran = { exit: -1, out: '', err: '' };
  ran.exit = await run(args, {
    out: text => {
      ran.out += text;
    },
    err: text => {
      ran.err += text;
    },
    stdin: async () => world.stdin ?? '',
    env: world.env ?? {},
    tty: world.tty ?? false,
    columns: world.columns,
  });
  return ran;
}
