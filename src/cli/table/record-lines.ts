import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import zlib from 'node:zlib';

/** A record of a text file, its header among them. */
export interface RecordLine {
  /** Its number, with lines that hold nothing, as DuckDB counts when it says what it could not take apart. From 1. */
  number: number;
  /** The line that it starts in, as an editor counts. From 1. */
  line: number;
}

/** How a text file is cut into records. */
export interface Cutting {
  /** What stands between cells that may be quoted; nothing in JSON lines, of which each line is a record. */
  delimiter?: string;
  /** Whether a line that holds nothing is a record too, as it is where a table has one column. */
  blanks: boolean;
}

const [TAB, LF, CR, SPACE, QUOTE] = [9, 10, 13, 32, 34] as const;

/** The records of a file in order. DuckDB numbers rows, and a value across several lines, or a line with nothing, is no row more. */
export async function* recordLines(file: string, cutting: Cutting): AsyncGenerator<RecordLine> {
  const cut = cutter(cutting);
  for await (const chunk of unpacked(file)) yield* cut.next(chunk as Uint8Array);
  yield* cut.end();
}

function unpacked(file: string): AsyncIterable<unknown> {
  const bytes = createReadStream(file);
  const { createZstdDecompress } = zlib as { createZstdDecompress?: () => NodeJS.ReadWriteStream }; // From Node 22.15 on.
  if (file.endsWith('.gz')) return bytes.pipe(zlib.createGunzip());
  if (!file.endsWith('.zst')) return bytes;
  return createZstdDecompress ? bytes.pipe(createZstdDecompress()) : Readable.from([]);
}

/** Takes a file apart byte by byte: what is asked of each is little, and the file may be large. */
function cutter({ delimiter, blanks }: Cutting) {
  const mark = delimiter === undefined ? -1 : Buffer.from(delimiter).at(-1)!;
  let [number, line, start] = [1, 1, 1];
  let [isBlank, isQuoted, isCellStart] = [true, false, true];
  let [before, isFirst, wasQuoted] = [0, true, false];
  const ended = (): RecordLine[] => {
    const found = isBlank && !blanks ? [] : [{ number, line: start }];
    number += 1;
    start = line;
    [isBlank, isCellStart] = [true, true];
    return found;
  };
  return {
    *next(chunk: Uint8Array): Generator<RecordLine> {
      for (const byte of chunk) {
        isFirst &&= BOM.includes(byte);
        if (isFirst) continue;
        const isSecondHalf = byte === LF && before === CR;
        const isNewLine = (byte === LF && !isSecondHalf) || byte === CR;
        if (isNewLine) line += 1;
        if (isSecondHalf) {
          before = byte;
          continue;
        }
        if (isQuoted) {
          if (byte === QUOTE) isQuoted = false;
        } else if (isNewLine) yield* ended();
        else {
          // A mark that is doubled ends one quoted part and starts the next.
          if (byte === QUOTE && mark !== -1) isQuoted = isCellStart || (wasQuoted && before === QUOTE);
          if (isCellStart) wasQuoted = isQuoted;
          isCellStart = byte === mark;
          if (mark !== -1 || (byte !== SPACE && byte !== TAB)) isBlank = false;
        }
        before = byte;
      }
    },
    *end(): Generator<RecordLine> {
      if (!isBlank) yield* ended();
    },
  };
}

/** The bytes that may stand before everything else. */
const BOM: readonly number[] = [0xef, 0xbb, 0xbf];

/** Which line each row is in, told in order. */
export interface RowLines {
  /** Of the row of this number, from 1; `before` are the records since the last one that was asked for which are no rows. */
  ofRow(row: number): Promise<{ line: number; before: RecordLine[] }>;
  /** The records after it that are no rows. */
  others(): Promise<RecordLine[]>;
}

/** Finds the lines of rows among the records of a file, of which the first is a header if there is one, and some are no rows. */
export function rowLines(
  records: AsyncGenerator<RecordLine>,
  { header, unread }: { header: boolean; unread: ReadonlySet<number> },
): RowLines {
  let row = header ? -1 : 0;
  const next = async (wanted: number) => {
    const before: RecordLine[] = [];
    let line = wanted + (header ? 1 : 0);
    while (row < wanted) {
      const { value, done } = await records.next();
      if (done) break;
      if (unread.has(value.number)) before.push(value);
      else {
        row += 1;
        line = value.line;
      }
    }
    return { line, before };
  };
  return { ofRow: next, others: async () => (await next(Number.POSITIVE_INFINITY)).before };
}
