import { type Command, Option } from 'commander';
import { depth, drawing, printing, wholeNumber } from '../settings.js';
import type { situationsCommand } from '../situations.js';
import { type CommandEntry, judging, many, type Work } from './entry.js';

/** The options of an analysis over all that a scenario holds possible, and its work. */
function overSituations(
  command: Command,
  load: () => Promise<Parameters<typeof situationsCommand>[0]>,
  start: (work: Work) => Promise<void>,
  more: (command: Command) => Command = command => command,
): void {
  drawing(more(judging(depth(printing(command)))))
    .option('--perspective <id>', 'judge by this perspective')
    .action((scenario: string, asked) =>
      start(async (io, args) => {
        const run = (await import('../situations.js')).situationsCommand;
        return run(await load(), scenario, asked, io, args);
      }),
    );
}

/** What `robustness` can take as uncertain beside facts. */
function uncertain(command: Command): Command {
  return command
    .option('--no-facts', 'take facts as the best estimates have them')
    .addOption(
      new Option('--weights <known>', 'weights are uncertain: near these, of this order, or any').choices([
        'near',
        'order',
        'any',
      ]),
    )
    .option(
      '--concentration <n>',
      'how near with `--weights near`, from 1: the higher, the nearer (default: 50)',
      wholeNumber('--concentration'),
    )
    .option('--evidence', 'points are uncertain, by the strength of their evidence');
}

/** Commands that say how sure a ranking is, and what would change it. */
export const ANALYSING: readonly CommandEntry[] = [
  {
    name: 'flips',
    args: '<scenario>',
    about: 'The smallest changes of facts, and of weights, after which another option leads.',
    examples: [
      'flips scenarios/myanmar-2025.yaml',
      'flips scenarios/myanmar-2025.yaml --to arms-embargo --max 2',
      'flips scenarios/myanmar-2025.yaml --write flipped',
    ],
    define: (command, start) =>
      judging(printing(command))
        .option('--perspective <id>', 'judge by this perspective')
        .option('--to <option>', 'only what puts this option first')
        .option('--max <n>', 'how many facts may change at once, 1 to 4', wholeNumber('--max', 4), 3)
        .option('--top <n>', 'how many to show', wholeNumber('--top'), 10)
        .option('--facts', 'only changes of facts')
        .option('--weights', 'only changes of a weight')
        .option(
          '--time-limit <s>',
          'after how many seconds to tell what is found by then',
          wholeNumber('--time-limit'),
          60,
        )
        .option('--write <dir>', 'write each as a scenario into this folder')
        .action((scenario: string, asked) =>
          start(async (io, args) => (await import('../flips.js')).flipsCommand(scenario, asked, io, args)),
        ),
  },
  {
    name: 'robustness',
    args: '<scenario>',
    about: 'How often each option comes first over all that a scenario holds possible.',
    examples: [
      'robustness scenarios/myanmar-2025.yaml',
      'robustness scenarios/myanmar-2025.yaml --weights near --evidence',
      'robustness scenarios/myanmar-2012.yaml --draws 200000 --seed 7',
    ],
    define: (command, start) =>
      overSituations(
        command,
        async () => (await import('../../analysis/robustness.js')).robustness,
        start,
        uncertain,
      ),
  },
  {
    name: 'information',
    args: '<scenario>',
    about: 'Which fact is most worth finding out, and which answer would change the choice.',
    examples: ['information scenarios/myanmar-2025.yaml', 'information scenarios/myanmar-2012.yaml --top 10'],
    define: (command, start) =>
      overSituations(
        command,
        async () => (await import('../../analysis/information.js')).information,
        start,
        command => command.option('--pairs', 'also what any two facts are worth together'),
      ),
  },
  {
    name: 'sensitivity',
    args: '<scenario>',
    about: 'What drives the result: one fact, one weight, one rule at a time, and all facts at once.',
    examples: [
      'sensitivity scenarios/myanmar-2025.yaml',
      'sensitivity scenarios/myanmar-2025.yaml --verbose',
    ],
    define: (command, start) =>
      overSituations(command, async () => (await import('../../analysis/sensitivity.js')).sensitivity, start),
  },
  {
    name: 'agree',
    args: '<scenario...>',
    about: 'How far several codings of a situation agree, and which disagreements change what leads.',
    examples: [
      'agree scenarios/myanmar-2025.yaml scenarios/codings/*.yaml',
      'agree anna/ ben/ --by id',
      'agree anna.yaml ben.yaml --pool pooled.yaml --coder-weights anna=2,ben=1',
    ],
    define: (command, start) =>
      depth(printing(command))
        .option('--perspective <id>', 'judge all by this perspective')
        .option('--weight <criterion=share>', 'fix the share of a criterion, 0 to 1 (repeatable)', many)
        .option('--rule-set <dir>', 'use this rule set rather than the one the scenarios name')
        .addOption(
          new Option(
            '--by <what>',
            'what tells situations apart: all are one, or by folder, id or day (default: folder where one is named)',
          ).choices(['one', 'folder', 'id', 'as-of']),
        )
        .option('--pool <file>', 'write one scenario with probabilities from all')
        .option(
          '--coder-weights <list>',
          'weights of coders in the pool, as `anna=2,ben=1` (default: 1 each)',
        )
        .addOption(
          new Option('--unknown <how>', 'what the pool does with a coder who does not know a fact')
            .choices(['left-out', 'prior'])
            .default('left-out'),
        )
        .option('--seed <n>', 'what the intervals of alpha start from', wholeNumber('--seed', 9_999_999), 1)
        .action((scenarios: string[], asked) =>
          start(async (io, args) => (await import('../agree.js')).agreeCommand(scenarios, asked, io, args)),
        ),
  },
  {
    name: 'backtest',
    args: '<folder>',
    about:
      'How situations on record rank, held against what was done and what followed: misses first. No validation.',
    examples: [
      'backtest scenarios/history',
      'backtest scenarios/history --verbose',
      'backtest scenarios/history --format csv -o history.csv',
    ],
    define: (command, start) =>
      printing(command)
        .option('-v, --verbose', 'what each judgement rests on, of hits as well')
        .option(
          '--draws <n>',
          'how often cases are drawn anew for the intervals',
          wholeNumber('--draws', 999_999),
          10_000,
        )
        .option('--seed <n>', 'what these draws start from', wholeNumber('--seed', 9_999_999), 1)
        .option('--rule-set <dir>', 'use this rule set rather than the one the scenarios name')
        .action((folder: string, asked) =>
          start(async (io, args) =>
            (await import('../backtest.js')).backtestCommand(folder, asked, io, args),
          ),
        ),
  },
];
