import type { JSX } from 'preact';
import type { Inline, Text } from '../document.js';
import { safeLink } from '../safe-link.js';

/** Running text. */
export function Runs({ text }: { text: Text }): JSX.Element {
  return <>{text.map(run => piece(run))}</>;
}

function piece(run: Inline): JSX.Element | string {
  if (typeof run === 'string') return run;
  if ('strong' in run) return <strong>{run.strong}</strong>;
  if ('id' in run) return <small class="id">{run.id}</small>;
  if ('go' in run) return <a href={`#${run.go}`}>{run.text}</a>;
  if ('cite' in run)
    return (
      <a class="cite" href={`#${run.to}`}>
        [{run.cite}
        {run.at === undefined ? '' : `, ${run.at}`}]
      </a>
    );
  const href = safeLink(run.href);
  if (href === undefined) return run.text;
  return (
    <a class="out" rel="noopener noreferrer" href={href}>
      {run.text}
    </a>
  );
}
