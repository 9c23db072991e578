import type { RuleSet, SourceText } from '../index.js';

/** What the page is about: a rule set that was checked already, and the text of one scenario. */
export interface PageData {
  ruleSet: RuleSet;
  scenario: SourceText;
  /** Absent where the page is a file of its own. */
  disk?: Disk;
}

/** The file of the scenario, where a server holds it. */
export interface Disk {
  /** What the file held when the page was made. */
  version: string;
  /** Whether it may be written anew. */
  canSave: boolean;
}

/**
 * A rule set whose places start with its id rather than with the folder that it was read from: a page is passed on, and how
 * the folders of its author are called is nobody's business. The lines themselves stay behind: nothing there shows them.
 */
export function withoutFolder(ruleSet: RuleSet, folder: string): RuleSet {
  const isPlace = (value: object): value is { file: string } => 'file' in value && 'excerpt' in value;
  const moved = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, moved(item)]));
    if (Array.isArray(value)) return value.map(moved);
    if (isPlace(value) && value.file.startsWith(folder))
      return {
        ...value,
        file: ruleSet.id + value.file.slice(folder.replace(/\/+$/, '').length),
        excerpt: '',
      };
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, moved(item)]));
  };
  return moved(ruleSet) as RuleSet;
}

/** Where the shell of the page has room for its data. */
const ROOM = '<script type="application/json" id="data"></script>';

/** The page with its data in it: text that no HTML can end early, and of which nothing is executed. */
export function intoShell(shell: string, data: PageData): string {
  const [before, after, more] = shell.split(ROOM);
  if (before === undefined || after === undefined || more !== undefined)
    throw new Error('the shell of the page has no room for data');
  const page = `${before}${ROOM.replace('><', `>${toJson(data)}<`)}${after}`;
  // What a server sent may ask that server, and no other.
  return data.disk ? page.replace(NOTHING, `${NOTHING}; connect-src 'self'`) : page;
}

const NOTHING = "default-src 'none'";

/** Data as JSON, maps and large integers marked; safe inside a script element, whatever texts it holds. */
export function toJson({ ruleSet, ...more }: PageData): string {
  const said = { ruleSet: { ...ruleSet, properties: [] }, ...more };
  return JSON.stringify(said, mark).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What `toJson` wrote. */
export function fromJson(json: string): PageData {
  return JSON.parse(json, unmark);
}

const MAP = '$map';
const BIG = '$big';

function mark(_: string, value: unknown): unknown {
  if (value instanceof Map) return { [MAP]: [...value] };
  return typeof value === 'bigint' ? { [BIG]: value.toString(36) } : value;
}

function unmark(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (MAP in value) return new Map(value[MAP] as [unknown, unknown][]);
  return BIG in value ? fromBase36(String(value[BIG])) : value;
}

function fromBase36(digits: string): bigint {
  return [...digits].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
}
