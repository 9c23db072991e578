import { printing, wholeNumber } from '../settings.js';
import { type CommandEntry, many } from './entry.js';

/** Commands that find what is wrong with rules. */
export const TESTING: readonly CommandEntry[] = [
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
          start(async io => (await import('../check.js')).checkCommand(paths, asked, io)),
        ),
  },
  {
    name: 'test',
    args: '[rule-set...]',
    about: 'Run the worked cases of a rule set, and try its properties in situations drawn at random.',
    examples: [
      'test rules/patron-backed-regimes',
      'test rules/patron-backed-regimes --filter asean',
      'test rules/patron-backed-regimes --format junit -o cases.xml',
    ],
    define: (command, start) =>
      printing(command, ['text', 'json', 'junit', 'github'])
        .option('--filter <text>', 'only cases and properties whose id or title holds this')
        .option('-v, --verbose', 'also the cases that pass')
        .option('--coverage', 'what the cases show of each rule, comparison and fact, and what never')
        .option('--lcov <file>', 'that as an lcov tracefile')
        .option('--listing <file>', 'that beside the text of the rules, line by line')
        .option(
          '--threshold <n>',
          'fail where they show less than so many hundredths of that',
          wholeNumber('--threshold', 100),
        )
        .option(
          '--runs <n>',
          'in how many situations to try each property',
          wholeNumber('--runs', 9_999_999),
          100,
        )
        .option('--seed <n>', 'what they are drawn from', wholeNumber('--seed', 9_999_999), 1)
        .option('--watch', 'run again whenever a file of the rule set changes')
        .action((folders: string[], asked) =>
          start(async io => (await import('../test.js')).testCommand(folders, asked, io)),
        ),
  },
  {
    name: 'verify',
    args: '[rule-set...]',
    about:
      'Prove the properties of a rule set for every possible situation, or show the smallest in which one fails.',
    examples: [
      'verify rules/patron-backed-regimes',
      'verify rules/patron-backed-regimes --filter talks --verbose',
      'verify rules/patron-backed-regimes --write refuted',
      'verify rules/patron-backed-regimes --audit --scenarios scenarios',
    ],
    define: (command, start) =>
      printing(command, ['text', 'json'])
        .option(
          '--audit',
          'look instead for rules, parts of conditions, options, cells and thresholds without effect',
        )
        .option('--scenarios <dir>', 'with --audit: hold thresholds against the scenarios below this folder')
        .option('--filter <text>', 'only properties whose id or title, or audits whose name, holds this')
        .option('-v, --verbose', 'every property and finding in full')
        .option(
          '--time-limit <s>',
          'after how many seconds to leave a property, or one question of an audit, undecided',
          wholeNumber('--time-limit'),
          10,
        )
        .option('--write <dir>', 'write each situation that is found as a scenario into this folder')
        .action((folders: string[], asked) =>
          start(async io => (await import('../verify.js')).verifyCommand(folders, asked, io)),
        ),
  },
  {
    name: 'mutate',
    args: '[rule-set...]',
    about:
      'Change the rules of a rule set one small step at a time, and show which changes its cases and properties do not notice.',
    examples: [
      'mutate rules/patron-backed-regimes',
      'mutate rules/patron-backed-regimes --filter embargo --verbose',
      'mutate rules/patron-backed-regimes --threshold 90',
    ],
    define: (command, start) =>
      printing(command, ['text', 'json'])
        .option('--filter <text>', 'only rules and named conditions whose id holds this')
        .option('-v, --verbose', 'every change that is not noticed or has no effect')
        .option(
          '--threshold <n>',
          'fail where fewer than so many hundredths are noticed (100 unless it is said)',
          wholeNumber('--threshold', 100),
        )
        .option(
          '--time-limit <s>',
          'after how many seconds to give up the proof that a change has no effect, or breaks a property',
          wholeNumber('--time-limit'),
          5,
        )
        .action((folders: string[], asked) =>
          start(async io => (await import('../mutate.js')).mutateCommand(folders, asked, io)),
        ),
  },
  {
    name: 'balance',
    args: '<rule-set>',
    about: 'How many rules speak of each option, how far they can take it, and how often it leads.',
    examples: [
      'balance rules/patron-backed-regimes',
      'balance rules/patron-backed-regimes --format markdown',
    ],
    define: (command, start) =>
      printing(command, ['text', 'json', 'markdown'])
        .option('-v, --verbose', 'how often options lead by each perspective as well')
        .option('--seed <n>', 'what situations are drawn from', wholeNumber('--seed', 9_999_999), 1)
        .option(
          '--time-limit <s>',
          'after how many seconds to give up the proof that a cell comes to no more',
          wholeNumber('--time-limit'),
          10,
        )
        .action((folder: string, asked) =>
          start(async io => (await import('../balance.js')).balanceCommand(folder, asked, io)),
        ),
  },
  {
    name: 'diff',
    args: '<rule-set-a> <rule-set-b>',
    about:
      'What a change of rules does: in words, for scenarios, and whether the two can differ in any possible situation. Either is a folder, or `REV:path` of a git revision.',
    examples: [
      'diff HEAD:rules/patron-backed-regimes rules/patron-backed-regimes',
      'diff v1.0:rules/patron-backed-regimes rules/patron-backed-regimes --scenarios scenarios',
      'diff rules/patron-backed-regimes ../draft --write found',
    ],
    define: (command, start) =>
      printing(command)
        .option(
          '--scenarios <path>',
          'appraise these by both: a file, or all below a folder (repeatable); left out: all below this folder that name one of the two',
          many,
        )
        .option('--perspective <id>', 'judge by this perspective alone')
        .option('-v, --verbose', 'everything, rather than what matters most')
        .option(
          '--time-limit <s>',
          'after how many seconds to leave cells, or the leader by a perspective, undecided',
          wholeNumber('--time-limit'),
          10,
        )
        .option('--write <dir>', 'write each situation that is found as scenarios of both into this folder')
        .option('--exit-code', 'exit with 1 where the two differ in some situation, or may')
        .action((a: string, b: string, asked) =>
          start(async (io, args) => (await import('../diff.js')).diffCommand(a, b, asked, io, args)),
        ),
  },
];
