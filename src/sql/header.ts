import type { RuleSet } from '../model/rule-set.js';
import type { TableJudging } from '../table/judging.js';
import { PROGRAM } from '../version.js';
import { comment } from './comment.js';
import { DIALECTS, type DialectId } from './dialect.js';
import { listed } from './stage.js';

/** What a statement was made from, as comments: whose judgement, and the facts that columns give. */
export function header(
  { id, version, title, hash }: RuleSet,
  { dialect, command }: { dialect: DialectId; command?: string },
  { judging, read }: { judging: TableJudging; read: readonly string[] },
): string {
  const { perspective, weights, base } = judging;
  const lines = [
    `${title}: ${id} ${version} (${hash.slice(0, 8)}), as SQL for ${DIALECTS[dialect].title}.`,
    `Judged by ${perspective === null ? 'the weights of the base' : `the perspective ${perspective}`}. Made by ${PROGRAM.name} ${PROGRAM.version}.`,
    `Weights: ${[...weights].map(([criterion, share]) => `${criterion} ${Number(share.toFixed(4))}`).join(', ')}`,
    ...(base ? [`Base: ${base.id} (${base.hash.slice(0, 8)})`] : []),
    ...(command === undefined ? [] : [`Repeat: ${command}`]),
    'Facts read:',
  ];
  const facts = listed(read, 0)
    .split('\n')
    .map(line => `--   ${line}`);
  return [...lines.map(comment), ...facts].join('\n');
}
