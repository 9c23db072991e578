import { distance } from 'fastest-levenshtein';

const LONGEST = 100;

/** The help `did you mean …?` with the known name nearest to the one given, if any is near. Ties go by id. */
export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  const nearest = nearestTo(name, known);
  return nearest === undefined ? undefined : `did you mean \`${nearest}\`?`;
}

/** The known name that is a third of its letters or less away, the nearest and of several the first by id. */
export function nearestTo(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  const most = Math.max(1, Math.floor(name.length / 3));
  const near = [...known]
    .filter(other => Math.abs(other.length - name.length) <= most)
    .map(other => ({ other, far: distance(name.toLowerCase(), other.toLowerCase()) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far || (a.other < b.other ? -1 : 1));
  return near[0]?.other;
}
