import { ruleSetDescription } from '../report/description.js';
import { openRuleSet } from './input.js';
import { EXIT, type Io } from './io.js';
import { emit } from './output.js';
import type { Settings } from './settings.js';

/** `demarche describe RULE-SET` */
export async function describeCommand(folder: string, asked: Settings, io: Io): Promise<number> {
  const ruleSet = await openRuleSet(folder, asked, io);
  await emit(ruleSetDescription(ruleSet), asked.output, io);
  return EXIT.done;
}
