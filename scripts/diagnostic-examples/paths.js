/** The files of the project that `demarche init` writes, as the examples name them. */
export const HEAD = 'rules/example/rule-set.yaml';
export const FACTS = 'rules/example/facts.yaml';
export const OPTIONS = 'rules/example/options.yaml';
export const RULES = 'rules/example/rules/all.yaml';
export const PROPERTIES = 'rules/example/properties.yaml';
export const CASES = 'rules/example/cases/first.yaml';
export const SCENARIO = 'scenarios/example.yaml';

/** Files that it does not have, and a project may. */
export const CONDITIONS = 'rules/example/conditions.yaml';
export const RECORD_FILE = 'scenarios/example.record.yaml';
