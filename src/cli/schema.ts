import { toJson } from '../report/formats.js';
import { scenarioSchema } from '../report/scenario-schema.js';
import { openRuleSet } from './input.js';
import { EXIT, type Io } from './io.js';
import { emit } from './output.js';
import type { Settings } from './settings.js';

/** `demarche schema RULE-SET` */
export async function schemaCommand(folder: string, asked: Settings, io: Io): Promise<number> {
  await emit(toJson(scenarioSchema(await openRuleSet(folder, asked, io))), asked.output, io);
  return EXIT.done;
}
