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
  world: { stdin?: string | Uint8Array; tty?: boolean; env?: Record<string, string>; columns?: number } = {},
): Promise<Ran> {
  const ran: Ran = { exit: -1, out: '', err: '' };
  ran.exit = await run(args, {
    out: text => {
      ran.out += text;
    },
    err: text => {
      ran.err += text;
    },
    stdin: async most => {
      const bytes = Buffer.from(world.stdin ?? '');
      return { bytes: bytes.subarray(0, most), whole: bytes.length <= most };
    },
    env: world.env ?? {},
    progress: () => undefined,
    tty: world.tty ?? false,
    columns: world.columns,
  });
  return ran;
}
