import { stringify } from 'csv-stringify/sync';

/** Rows as CSV with a header. Text that a spreadsheet would take for a formula is escaped; negative numbers stay numbers. */
export function csv(
  rows: readonly Readonly<Record<string, string | number>>[],
  columns: readonly string[],
): string {
  const cast = {
    string: (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text),
    number: (x: number) => String(x),
  };
  return stringify([...rows], { header: true, columns: [...columns], cast });
}
