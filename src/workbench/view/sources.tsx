import type { Source } from '../../index.js';
import { webAddress } from '../shown.js';

/** The sources that are cited, by title, each a link where it leads to the web. */
export function SourceList({
  ids,
  sources,
}: {
  ids: readonly string[];
  sources: Readonly<Record<string, Source>>;
}) {
  if (ids.length === 0) return null;
  return (
    <ul class="sources" aria-label="Sources">
      {ids.map(citation => (
        <Cited key={citation} citation={citation} source={sources[citation.split('#')[0]!]} />
      ))}
    </ul>
  );
}

function Cited({ citation, source }: { citation: string; source: Source | undefined }) {
  const locator = citation.split('#')[1];
  if (!source) return <li>{citation}</li>;
  const address = webAddress(source.url) ?? webAddress(source.doi && `https://doi.org/${source.doi}`);
  const { title, authors, container, date, checked } = source;
  const from = [authors?.join('; '), container, date, locator?.replaceAll('-', ' ')].filter(
    part => part !== undefined,
  );
  return (
    <li>
      {address === undefined ? (
        <cite>{title}</cite>
      ) : (
        <a href={address} target="_blank" rel="noopener noreferrer">
          {title}
        </a>
      )}
      {from.length > 0 && <span class="from"> {from.join(', ')}</span>}
      {checked === 'recalled' && <span class="from"> (not read again)</span>}
    </li>
  );
}
