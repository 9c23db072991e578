/** A value as a scenario states it, on one line: words as they are, anything longer as JSON. */
export function sayValue(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
