import type { Manifest } from '../model/appraisal.js';

/** What a result was made from: versions and the first eight digits of each hash. */
export function provenance({ program, ruleSet, scenario }: Manifest): string[] {
  return [
    `${ruleSet.id} ${ruleSet.version} (${ruleSet.hash.slice(0, 8)})`,
    `scenario ${scenario.hash.slice(0, 8)}`,
    `${program.name} ${program.version}`,
    'exact, no sampling',
  ];
}

/** What to type next, where the result came from the command line. */
export function nextCommands({ command, program }: Manifest, option: string | undefined): string {
  if (command === null || option === undefined) return '';
  const file = /\S+\.ya?ml\b/.exec(command)?.[0] ?? 'FILE';
  return `${program.name} explain ${file} ${option} | compare ${file} FILE | check`;
}
