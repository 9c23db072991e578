import { Option } from 'commander';
import { FORMATS } from '../../report/options.js';
import { DIALECT_IDS } from '../../sql/dialect.js';
import { depth, printing, wholeNumber } from '../settings.js';
import { type CommandEntry, many, rowJudging } from './entry.js';

/** Commands that start files off, and show what there is. */
export const WRITING: readonly CommandEntry[] = [
  {
    name: 'init',
    args: '[dir]',
    about: 'A small working rule set, scenario and case to start from.',
    examples: ['init demo'],
    define: (command, start) =>
      command
        .option('-q, --quiet', 'say nothing but errors')
        .action((dir: string | undefined, asked: { quiet?: boolean }) =>
          start(async io => (await import('../init.js')).initCommand(dir ?? '.', asked.quiet === true, io)),
        ),
  },
  {
    name: 'new',
    args: '<rule-set>',
    about: 'A blank scenario with the question and levels of every fact, each of them unknown.',
    examples: ['new rules/patron-backed-regimes -o scenarios/my-case.yaml'],
    define: (command, start) =>
      printing(command, ['text']).action((folder: string, asked) =>
        start(async io => (await import('../new.js')).newCommand(folder, asked, io)),
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
        start(async io => (await import('../schema.js')).schemaCommand(folder, asked, io)),
      ),
  },
  {
    name: 'serve',
    args: '[paths...]',
    about:
      'The workbench of every scenario in a browser, and an HTTP interface for programs, on this machine alone.',
    examples: [
      'serve',
      'serve scenarios/myanmar-2025.yaml --read-only',
      'serve rules/patron-backed-regimes --port 8080',
    ],
    define: (command, start) =>
      command
        .option('--port <n>', 'where to listen; 0 for any free port', wholeNumber('--port', 65_535, 0), 4070)
        .option('--read-only', 'save nothing')
        .option('-q, --quiet', 'say nothing but errors')
        .action((paths: string[], asked) =>
          start(async io => (await import('../serve.js')).serveCommand(paths, asked, io)),
        ),
  },
  {
    name: 'render',
    args: '<result>',
    about: 'A saved JSON result in any form, without running it again.',
    examples: ['render result.json --format markdown', 'render report.json --format html -o report.html'],
    define: (command, start) =>
      depth(printing(command, [...FORMATS, 'html', 'docx'])).action((path: string, asked) =>
        start(async io => (await import('../render.js')).renderCommand(path, asked, io)),
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
          start(async io => (await import('../browse.js')).browseCommand(name, folder, asked, io)),
        ),
    }),
  ),
  {
    name: 'sources',
    args: '<rule-set>',
    about:
      'The sources of a rule set with what rests on each, or its rules with what each stands on; or all of them for citation software.',
    examples: [
      'sources rules/patron-backed-regimes',
      'sources rules/patron-backed-regimes --by rule',
      'sources rules/patron-backed-regimes --format bibtex -o sources.bib',
    ],
    define: (command, start) =>
      printing(command, [...FORMATS, 'csl-json', 'bibtex'])
        .addOption(
          new Option('--by <what>', 'list by source or by rule')
            .choices(['source', 'rule'])
            .default('source'),
        )
        .action((folder: string, asked) =>
          start(async io => (await import('../sources.js')).sourcesCommand(folder, asked, io)),
        ),
  },
  {
    name: 'describe',
    args: '<rule-set>',
    about:
      'A rule set as a document for readers who know the field: options, rules, codebook and sources, in Markdown.',
    examples: ['describe rules/patron-backed-regimes -o patron-backed-regimes.md'],
    define: (command, start) =>
      command
        .option('-o, --output <file>', 'write to a file, whole or not at all')
        .action((folder: string, asked) =>
          start(async io => (await import('../describe.js')).describeCommand(folder, asked, io)),
        ),
  },
  {
    name: 'sql',
    args: '<rule-set>',
    about:
      'A rule set as one SQL statement, for a table with a situation in each row: ranks, scores, low and high, with NULL for unknown.',
    examples: [
      'sql rules/patron-backed-regimes --dialect duckdb --table panel --perspective asean',
      'sql rules/my-rules --dialect postgresql --table public.panel --map panel.map.yaml -o ranks.sql',
      'sql rules/my-rules --dialect snowflake --table PANEL --id COUNTRY --id MONTH --perspective treasury',
    ],
    define: (command, start) =>
      rowJudging(command)
        .addOption(
          new Option('--dialect <dialect>', 'whose SQL to write')
            .choices([...DIALECT_IDS])
            .makeOptionMandatory(),
        )
        .requiredOption(
          '--table <name>',
          'the table, written as the database keeps its name: `schema.table`, or with a dot within `"`',
        )
        .option(
          '--id <column>',
          'by what a row is known (repeatable; else that of the mapping, or `id`)',
          many,
        )
        .option('--wide', 'a row for each situation, with columns for each option')
        .option('-o, --output <file>', 'write to a file, whole or not at all')
        .action((folder: string, asked) =>
          start(async (io, args) => (await import('../sql.js')).sqlCommand(folder, asked, io, args)),
        ),
  },
];
