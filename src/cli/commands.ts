import { type Command, Option } from 'commander';
import type { Io } from './io.js';
import { depth, printing, wholeNumber } from './settings.js';
import type { situationsCommand } from './situations.js';

/** What a command does once its arguments are read. Gives the exit code. */
type Work = (io: Io, args: readonly string[]) => Promise<number>;

interface CommandEntry {
  name: string;
  args: string;
  about: string;
  examples: readonly string[];
  /** Adds its options, and starts its work. The work is loaded only when the command runs. */
  define(command: Command, start: (work: Work) => Promise<void>): void;
}

const many = (value: string, before: readonly string[] = []): string[] => [...before, value];

function judging(command: Command): Command {
  return command
    .option('--set <fact=value>', 'change a fact for this run (repeatable)', many)
    .option('--weight <criterion=share>', 'fix the share of a criterion, 0 to 1 (repeatable)', many)
    .option('--rule-set <dir>', 'use this rule set rather than the one the scenario names');
}

/** The options of an analysis over all that a scenario holds possible, and its work. */
function overSituations(
  command: Command,
  load: () => Promise<Parameters<typeof situationsCommand>[0]>,
  start: (work: Work) => Promise<void>,
  more: (command: Command) => Command = command => command,
): void {
  more(judging(depth(printing(command))))
    .option('--perspective <id>', 'judge by this perspective')
    .option(
      '--draws <n>',
      'how many situations to draw where there are too many, in lots of 4093, two at least',
      wholeNumber('--draws', 9_999_999),
      65_488,
    )
    .option('--seed <n>', 'what the draws start from', wholeNumber('--seed', 9_999_999), 1)
    .action((scenario: string, asked) =>
      start(async (io, args) => {
        const run = (await import('./situations.js')).situationsCommand;
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

/** Every command, in the order in which help lists them. A new one is a file and an entry here. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'appraise',
    args: '<scenario...>',
    about: 'Rank the options for a scenario, with the main reasons for and against each.',
    examples: [
      'appraise scenarios/myanmar-2025.yaml',
      'appraise scenarios/myanmar-2025.yaml --perspective all',
      'appraise scenarios/myanmar-2025.yaml --set conflict-intensity=minor',
      'appraise scenarios/myanmar-2025.yaml --aggregate promethee-ii',
    ],
    define: (command, start) =>
      judging(depth(printing(command)))
        .option('--perspective <id>', 'judge by this perspective, or by `all`')
        .addOption(
          new Option('--aggregate <how>', 'check the ranking by another way to aggregate')
            .choices(['weighted-sum', 'promethee-ii'])
            .default('weighted-sum'),
        )
        .option('--no-analysis', 'leave out how sure that is and what would change it')
        .action((scenarios: string[], asked) =>
          start(async (io, args) =>
            (await import('./appraise.js')).appraiseCommand(scenarios, asked, io, args),
          ),
        ),
  },
  {
    name: 'explain',
    args: '<scenario> <option>',
    about:
      'Everything about one option: from its score down to facts and sources, and why it is not ranked higher.',
    examples: ['explain scenarios/myanmar-2025.yaml collective-sanctions'],
    define: (command, start) =>
      judging(printing(command))
        .option('--perspective <id>', 'judge by this perspective')
        .option('--rule <id>', 'only this rule')
        .action((scenario: string, option: string, asked) =>
          start(async (io, args) =>
            (await import('./explain.js')).explainCommand(scenario, option, asked, io, args),
          ),
        ),
  },
  {
    name: 'compare',
    args: '<a> [b]',
    about: 'What moves between two scenarios, or one and itself with `--set`, and which rules move it.',
    examples: [
      'compare scenarios/myanmar-2012.yaml scenarios/myanmar-2025.yaml',
      'compare scenarios/myanmar-2025.yaml --set conflict-intensity=minor',
    ],
    define: (command, start) =>
      judging(depth(printing(command)))
        .option('--perspective <id>', 'judge both by this perspective')
        .action((a: string, b: string | undefined, asked) =>
          start(async (io, args) => (await import('./compare.js')).compareCommand(a, b, asked, io, args)),
        ),
  },
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
          start(async (io, args) => (await import('./flips.js')).flipsCommand(scenario, asked, io, args)),
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
        async () => (await import('../analysis/robustness.js')).robustness,
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
        async () => (await import('../analysis/information.js')).information,
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
      overSituations(command, async () => (await import('../analysis/sensitivity.js')).sensitivity, start),
  },
  {
    name: 'check',
    args: '[path...]',
    about: 'Check rule sets and scenarios: all that are found below the folders named, or below this one.',
    examples: [
      'check',
      'check rules/patron-backed-regimes --strict',
      'check - --rule-set rules/patron-backed-regimes < my-scenario.yaml',
    ],
    define: (command, start) =>
      printing(command, ['text', 'json', 'sarif'])
        .option('--strict', 'warnings are failures')
        .option('--max-warnings <n>', 'fail with more warnings than this', Number)
        .option('--rule-set <dir>', 'check scenarios against this rule set rather than the one they name')
        .action((paths: string[], asked) =>
          start(async io => (await import('./check.js')).checkCommand(paths, asked, io)),
        ),
  },
  {
    name: 'test',
    args: '[rule-set...]',
    about: 'Run the worked cases of a rule set: what is expected of each situation, and what comes out.',
    examples: [
      'test rules/patron-backed-regimes',
      'test rules/patron-backed-regimes --filter asean',
      'test rules/patron-backed-regimes --format junit -o cases.xml',
    ],
    define: (command, start) =>
      printing(command, ['text', 'json', 'junit', 'github'])
        .option('--filter <text>', 'only cases whose id or title holds this')
        .option('-v, --verbose', 'also the cases that pass')
        .option('--coverage', 'what the cases show of each rule and comparison, and what never')
        .option(
          '--threshold <n>',
          'fail where they show less than so many hundredths of that',
          wholeNumber('--threshold', 100),
        )
        .option('--watch', 'run again whenever a file of the rule set changes')
        .action((folders: string[], asked) =>
          start(async io => (await import('./test.js')).testCommand(folders, asked, io)),
        ),
  },
  {
    name: 'init',
    args: '[dir]',
    about: 'A small working rule set, scenario and case to start from.',
    examples: ['init demo'],
    define: (command, start) =>
      command
        .option('-q, --quiet', 'say nothing but errors')
        .action((dir: string | undefined, asked: { quiet?: boolean }) =>
          start(async io => (await import('./init.js')).initCommand(dir ?? '.', asked.quiet === true, io)),
        ),
  },
  {
    name: 'new',
    args: '<rule-set>',
    about: 'A blank scenario with the question and levels of every fact, each of them unknown.',
    examples: ['new rules/patron-backed-regimes -o scenarios/my-case.yaml'],
    define: (command, start) =>
      printing(command, ['text']).action((folder: string, asked) =>
        start(async io => (await import('./new.js')).newCommand(folder, asked, io)),
      ),
  },
  {
    name: 'schema',
    args: '<rule-set>',
    about:
      'A JSON Schema for scenarios of this rule set, so that an editor completes and explains its facts.',
    examples: ['schema rules/my-rules -o rules/my-rules/scenario.schema.json'],
    define: (command, start) =>
      printing(command, ['text', 'json']).action((folder: string, asked) =>
        start(async io => (await import('./schema.js')).schemaCommand(folder, asked, io)),
      ),
  },
  {
    name: 'render',
    args: '<result>',
    about: 'A saved JSON result in any form, without running it again.',
    examples: ['render result.json --format markdown'],
    define: (command, start) =>
      depth(printing(command)).action((path: string, asked) =>
        start(async io => (await import('./render.js')).renderCommand(path, asked, io)),
      ),
  },
  ...(['facts', 'options', 'rules'] as const).map(
    (name): CommandEntry => ({
      name,
      args: '<rule-set>',
      about: {
        facts: 'The codebook: questions, levels and their anchors.',
        options: 'The options that a rule set ranks.',
        rules: 'The rules, with reasons and sources.',
      }[name],
      examples: [`${name} rules/patron-backed-regimes`],
      define: (command, start) =>
        printing(command, ['text', 'json']).action((folder: string, asked) =>
          start(async io => (await import('./browse.js')).browseCommand(name, folder, asked, io)),
        ),
    }),
  ),
];
