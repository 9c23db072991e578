import { Option } from 'commander';
import { depth, printing } from '../settings.js';
import { type CommandEntry, judging } from './entry.js';

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
];
