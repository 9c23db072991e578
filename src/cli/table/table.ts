import { resolve } from 'node:path';
import type { SummaryFormat } from '../../report/options.js';
import { EXIT, type Io, Stop } from '../io.js';
import { emit } from '../output.js';
import { openDuck } from './duckdb.js';
import type { TableFormat } from './formats.js';
import { openMapping } from './mapping.js';
import type { AskedOfTable } from './open-table.js';
import { proposeMap } from './propose-map.js';
import { formatByName, openSource } from './source.js';
import { summarised } from './summarised.js';
import { packingOf } from './write-results.js';
import { printTable, writeTable } from './write-table.js';

/** `demarche table DATA…` */
export async function tableCommand(
  data: readonly string[],
  { format: form, ...asked }: AskedOfTable & { format?: SummaryFormat },
  io: Io,
  args: readonly string[],
): Promise<number> {
  if (!asked.summary && (asked.by || asked.verbose || form || asked.against))
    throw new Stop(EXIT.usage, '--by, --against, --format and --verbose go with --summary');
  if (asked.engine === 'sql' && (asked.summary || asked.rules))
    throw new Stop(EXIT.usage, '--engine sql scores rows alone: leave out --rules and --summary');
  refuseRejects(asked);
  const format = asked.summary || asked.proposeMap ? 'csv' : outputFormat(asked);
  const mapping = await openMapping(asked, io);
  const duck = await openDuck(asked.memory);
  try {
    // What is carried from CSV to CSV stays as it is written.
    const plain = format === 'csv' && !asked.summary && !asked.proposeMap;
    const source = await openSource(duck, { data, plain, ...asked }, io);
    try {
      const opened = { duck, source, mapping, asked, io };
      if (asked.proposeMap)
        await emit(await proposeMap(duck, source, mapping, asked.output), asked.output, io);
      else if (asked.summary) await summarised(opened, form ?? 'text', args);
      else if (asked.output === undefined || asked.output === '-') await printTable(opened, format, args);
      else await writeTable(opened, asked.output, format, args);
    } finally {
      await source.forget();
    }
  } finally {
    duck.close();
  }
  return EXIT.done;
}

/** Rejected rows need a file of their own. */
function refuseRejects({ rejects, output }: AskedOfTable): void {
  if (rejects === undefined) return;
  if (rejects === '-') throw new Stop(EXIT.usage, '--rejects takes the name of a file');
  if (output !== undefined && resolve(rejects) === resolve(output))
    throw new Stop(EXIT.usage, `--rejects and --output both name \`${rejects}\``);
}

function outputFormat({ output, outputFormat }: AskedOfTable): TableFormat {
  const isPrinted = output === undefined || output === '-';
  const format = outputFormat ?? (isPrinted ? 'csv' : formatByName(output));
  if (format === undefined)
    throw new Stop(
      EXIT.usage,
      `\`${output}\` does not tell its format: name it .csv, .parquet or .jsonl, or use --output-format`,
    );
  if (!isPrinted && format === 'parquet' && packingOf(output) !== 'none')
    throw new Stop(EXIT.usage, 'Parquet is packed inside: name the file .parquet');
  if (isPrinted && format === 'parquet') throw new Stop(EXIT.usage, 'Parquet goes into a file: use --output');
  return format;
}
