/** Kinds of saved results that can be rendered again. */
const KINDS: readonly unknown[] = ['appraisal/1', 'comparison/1'];

/** The results in a saved file: one, or a list of them. A `problem` says why it cannot be read. */
export function validateResult(text: string): { results: unknown[]; problem?: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { results: [], problem: 'is not JSON' };
  }
  const results = Array.isArray(data) ? data : [data];
  const known = results.every(one => typeof one === 'object' && one !== null && KINDS.includes(one.format));
  return known && results.length > 0
    ? { results }
    : { results: [], problem: `is no result in the format ${KINDS.join(' or ')}` };
}
