import { isRecalled } from '../model/grounds.js';
import type { Source } from '../model/rule-set.js';

/** A name in CSL-JSON: of a person, or of a body, which has no parts. */
export type CslName = { family: string; given: string } | { literal: string };

/** A source as CSL-JSON, the form in which citation software takes references (citationstyles.org, schema 1.0.2). */
export interface CslItem {
  id: string;
  type: string;
  title: string;
  genre?: string;
  author?: CslName[];
  issued?: { 'date-parts': [number[]] };
  'container-title'?: string;
  publisher?: string;
  volume?: string;
  issue?: string;
  page?: string;
  DOI?: string;
  URL?: string;
  note?: string;
}

/** What each kind is called there, and what is said of it beside. */
const TYPES: Readonly<Record<string, { type: string; genre?: string }>> = {
  article: { type: 'article-magazine' },
  book: { type: 'book' },
  chapter: { type: 'chapter' },
  'journal-article': { type: 'article-journal' },
  'working-paper': { type: 'report', genre: 'Working paper' },
  thesis: { type: 'thesis' },
  report: { type: 'report' },
  news: { type: 'article-newspaper' },
  'web-page': { type: 'webpage' },
  'official-record': { type: 'document', genre: 'Official record' },
  'legal-document': { type: 'document', genre: 'Legal document' },
  'press-release': { type: 'document', genre: 'Press release' },
  dataset: { type: 'dataset' },
  statement: { type: 'document', genre: 'Statement' },
};

/** Kinds that are parts of what their container names; of the others it says who published them. */
const IN_CONTAINER = ['article', 'chapter', 'journal-article', 'news', 'web-page'];

/** `World Development 84:299-311` or `Policy Studies Journal 43(1)`, taken apart. */
const JOURNAL = /^(?<name>\D+) (?<volume>\d+)(?:\((?<issue>\d[^()]*)\))?(?::(?<page>[\d-]+))?$/;

/** Sources as CSL-JSON. What the format has no place for, such as whether somebody read it, stands in the note. */
export function cslItems(sources: Iterable<Source>): CslItem[] {
  return [...sources].map(cslItem);
}

function cslItem(source: Source): CslItem {
  const { id, kind, title, authors, date, doi, url, note } = source;
  const said = [isRecalled(source) ? 'cited from memory, not read' : undefined, note].filter(
    part => part !== undefined,
  );
  return {
    id,
    ...(TYPES[kind] ?? { type: 'document' }),
    title,
    ...(authors && { author: authors.map(cslName) }),
    ...(date !== undefined && { issued: { 'date-parts': [date.split('-').map(Number)] } }),
    ...published(source),
    ...(doi !== undefined && { DOI: doi }),
    ...(url !== undefined && { URL: url }),
    ...(said.length > 0 && { note: said.join('; ') }),
  };
}

function cslName(name: string): CslName {
  const [family, given] = name.split(', ');
  return given === undefined ? { literal: name } : { family: family!, given };
}

function published({ kind, container }: Source): Partial<CslItem> {
  if (container === undefined) return {};
  const parts = kind === 'journal-article' ? JOURNAL.exec(container)?.groups : undefined;
  if (!parts)
    return IN_CONTAINER.includes(kind) ? { 'container-title': container } : { publisher: container };
  const { name, volume, issue, page } = parts;
  return {
    'container-title': name!,
    volume: volume!,
    ...(issue !== undefined && { issue }),
    ...(page !== undefined && { page }),
  };
}
