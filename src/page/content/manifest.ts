import type { Report } from '../../model/report.js';
import { sayValue } from '../../report/values.js';
import { type Block, brief, type Section, type Text, text } from '../document.js';
import { fact, type Told } from '../told.js';

/** What the report was made from, so that anyone can say which version they used, repeat it and cite it. */
export function manifestSection(told: Told, report: Report): Section {
  const { manifest } = told.appraisal;
  const { ruleSet, scenario, changes, fixedWeights } = manifest;
  const changed = [
    ...changes.map(one => `${fact(told, one.fact)} = ${sayValue(one.value)}`),
    ...Object.entries(fixedWeights).map(([id, share]) => `weight of ${id} = ${share}`),
  ];
  const pairs: [string, Text][] = [
    ['Situation', [brief(scenario.title), ' ', { id: scenario.id }]],
    ['As of', [scenario.asOf]],
    ['Hash of the situation', [{ id: scenario.hash }]],
    ['Rule set', [brief(ruleSet.title), ' ', { id: `${ruleSet.id} ${ruleSet.version}` }]],
    ['Hash of the rule set', [{ id: ruleSet.hash }]],
    ['Program', [`${report.program.name} ${report.program.version}`]],
    ['Analyses', [sampling(told)]],
    ...(changed.length > 0 ? [['Changed for this run', [changed.join('; ')]] as [string, Text]] : []),
  ];
  return {
    anchor: `${told.prefix}manifest`,
    title: 'What this was made from',
    blocks: [
      { kind: 'pairs', pairs },
      ...command(report),
      text({ strong: 'To cite. ' }, citation(told, report)),
    ],
  };
}

function sampling({ robustness, information }: Told): string {
  const drawn = [robustness, information].find(one => one !== null && !one.exact);
  return drawn ? `estimated from ${drawn.draws} draws, seed ${drawn.seed}` : 'exact, no sampling';
}

function command({ command }: Report): Block[] {
  return command === null ? [] : [text({ strong: 'To repeat it:' }), { kind: 'code', text: command }];
}

function citation({ appraisal: { manifest } }: Told, { program }: Report): string {
  const { ruleSet, scenario } = manifest;
  return (
    `“${brief(scenario.title)}”, options appraisal as of ${scenario.asOf}. Rule set ${ruleSet.id} ${ruleSet.version} ` +
    `(${ruleSet.hash.slice(0, 8)}), situation ${scenario.id} (${scenario.hash.slice(0, 8)}), ${program.name} ${program.version}.`
  );
}
