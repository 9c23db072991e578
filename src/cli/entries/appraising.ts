import { Option } from 'commander';
import { REPORT_FORMATS } from '../../report/options.js';
import { coloured, depth, drawing, printing, wholeNumber } from '../settings.js';
import { type CommandEntry, judging, many } from './entry.js';

/** Commands about one appraisal. */
export const APPRAISING: readonly CommandEntry[] = [
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
            (await import('../appraise.js')).appraiseCommand(scenarios, asked, io, args),
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
            (await import('../explain.js')).explainCommand(scenario, option, asked, io, args),
          ),
        ),
  },
  {
    name: 'perspectives',
    args: '<scenario>',
    about:
      'Every perspective on a scenario side by side: what they weigh and why, what all agree on, and where they part.',
    examples: [
      'perspectives scenarios/myanmar-2025.yaml',
      'perspectives scenarios/myanmar-2025.yaml --verbose',
      'perspectives scenarios/myanmar-2025.yaml --set conflict-intensity=minor',
    ],
    define: (command, start) =>
      printing(command)
        .option('--set <fact=value>', 'change a fact for this run (repeatable)', many)
        .option('--rule-set <dir>', 'use this rule set rather than the one the scenario names')
        .option('--first <n>', 'how many places count as leading', wholeNumber('--first'), 3)
        .option('-v, --verbose', 'every reason, and every pair of leading options on which they part')
        .action((scenario: string, asked) =>
          start(async (io, args) =>
            (await import('../perspectives.js')).perspectivesCommand(scenario, asked, io, args),
          ),
        ),
  },
  {
    name: 'report',
    args: '<scenario...>',
    about:
      'All that can be said of one or more scenarios, as one page to read, print and send: the answer, its reasons and its doubts.',
    examples: [
      'report scenarios/myanmar-2025.yaml -o report.html',
      'report scenarios/myanmar-2012.yaml scenarios/myanmar-2025.yaml -o both.html',
      'report scenarios/myanmar-2025.yaml --format docx -o report.docx',
    ],
    define: (command, start) =>
      drawing(judging(printing(command, REPORT_FORMATS, 'html')))
        .option('--perspective <id>', 'judge by this perspective')
        .option('--top <n>', 'how many options to set out in full', wholeNumber('--top'), 3)
        .option('--max <n>', 'how many facts may change at once, 1 to 4', wholeNumber('--max', 4), 3)
        .option(
          '--time-limit <s>',
          'after how many seconds to tell which changes are found by then',
          wholeNumber('--time-limit'),
          60,
        )
        .action((scenarios: string[], asked) =>
          start(async (io, args) => (await import('../report.js')).reportCommand(scenarios, asked, io, args)),
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
          start(async (io, args) => (await import('../compare.js')).compareCommand(a, b, asked, io, args)),
        ),
  },
  {
    name: 'workbench',
    args: '<scenario>',
    about: 'One page, as a file, in which facts and weights are changed and the ranking follows at once.',
    examples: ['workbench scenarios/myanmar-2025.yaml -o workbench.html'],
    define: (command, start) =>
      coloured(command)
        .option('-o, --output <file>', 'write the page to this file, whole or not at all')
        .option('--rule-set <dir>', 'use this rule set rather than the one the scenario names')
        .action((scenario: string, asked) =>
          start(async io => (await import('../workbench.js')).workbenchCommand(scenario, asked, io)),
        ),
  },
];
