import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csv } from '../../report/csv.js';
import { EXIT, Stop } from '../io.js';
import type { Reject } from './rejects.js';
import { whileRemoving } from './temporary.js';
import { targetAt } from './write-results.js';

const COLUMNS = ['file', 'line', 'column', 'reason'] as const;
const AT_ONCE = 1000;

/** Writes rejected rows as CSV: one line for each cell that does not fit. */
export async function writeRejects(rejects: AsyncGenerator<Reject>, output: string): Promise<void> {
  const target = await targetAt(output);
  await whileRemoving(target.drop, async () => {
    try {
      await pipeline(Readable.from(lines(rejects)), createWriteStream(target.beside));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      throw new Stop(EXIT.usage, `cannot write \`${output}\` (${String(error.code)})`);
    }
    await target.keep();
  });
}

async function* lines(rejects: AsyncGenerator<Reject>): AsyncGenerator<string> {
  yield `${COLUMNS.join(',')}\n`;
  let rows: Record<string, string | number>[] = [];
  const text = () => csv(rows, COLUMNS).replace(/^.*\n/, '');
  for await (const reject of rejects) {
    rows.push({ ...reject });
    if (rows.length < AT_ONCE) continue;
    yield text();
    rows = [];
  }
  if (rows.length > 0) yield text();
}
