import { visible } from '../diagnostics/visible.js';

/**
 * A value with every text in it safe to show: marks that turn the direction of writing, control characters and the like are
 * written as escapes. The same object where there is none.
 */
export function shown<T>(value: T): T {
  return clean(value) as T;
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return visible(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map) return changedMap(value);
  if (Array.isArray(value)) {
    const items = value.map(clean);
    return items.some((item, i) => item !== value[i]) ? items : value;
  }
  const entries = Object.entries(value).map(([key, item]) => [key, clean(item)] as const);
  const isSame = entries.every(([key, item]) => item === (value as Record<string, unknown>)[key]);
  return isSame ? value : Object.fromEntries(entries);
}

function changedMap(map: ReadonlyMap<unknown, unknown>): ReadonlyMap<unknown, unknown> {
  const entries = [...map].map(([key, item]) => [key, clean(item)] as const);
  return entries.every(([key, item]) => item === map.get(key)) ? map : new Map(entries);
}

/** Whether a YAML file can hold no text that has to be shown otherwise: no such mark, and no escape that stands for one. */
export function isPlain(yaml: string): boolean {
  const lines = yaml.replace(/[\t\r\n]/g, ' ');
  return !lines.includes('\\') && visible(lines) === lines;
}

/** The address of a source, where it leads to a page of the web; nothing else is ever made a link. */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
