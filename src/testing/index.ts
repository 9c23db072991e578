// Arbitraries, to draw from

export { ruleSetArbitrary } from './rule-sets.js';
export { scenarioArbitrary } from './scenarios.js';
export { situationArbitrary } from './situations.js';

// Situations

export { certainScenario } from './certain-scenario.js';
export type { Situation } from './possible.js';
