import { LIMITS } from '../source/limits.js';
import { readBytes } from './read-bytes.js';

/**
 * A YAML file that names a rule set or states facts is meant as a scenario, whatever else is wrong with it: its encoding
 * or size among them. Beside a rule set, whose own files state facts too, only the naming counts. So is a file that
 * cannot be read, as nobody can tell.
 */
export async function looksLikeScenario(path: string, beside?: 'rule-set'): Promise<boolean> {
  const read = await readBytes(path, LIMITS.bytes);
  if ('problem' in read) return true;
  const text = new TextDecoder('utf-8').decode(read.bytes).replaceAll('\0', '');
  return (beside ? /^["']?rule[-_]set["']? *:/m : /^["']?(rule[-_]set|facts)["']? *:/m).test(text);
}
