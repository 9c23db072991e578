import type { TableSummary } from '../../model/table-summary.js';
import { type Block, brief, type Section, type Text, text } from '../document.js';
import { percent } from '../likely.js';

/** What the summary was made from. */
export function manifestSection({ manifest, table: source, rejected, all }: TableSummary): Section {
  const { ruleSet, perspective, weights, base, changes, program, command } = manifest;
  const pairs: [string, Text][] = [
    ['Table', [brief(source)]],
    ['Rows', [`${all.rows.toLocaleString('en')} scored, ${rejected.toLocaleString('en')} that do not fit`]],
    ['Rule set', [brief(ruleSet.title), ' ', { id: `${ruleSet.id} ${ruleSet.version}` }]],
    ['Hash of the rule set', [{ id: ruleSet.hash }]],
    ['Perspective', [perspective ?? 'weights of the base']],
    [
      'Weights',
      [
        Object.entries(weights)
          .map(([id, share]) => `${id} ${percent(share)}`)
          .join(', '),
      ],
    ],
    ...(base ? [['Base', [{ id: `${base.id} ${base.hash.slice(0, 8)}` }]] as [string, Text]] : []),
    ...(changes.length > 0
      ? [
          [
            'Set in every row',
            [changes.map(({ fact, value }) => `${fact} = ${JSON.stringify(value)}`).join('; ')],
          ] as [string, Text],
        ]
      : []),
    ['Program', [`${program.name} ${program.version}`]],
  ];
  return {
    anchor: 'manifest',
    title: 'What this was made from',
    blocks: [
      { kind: 'pairs', pairs },
      ...(command === null
        ? []
        : [text({ strong: 'To repeat it:' }), { kind: 'code', text: command } as Block]),
    ],
  };
}
