import { useEffect, useRef, useState } from 'preact/hooks';
import { verdict } from '../../report/verdict.js';
import type { Judged } from '../judge.js';

/** Long enough that a drag is told of once. */
const CALM = 500;

/** Tells who listens rather than looks, politely, what the change came to. Silent until something changes. */
export function Leader({ judged, name }: { judged: Judged; name: 'a' | 'b' | null }) {
  const [said, setSaid] = useState('');
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => setSaid(sayOf(judged, name)), CALM);
    return () => clearTimeout(timer);
  }, [judged, name]);
  return (
    <p class="sr" role="status" id="leader">
      {said}
    </p>
  );
}

function sayOf({ appraisal, diagnostics }: Judged, name: 'a' | 'b' | null): string {
  const of = name ? `Situation ${name.toUpperCase()}: ` : '';
  if (appraisal) return `${of}${verdict(appraisal)}`;
  return `${of}This situation cannot be judged: ${diagnostics.find(({ severity }) => severity === 'error')?.message}`;
}
