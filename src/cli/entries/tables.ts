import { Option } from 'commander';
import { SUMMARY_FORMATS } from '../../report/options.js';
import { wholeNumber } from '../settings.js';
import { ENGINES, TABLE_FORMATS } from '../table/formats.js';
import { type CommandEntry, many, rowJudging } from './entry.js';

/** Commands for tables of situations. */
export const TABLES: readonly CommandEntry[] = [
  {
    name: 'table',
    args: '[data...]',
    about: 'Score a table: one situation a row, from CSV, Parquet or JSON lines, into the same.',
    examples: [
      'table panel.csv --map panel.map.yaml --perspective relief-agency -o scores.parquet',
      "table 'months/*.parquet' --map panel.map.yaml --base defaults.yaml --rejects rejected.csv -o scores.csv",
      `table --query "SELECT * FROM 'panel.parquet' WHERE year > 2000" --map panel.map.yaml --perspective treasury`,
      'table panel.csv --rule-set rules/example --propose-map -o panel.map.yaml',
      'table panel.csv --map panel.map.yaml --perspective relief-agency --summary --by year -f html -o summary.html',
      'table panel.csv --map panel.map.yaml --perspective relief-agency --summary --against before.parquet',
    ],
    define: (command, start) =>
      rowJudging(command)
        .option('--rule-set <dir>', 'use this rule set rather than the one the mapping names')
        .option('--query <sql>', 'the table is what this gives, in the SQL of DuckDB')
        .addOption(
          new Option('--input-format <format>', 'what is read (default: as the name ends)').choices(
            TABLE_FORMATS,
          ),
        )
        .option(
          '--delimiter <text>',
          'what stands between the cells of CSV (default: a comma, a tab in .tsv)',
        )
        .option('-o, --output <file>', 'write to a file, whole or not at all')
        .addOption(
          new Option(
            '--output-format <format>',
            'what is written (default: as the name ends, else CSV)',
          ).choices(TABLE_FORMATS),
        )
        .option('--long', 'one row for each option, rather than four columns')
        .option('--rules', 'also which rules fired')
        .addOption(
          new Option('--engine <engine>', 'what scores rows: the compiled evaluator, or SQL inside DuckDB')
            .choices(ENGINES)
            .default('evaluator'),
        )
        .option('--rejects <file>', 'write rows that do not fit to this file, with line, column and reason')
        .option('--strict', 'end at the first row that does not fit')
        .option('--propose-map', 'print in place of rows a first mapping file, to be finished by hand')
        .option('--summary', 'print in place of rows how often each option leads, and what decides')
        .option('--by <column>', 'with --summary: by the values of this column (repeatable)', many)
        .option(
          '--against <other>',
          'with --summary: who leads otherwise by another version of the rule set, or in a table of results',
        )
        .addOption(new Option('-f, --format <format>', 'how to print the summary').choices(SUMMARY_FORMATS))
        .option('-v, --verbose', 'with --summary: every rule and fact')
        .option('--workers <n>', 'how many threads score rows', wholeNumber('--workers', 64))
        .option(
          '--memory <mib>',
          'how much DuckDB may hold (default: 1024, or 512 a core)',
          wholeNumber('--memory', 999_999),
        )
        .option('-q, --quiet', 'say nothing but the result and errors')
        .action((data: string[], asked) =>
          start(async (io, args) => (await import('../table/table.js')).tableCommand(data, asked, io, args)),
        ),
  },
];
