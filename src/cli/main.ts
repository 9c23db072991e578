import { Command, CommanderError } from 'commander';
import type { Bytes } from '../files/read-bytes.js';
import { PROGRAM } from '../version.js';
import { COMMANDS } from './commands.js';
import { EXIT, type Io, Stop } from './io.js';
import { progressBar } from './progress.js';

/** Runs the command line: a function of its arguments and its streams. Gives the exit code, and never throws. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let exit: number = EXIT.done;
  const program = new Command(PROGRAM.name)
    .description('Options appraisal as code: scenarios in, ranked policy options with their reasons out.')
    .version(PROGRAM.version)
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: text => io.err(text),
      getOutHelpWidth: () => helpWidth(io),
      getErrHelpWidth: () => helpWidth(io),
    })
    .configureHelp({ sortSubcommands: false, minWidthToWrap: 10 })
    .showHelpAfterError('Try --help.')
    .addHelpText('after', '\nShell completion: demarche completion bash|zsh|fish|powershell');
  for (const { name, args: names, about, examples, define } of COMMANDS) {
    const command = program.command(`${name} ${names}`.trim()).description(about).allowExcessArguments(false);
    command.addHelpText(
      'after',
      `\nExamples:\n${examples.map(example => `  $ demarche ${example}`).join('\n')}`,
    );
    define(command, async work => {
      exit = await work(io, args);
    });
  }
  try {
    if (COMPLETION.includes(args[0] ?? '')) {
      const { addCompletion } = await import('./completion.js');
      await addCompletion(program, args);
    }
    await program.parseAsync([...args], { from: 'user' });
    return exit;
  } catch (error) {
    return failed(error, io);
  }
}

/** The commands that print a completion script, and that such a script calls. */
const COMPLETION = ['completion', 'complete'];

function helpWidth({ tty, columns }: Io): number {
  return tty ? Math.max(60, Math.min(100, columns ?? 80)) : 80;
}

function failed(error: unknown, io: Io): number {
  if (error instanceof Stop) {
    io.err(`${error.message}\n`);
    return error.exit;
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  const message = error instanceof Error ? error.message : String(error);
  io.err(
    `This is a bug in demarche: ${message}\nPlease report it with the command and the files that led to it.\n`,
  );
  return EXIT.bug;
}

/** The streams of this process. A pipe that the reader closed ends it quietly, a full disk with a message. */
export function processIo(): Io {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', error => {
      const code = 'code' in error ? String(error.code) : error.message;
      if (code === 'EPIPE') process.exit(0);
      if (stream === process.stdout) process.stderr.write(`cannot write the output (${code})\n`);
      process.exit(EXIT.usage);
    });
  }
  return {
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
    stdin: readStdin,
    chunks: () => process.stdin,
    progress: progressBar(process.stderr),
    env: process.env,
    tty: process.stdout.isTTY === true,
    columns: process.stdout.columns,
  };
}

/** Stops at the limit, however much is still to come. */
async function readStdin(most: number): Promise<Bytes> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > most) break;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, most), whole: size <= most };
}
