import type { Scalar } from 'yaml';

/**
 * The name that a scalar key stands for: numbers as JavaScript writes them, so that `1.0` as a key and as a
 * value are one; everything else as the author wrote it. `undefined` if nothing is written, or no finite number.
 */
export function keyText({ value, source, type }: Scalar): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  return type === 'PLAIN' && source ? source : undefined;
}
