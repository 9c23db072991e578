import type { TableSummary } from '../model/table-summary.js';
import { safely } from '../report/layout.js';
import { brief, type Document } from './document.js';
import { againstSection } from './table-content/against.js';
import { answer } from './table-content/answer.js';
import { decidingSection } from './table-content/deciding.js';
import { groupsSection } from './table-content/groups.js';
import { leadersSection } from './table-content/leaders.js';
import { manifestSection } from './table-content/manifest.js';
import { unknownSection } from './table-content/unknown.js';
import { rowCount } from './table-content/words.js';

/** What comes of scoring a table, as a page that is read. */
export function tableDocument(summary: TableSummary): Document {
  const safe = safely(summary);
  const { all, manifest, groups, against } = safe;
  const { program, perspective } = manifest;
  const judged = perspective === null ? 'weights of its own' : `the perspective ${perspective}`;
  const sections = [
    leadersSection(safe),
    ...(groups.length > 0 ? [groupsSection(safe)] : []),
    unknownSection(safe),
    decidingSection(safe),
    ...(against === null ? [] : [againstSection(safe, against)]),
    manifestSection(safe),
  ];
  return {
    title: brief(`${safe.table}: ${rowCount(all.rows, 'situation')}`),
    about: `One situation a row, judged by ${judged}`,
    chapters: [
      {
        ...{ anchor: 'chapter', title: brief(safe.table), about: '' },
        intro: [{ kind: 'part', anchor: 'answer', title: 'In short', blocks: answer(safe) }],
        sections,
      },
    ],
    asOf: '',
    program: `${program.name} ${program.version}`,
  };
}
