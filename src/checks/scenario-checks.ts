import type { ScenarioCheck } from './scenario-check.js';
import { leftOutOptions, scenarioDay, scenarioSources, scenarioWeights } from './scenario-header.js';
import { scenarioStatements } from './scenario-statements.js';

/** Every check of what a scenario says. A new one is a file and a line here. */
export const SCENARIO_CHECKS: readonly ScenarioCheck[] = [
  scenarioDay,
  scenarioWeights,
  leftOutOptions,
  scenarioSources,
  scenarioStatements,
];
