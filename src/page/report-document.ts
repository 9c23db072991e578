import type { Report } from '../model/report.js';
import { safely } from '../report/layout.js';
import { answer } from './content/answer.js';
import { changesSection } from './content/changes.js';
import { comparisonChapter } from './content/comparison.js';
import { excludedSection } from './content/excluded.js';
import { factsSection } from './content/facts.js';
import { findOutSection } from './content/find-out.js';
import { leadingSection } from './content/leading.js';
import { manifestSection } from './content/manifest.js';
import { matrixSection } from './content/matrix.js';
import { methodSection } from './content/method.js';
import { perspectivesSection } from './content/perspectives.js';
import { rankingSection } from './content/ranking.js';
import { rulesSection } from './content/rules.js';
import { sourcesSection } from './content/sources.js';
import { surenessSection } from './content/sureness.js';
import { brief, type Chapter, type Document, text } from './document.js';
import { judge, type Told, toldOf } from './told.js';

/** A report as it is read: what is said, in which order, in words, tables and charts. Every form is made from this. */
export function reportDocument(report: Report): Document {
  const safe = safely(report);
  const all = toldOf(safe);
  const chapters = all.map(told => chapter(told, safe));
  const titles = all.map(({ appraisal }) => brief(appraisal.manifest.scenario.title));
  return {
    title: titles.length === 1 ? titles[0]! : `${titles.length} situations: ${brief(titles.join('; '), 160)}`,
    about: all.length === 1 ? chapters[0]!.about : '',
    chapters: all.length === 1 ? chapters : [comparisonChapter(all), ...chapters],
    asOf: all
      .map(({ appraisal }) => appraisal.manifest.scenario.asOf)
      .sort()
      .at(-1)!,
    program: `${safe.program.name} ${safe.program.version}`,
  };
}

/** All that is said of one situation, in the order in which a reader asks. */
function chapter(told: Told, report: Report): Chapter {
  const { title, asOf } = told.appraisal.manifest.scenario;
  return {
    anchor: `${told.prefix}chapter`,
    title: brief(title),
    about: `As of ${asOf}, judged by ${judge(told)}`,
    intro: [
      { kind: 'part', anchor: `${told.prefix}answer`, title: 'The answer', blocks: answer(told) },
      ...(told.summary === null ? [] : [text({ strong: 'The situation. ' }, told.summary)]),
      ...(title === brief(title) ? [] : [text({ strong: 'Full title. ' }, title)]),
    ],
    sections: [
      rankingSection(told),
      leadingSection(told),
      excludedSection(told),
      matrixSection(told),
      surenessSection(told),
      changesSection(told),
      findOutSection(told),
      perspectivesSection(told),
      factsSection(told),
      rulesSection(told),
      methodSection(told),
      manifestSection(told, report),
      sourcesSection(told),
    ],
  };
}
