import { resolve, sep } from 'node:path';

/** The folder that a scenario names as its rule set, as a path from where the program runs. */
export function ruleSetFolder(scenarioPath: string, named: string): string {
  return relativeToHere(resolve(scenarioPath, '..', named));
}

/** A path from where the program runs, if it leads to something below; else the whole path. */
export function relativeToHere(path: string): string {
  const here = resolve('.');
  if (path === here) return '.';
  const start = here.endsWith(sep) ? here : `${here}${sep}`;
  return path.startsWith(start) ? path.slice(start.length) : path;
}
