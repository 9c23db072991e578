import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordLines } from '../../src/cli/table/record-lines.js';

const file = join(mkdtempSync(join(tmpdir(), 'demarche-lines-')), 'lines.csv');
const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' ', 'é'), maxLength: 5 });
const quoted = (text: string) => (/[,"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

it('takes a mark within a cell for nothing but itself', async () => {
  writeFileSync(file, 'size\n5""\n5"\n6\n');
  const found: number[] = [];
  for await (const { line } of recordLines(file, { delimiter: ',', blanks: false })) found.push(line);
  expect(found).toEqual([1, 2, 3, 4]);
});

it('finds the line of each record, whatever its cells hold and whatever empty lines stand between', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(2), fc.tuple(cell, cell))),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      async (records, end, isEnded) => {
        let text = '\ufeff';
        const wanted = records.map(([blanks, cells]) => {
          text += end.repeat(blanks);
          const line = text.split('\n').length;
          text += `${cells.map(quoted).join(',')}${end}`;
          return line;
        });
        writeFileSync(file, isEnded ? text : text.replace(/\r?\n$/, ''));
        const found: number[] = [];
        for await (const { line } of recordLines(file, { delimiter: ',', blanks: false })) found.push(line);
        expect(found).toEqual(wanted);
      },
    ),
  ));
