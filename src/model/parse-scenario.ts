import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import { validate } from '../schema/validate.js';
import { parseYaml } from '../source/parse-yaml.js';
import { placeOf } from '../source/place.js';
import type { SourceText } from '../source/source-file.js';
import type { AuthoredScenario } from './resolve-scenario.js';
import { soundScenario } from './sound-scenario.js';

/** What a scenario file says before its rule set is known. */
export interface ParsedScenario {
  /** What of it has the right shape. Absent where the file is no YAML or no map. */
  authored?: AuthoredScenario;
  /** The rule set that it names, and where. */
  ruleSet?: { named: string; place: Place };
  /** What is wrong with its YAML and its shape. */
  diagnostics: Diagnostic[];
}

/** Parses a scenario, once, for whoever wants to know its rule set and then to load it. */
export function parseScenario(source: SourceText): ParsedScenario {
  const { file, diagnostics } = parseYaml(source);
  if (!file) return { diagnostics };
  const shape = validate('scenario', file);
  const value = soundScenario(file.data, shape.broken);
  const named = value?.['rule-set'];
  return {
    diagnostics: [...diagnostics, ...shape.diagnostics],
    ...(value && { authored: { file, value } }),
    ...(named !== undefined && { ruleSet: { named, place: placeOf(file, ['rule-set'], 'value') } }),
  };
}
