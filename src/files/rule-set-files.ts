import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { roleOf } from '../model/parse-rule-set.js';

/** The files in the folder of a rule set, by their paths in it, in order. */
export interface RuleSetFiles {
  /** Those that it is loaded from. */
  parts: string[];
  /** What is only read to test it: its cases and properties. */
  tests: string[];
  /** Files in YAML that nothing reads. */
  unknown: string[];
}

/** Lists the files of a rule set; undefined where there is no such folder. */
export async function ruleSetFiles(folder: string): Promise<RuleSetFiles | undefined> {
  const top = await namesIn(folder);
  if (!top) return undefined;
  const inside = (name: string) => (top.includes(name) ? allBelow(folder, name) : []);
  const names = [...top, ...(await inside('rules')), ...(await inside('cases'))].filter(isYaml).sort();
  const having = (wanted: (role: ReturnType<typeof roleOf>) => boolean) =>
    names.filter(name => wanted(roleOf(name)));
  return {
    parts: having(role => !['case', 'properties', 'other'].includes(role)),
    tests: having(role => role === 'case' || role === 'properties'),
    unknown: having(role => role === 'other'),
  };
}

/** The rule sets right inside a folder, or in its `rules/` as in a project: what is meant where the folder itself is none. */
export async function ruleSetsIn(folder: string): Promise<string[]> {
  const folders = [folder, join(folder, 'rules')];
  const inside = await Promise.all(
    folders.map(async one => ((await namesIn(one)) ?? []).map(name => join(one, name))),
  );
  const heads = await Promise.all(
    inside.flat().map(async one => ((await namesIn(one))?.includes('rule-set.yaml') ? [one] : [])),
  );
  return heads.flat().sort();
}

/** The warning about a file that nothing reads. */
export function unknownFile(folder: string, name: string): Diagnostic {
  return diagnostic('file/unknown', `nothing reads \`${folder}/${name}\``, undefined, remedyFor(name));
}

function remedyFor(name: string): string {
  const deep = /^(rules|cases)\/.*\//.exec(name)?.[1];
  if (deep !== undefined) return `move it into \`${deep}/\` itself`;
  const renamed = name.replace(/\.yml$/, '.yaml');
  return roleOf(renamed) === 'other' ? (didYouMean(renamed, NAMES) ?? KNOWN) : `name it \`${renamed}\``;
}

const NAMES = ['rule-set.yaml', 'facts.yaml', 'options.yaml', 'conditions.yaml', 'properties.yaml'];
const KNOWN = `a rule set is read from ${NAMES.map(name => `\`${name}\``).join(', ')}, \`rules/*.yaml\` and \`cases/*.yaml\``;

/** Hidden files are what editors leave behind. */
function isYaml(name: string): boolean {
  return /\.ya?ml$/.test(name) && !/(^|\/)\./.test(name);
}

async function namesIn(folder: string): Promise<string[] | undefined> {
  return readdir(folder).catch(() => undefined);
}

async function allBelow(folder: string, name: string): Promise<string[]> {
  const names = await readdir(join(folder, name), { recursive: true }).catch(() => []);
  return names.map(inside => `${name}/${inside.replaceAll('\\', '/')}`);
}
