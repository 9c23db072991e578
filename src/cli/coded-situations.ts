import { basename, dirname, normalize } from 'node:path';
import { findAt } from '../files/find.js';
import { canonicalJson } from '../model/canonical.js';
import { byId } from '../model/order.js';
import type { Scenario } from '../model/scenario.js';
import type { Opened } from './input.js';
import { EXIT, Stop } from './io.js';

/** By what codings of several situations are told apart: not at all, by their folder, by their id, or by their day. */
export const BY = ['one', 'folder', 'id', 'as-of'] as const;
export type By = (typeof BY)[number];

/** A coding with the file that it came from. */
export interface OpenedCoding extends Opened {
  path: string;
}

/** Codings of one situation, each with the name of its coder. */
export interface Group {
  situation: string;
  codings: { coder: string; opened: OpenedCoding }[];
}

/** The scenario files at some paths, in their order; those in a folder in order of path. Whether a folder was among them. */
export async function codingFiles(paths: readonly string[]): Promise<{ files: string[]; folders: boolean }> {
  const files: string[] = [];
  let folders = false;
  for (const path of paths) {
    const here = path === '-' ? undefined : await findAt(path);
    if (path !== '-' && !here) throw new Stop(EXIT.usage, `no file or folder \`${path}\``);
    const found = here?.found.flatMap(one => (one.kind === 'scenario' ? one.path : [])) ?? ['-'];
    if (found.length === 0) throw new Stop(EXIT.usage, `no scenario below \`${normalize(path)}\``);
    folders ||= found.length > 1 || normalize(found[0]!) !== normalize(path);
    files.push(...found.sort(byId));
  }
  const twice = files.find((file, i) => files.indexOf(file) < i);
  if (twice !== undefined) throw new Stop(EXIT.usage, `\`${twice}\` is named twice`);
  return { files, folders };
}

const KEY_OF: Record<By, (coding: OpenedCoding) => string> = {
  one: () => '',
  folder: ({ path }) => dirname(path),
  id: ({ scenario }) => scenario.id,
  'as-of': ({ scenario }) => scenario.asOf,
};

/** Codings by situation, in order of their first. Stops where those of one situation cannot be compared. */
export function intoSituations(
  opened: readonly OpenedCoding[],
  by: By,
  asked: { perspective?: string },
): Group[] {
  const groups = new Map<string, OpenedCoding[]>();
  for (const one of opened) groups.set(KEY_OF[by](one), [...(groups.get(KEY_OF[by](one)) ?? []), one]);
  if (![...groups.values()].some(({ length }) => length > 1))
    throw new Stop(EXIT.usage, `with --by ${by} no situation has two codings to compare`);
  return [...groups].map(([key, codings]) => {
    requireLike(codings, asked);
    const names = coderNames(codings, by);
    return {
      situation: by === 'one' ? codings[0]!.scenario.id : key,
      codings: codings.map((opened, i) => ({ coder: names[i]!, opened })),
    };
  });
}

/** What a coder is called: the file's name, or the folder's where the files share an id; the whole path where that is not enough. */
function coderNames(codings: readonly OpenedCoding[], by: By): string[] {
  const name = (path: string) => basename(by === 'id' ? dirname(path) : path).replace(/\.ya?ml$/, '');
  const names = codings.map(({ path }) => (path === '-' ? 'stdin' : name(path)));
  return new Set(names).size === names.length ? names : codings.map(({ path }) => path);
}

/** What codings of a situation have in common, and what to do where they do not. */
const ALIKE: readonly {
  of: (scenario: Scenario) => unknown;
  say: (scenario: Scenario) => string;
  what: string;
  help: string;
  exit: number;
}[] = [
  {
    of: ({ asOf }) => asOf,
    say: ({ asOf }) => asOf,
    what: 'are for different days',
    help: 'tell situations apart with `--by folder`, `--by id` or `--by as-of`',
    exit: EXIT.invalid,
  },
  {
    of: ({ leaveOut }) => [...leaveOut.keys()],
    say: ({ leaveOut }) => [...leaveOut.keys()].join(', ') || 'nothing',
    what: 'leave out different options',
    help: 'agree first on which options are looked at',
    exit: EXIT.invalid,
  },
  {
    of: ({ perspective, weights }) => [perspective, weights],
    say: ({ perspective }) => perspective ?? 'weights of its own',
    what: 'are judged by different weights',
    help: 'say with `--perspective` by which to judge them all',
    exit: EXIT.usage,
  },
];

function requireLike(codings: readonly OpenedCoding[], { perspective }: { perspective?: string }): void {
  const checked = perspective === undefined ? ALIKE : ALIKE.slice(0, -1);
  for (const { of, say, what, help, exit } of checked) {
    const [first, ...others] = codings;
    const other = others.find(one => canonicalJson(of(one.scenario)) !== canonicalJson(of(first!.scenario)));
    if (!other) continue;
    const sides = [first!, other].map(one => `\`${one.path}\` (${say(one.scenario)})`).join(' and ');
    throw new Stop(exit, `${sides} ${what}: ${help}`);
  }
}
