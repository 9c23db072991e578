import type { ListedSource, RuleOnSources, SourceList, SourceUse } from '../model/sources.js';
import { authorsOf } from './cited.js';
import { csv } from './csv.js';
import { safely } from './layout.js';
import { count } from './lists.js';
import type { ReportOptions } from './options.js';
import { type Line, outlineMarkdown, outlinePlain, outlineText, type Section } from './outline.js';

/** The sources of a rule set with what rests on each, or its rules with what each stands on, for a terminal. */
export function sourcesText(list: SourceList, options: ReportOptions): string {
  return outlineText(sections(safely(list)), options);
}

/** The same in sentences. */
export function sourcesPlain(list: SourceList, options: ReportOptions): string {
  return outlinePlain(sections(safely(list)), options);
}

/** The same as Markdown. */
export function sourcesMarkdown(list: SourceList): string {
  return outlineMarkdown(sections(safely(list)));
}

/** A row for each use; for a source that nothing uses one without. */
export function sourcesCsv({ sources, ruleSet }: SourceList): string {
  const none = { kind: '', id: '', title: '', criterion: null, locator: null };
  const rows = sources.flatMap(source =>
    (source.uses.length > 0 ? source.uses : [none]).map(use => ({
      ...{ source: source.id, kind: source.kind, authors: source.authors?.join('; ') ?? '' },
      ...{ date: source.date ?? '', title: source.title, container: source.container ?? '' },
      ...{ doi: source.doi ?? '', url: source.url ?? '', checked: source.checked ?? '' },
      ...{ locator: use.locator ?? '', 'used-by': use.kind, id: use.id, criterion: use.criterion ?? '' },
      ...{ 'rule-set': ruleSet.id, 'rule-set-version': ruleSet.version, 'rule-set-hash': ruleSet.hash },
    })),
  );
  return csv(rows, COLUMNS);
}

const COLUMNS = [
  ...['source', 'kind', 'authors', 'date', 'title', 'container', 'doi', 'url', 'checked', 'locator'],
  ...['used-by', 'id', 'criterion', 'rule-set', 'rule-set-version', 'rule-set-hash'],
];

function sections(list: SourceList): Section[] {
  const { ruleSet, sources, rules } = list;
  const recalled = sources.filter(({ checked }) => checked === 'recalled').length;
  const alone = rules.filter(({ onRecalledAlone }) => onRecalledAlone).length;
  const lines = [
    `${count(sources.length, 'source')}, ${recalled} of them only recalled`,
    `${count(rules.length, 'rule')}, ${alone} of them on recalled sources alone`,
  ].map(text => ({ depth: 0, text }));
  const known = new Map(sources.map(source => [source.id, source]));
  return [
    { title: `Sources of ${ruleSet.title}`, lines },
    ...(list.by === 'rule' ? rules.map(rule => ruleSection(rule, known)) : sources.map(sourceSection)),
    { title: `${ruleSet.id} ${ruleSet.version} (${ruleSet.hash.slice(0, 8)})`, lines: [] },
  ];
}

function sourceSection(source: ListedSource): Section {
  const { id, kind, note, uses } = source;
  return {
    title: id,
    lines: [
      { depth: 0, text: reference(source) },
      { depth: 0, text: `${kind.replaceAll('-', ' ')}, ${readiness(source)}${note ? `: ${note}` : ''}` },
      ...(uses.length === 0 ? [{ depth: 0, text: 'Nothing cites it' }] : []),
      ...uses.map(use => ({ depth: 0, text: useText(use) })),
    ],
  };
}

function ruleSection(
  { rule, title, evidence, sources, onRecalledAlone }: RuleOnSources,
  known: ReadonlyMap<string, ListedSource>,
): Section {
  const cited = sources.map(({ source, locator }): Line => {
    const found = known.get(source);
    return { depth: 0, text: `${place(source, locator)}${found ? ` (${readiness(found)})` : ''}` };
  });
  const alone = onRecalledAlone ? ', on recalled sources alone' : '';
  return {
    title: rule,
    lines: [{ depth: 0, text: `${title}: ${evidence} evidence${alone}` }, ...cited],
  };
}

/** Authors, date, title, where it was published and where it can be read, without a full stop at the end. */
export function reference({ authors, date, title, container, doi, url }: Omit<ListedSource, 'uses'>): string {
  const link = doi === undefined ? url : `https://doi.org/${doi}`;
  const parts = [authors && authorsOf(authors), date, title, container, link];
  return parts.flatMap(part => (part === undefined ? [] : [part.replace(/\.$/, '')])).join('. ');
}

function readiness({ checked }: Pick<ListedSource, 'checked'>): string {
  return { read: 'read', recalled: 'only recalled', none: 'nobody says whether it was read' }[
    checked ?? 'none'
  ];
}

function useText({ kind, id, criterion, locator }: SourceUse): string {
  const what = criterion === null ? `${kind} ${id}` : `${kind} of ${criterion} in ${id}`;
  return locator === null ? what : `${what}, at ${locator}`;
}

function place(source: string, locator: string | null): string {
  return locator === null ? source : `${source}, at ${locator}`;
}
