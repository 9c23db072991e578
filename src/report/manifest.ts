import type { Manifest } from '../model/appraisal.js';
import { sayValue } from './values.js';

/** Whose priorities a result is judged by, with the weights that were fixed for it. */
export function judgedBy({
  perspective,
  manifest,
}: {
  perspective: { id: string } | null;
  manifest: Pick<Manifest, 'fixedWeights'>;
}): string {
  const fixed = Object.entries(manifest.fixedWeights).map(([id, share]) => `the weight of ${id} ${share}`);
  const by = perspective?.id ?? 'weights of its own';
  return fixed.length === 0 ? by : `${by} with ${fixed.join(', ')}`;
}

/** Which situation a result is about, with what was changed in it, and by whom it is judged. */
export function situationOf(told: { perspective: { id: string } | null; manifest: Manifest }): string {
  const { title, asOf } = told.manifest.scenario;
  const changes = changesOf(told.manifest);
  const made = changes.length === 0 ? '' : ` with ${changes.join(', ')}`;
  return `${title} (as of ${asOf})${made}, judged by ${judgedBy(told)}`;
}

/** The facts that were changed for this run: `conflict-intensity = minor`. */
export function changesOf({ changes }: Manifest): string[] {
  return changes.map(({ fact, value }) => `${fact} = ${sayValue(value)}`);
}

/** What a result was made from, so that anyone can say which version they used. */
export function madeFrom(
  { ruleSet, program }: Pick<Manifest, 'ruleSet' | 'program'>,
  scenarios: readonly Manifest['scenario'][],
  between = '  ',
  how = 'exact, no sampling',
): string {
  return [
    `${ruleSet.id} ${ruleSet.version} (${ruleSet.hash.slice(0, 8)})`,
    ...scenarios.map(({ hash }) => `scenario ${hash.slice(0, 8)}`),
    `${program.name} ${program.version}`,
    how,
  ].join(between);
}

/** The same of a result over many situations: whether all were visited, or how many were drawn. */
export function madeFromSituations(
  told: { manifest: Manifest; exact: boolean; draws: number | null; seed: number | null },
  between = '  ',
): string {
  const how = told.exact ? 'exact' : `${told.draws} draws, seed ${told.seed}`;
  return madeFrom(told.manifest, [told.manifest.scenario], between, how);
}

/** The columns of a table that say what it was made from. */
export const MADE_FROM = [
  'rule-set',
  'rule-set-version',
  'rule-set-hash',
  'scenario-hash',
  'program',
  'command',
];

/** What a row of a table was made from, by column. */
export function madeFromCells({
  ruleSet,
  scenario,
  program,
  command,
}: Omit<Manifest, 'changes' | 'fixedWeights'>): Record<string, string> {
  const cells = [
    ...[ruleSet.id, ruleSet.version, ruleSet.hash, scenario.hash],
    ...[`${program.name} ${program.version}`, command ?? ''],
  ];
  return Object.fromEntries(MADE_FROM.map((column, i) => [column, cells[i]!]));
}

/** The command that repeats it, where it came from one. */
export function repeatLine({ command }: Pick<Manifest, 'command'>): string[] {
  return command === null ? [] : [`Repeat: ${command}`];
}
