import { didYouMean, didYouMeanOr } from '../diagnostics/suggest.js';
import { longForm } from '../model/resolve-scenario.js';
import { weightProblems } from './perspective-weights.js';
import type { ScenarioCheck } from './scenario-check.js';

/** A perspective or weights, and these sound. */
export const scenarioWeights: ScenarioCheck = ({ scenario: { value, file }, ruleSet, report }) => {
  const { perspective, weights } = value;
  const written = (key: string) => Object.hasOwn(Object(file.data), key);
  if (written('perspective') === written('weights')) {
    const message = written('weights')
      ? 'both `perspective` and `weights`'
      : 'neither `perspective` nor `weights`';
    const help = `a scenario has one of them; perspectives are ${[...ruleSet.perspectives.keys()].map(id => `\`${id}\``).join(', ')}`;
    report(
      'scenario/perspective-or-weights',
      written('weights') ? ['weights'] : ['id'],
      'key',
      message,
      help,
    );
  }
  if (perspective !== undefined && !ruleSet.perspectives.has(perspective)) {
    const help = didYouMeanOr(perspective, ruleSet.perspectives.keys());
    report(
      'scenario/unknown-perspective',
      ['perspective'],
      'value',
      `unknown perspective \`${perspective}\``,
      help,
    );
  }
  if (weights === undefined) return;
  const { unknown, problem } = weightProblems(weights, new Set(ruleSet.criteria.keys()));
  for (const id of unknown) {
    const help = didYouMeanOr(id, ruleSet.criteria.keys());
    report('scenario/unknown-criterion', ['weights', id], 'key', `unknown criterion \`${id}\``, help);
  }
  if (problem) report('scenario/weights', ['weights'], 'key', problem);
};

/** The day of the scenario is one that there was or will be. */
export const scenarioDay: ScenarioCheck = ({ scenario: { value }, report }) => {
  const day = value['as-of'];
  if (day === undefined) return;
  const date = new Date(`${day}T00:00:00Z`);
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)) return;
  report('scenario/no-such-day', ['as-of'], 'value', `there is no ${day}`, 'look at the length of the month');
};

/** Options that are left out exist, and the baseline is not among them. */
export const leftOutOptions: ScenarioCheck = ({ scenario: { value }, ruleSet, report }) => {
  for (const option of Object.keys(value['leave-out'] ?? {})) {
    const pointer = ['leave-out', option];
    if (option === ruleSet.baseline) {
      const help = 'everything is measured against it';
      report(
        'scenario/baseline-left-out',
        pointer,
        'key',
        `the baseline \`${option}\` cannot be left out`,
        help,
      );
    } else if (!ruleSet.options.has(option)) {
      const help = didYouMean(option, ruleSet.options.keys());
      report('scenario/unknown-option', pointer, 'key', `unknown option \`${option}\``, help);
    }
  }
};

/** Sources that are cited are declared, here or in the rule set, and not in both. */
export const scenarioSources: ScenarioCheck = ({ scenario: { value, file }, ruleSet, report }) => {
  const own = Object.keys(Object((file.data as { sources?: unknown }).sources));
  for (const id of own.filter(id => ruleSet.sources.has(id))) {
    const help = 'cite that one, or choose another id';
    report(
      'scenario/source-clash',
      ['sources', id],
      'key',
      `the rule set already has a source \`${id}\``,
      help,
    );
  }
  const known = new Set([...own, ...ruleSet.sources.keys()]);
  for (const [fact, stated] of Object.entries(value.facts)) {
    const { source } = longForm(stated);
    [source ?? []].flat().forEach((citation, i) => {
      const id = citation.split('#')[0]!;
      if (known.has(id)) return;
      const pointer = ['facts', fact, 'source', ...(Array.isArray(source) ? [i] : [])];
      report('scenario/unknown-source', pointer, 'value', `unknown source \`${id}\``, didYouMean(id, known));
    });
  }
};
