import { compare } from '../analysis/compare.js';
import { render } from '../report/formats.js';
import { EXIT, type Io, Stop } from './io.js';
import { commandLine, type Judging, judge } from './judging.js';
import { emit } from './output.js';
import { reportOptions } from './settings.js';

/** The same streams, of which the standard input gives what it holds each time that it is asked. */
function readOnce(io: Io): Io {
  let read: ReturnType<Io['stdin']> | undefined;
  return {
    ...io,
    stdin: most => {
      read ??= io.stdin(most);
      return read;
    },
  };
}

/** `demarche compare A B`, or one scenario and itself with `--set` or `--weight`. */
export async function compareCommand(
  a: string,
  b: string | undefined,
  asked: Judging,
  io: Io,
  args: readonly string[],
): Promise<number> {
  if (b === undefined && !asked.set && !asked.weight) {
    throw new Stop(
      EXIT.usage,
      'compare needs a second scenario, or `--set` or `--weight` to change the first',
    );
  }
  const command = commandLine(args);
  const { set: _, weight: __, ...plain } = asked;
  if (a === '-' && b === '-') throw new Stop(EXIT.usage, 'the standard input can be read only once');
  const once = readOnce(io);
  const before = await judge(a, plain, once, command);
  const after = await judge(b ?? a, asked, once, command);
  await emit(
    render([compare(before, after)], asked.format ?? 'text', reportOptions(asked, io)),
    asked.output,
    io,
  );
  return EXIT.done;
}
