import { join, relative, resolve } from 'node:path';
import { stringify } from 'yaml';
import { makeFolder } from '../files/make-folder.js';
import type { JointSituation, RuleSetDiff } from '../model/rule-set-diff.js';
import type { Side } from './diff.js';
import { EXIT, Stop } from './io.js';
import { writeWhole } from './output.js';

type Sides = Readonly<Record<'a' | 'b', Side>>;

/**
 * Writes each situation that was found as a scenario of either side, which `appraise` runs as it is; a rule set that came from
 * a revision is written beside them. Gives how many scenarios it wrote.
 */
export async function writeDiffExamples(diff: RuleSetDiff, sides: Sides, folder: string): Promise<number> {
  await made(folder);
  const names: Record<'a' | 'b', string> = {
    a: await ruleSetFor('a', sides, folder),
    b: await ruleSetFor('b', sides, folder),
  };
  const shown = shownIn(diff);
  for (const { name, title, perspective, situation } of shown)
    for (const side of ['a', 'b'] as const) {
      // Where weights do not matter any perspective will do, and a scenario has to name one.
      const by = perspective ?? [...sides[side].ruleSet.perspectives.keys()][0]!;
      await writeOne(`${name}-${side}`, title, names[side], by, situation.facts[side], folder);
    }
  return 2 * shown.length;
}

interface Shown {
  name: string;
  title: string;
  perspective: string | null;
  situation: JointSituation;
}

function shownIn({ leaders, difference }: RuleSetDiff): Shown[] {
  const found = leaders.flatMap(({ perspective, title, example }): Shown[] =>
    example
      ? [
          {
            ...{ name: `leader-${perspective}`, title: `Another option leads: ${title}`, perspective },
            situation: example,
          },
        ]
      : [],
  );
  if (!difference) return found;
  return [
    ...found,
    { name: 'cells', title: 'Cells or gates differ', perspective: null, situation: difference },
  ];
}

async function writeOne(
  id: string,
  title: string,
  ruleSet: string,
  perspective: string,
  facts: JointSituation['facts']['a'],
  folder: string,
): Promise<void> {
  // A situation of no day; a scenario has to name one.
  const about = { id, title, 'rule-set': ruleSet, 'as-of': '2000-01-01', perspective };
  await writeWhole(stringify({ ...about, facts }), join(folder, `${id}.yaml`));
}

/** The rule set of a side as seen from the folder. */
async function ruleSetFor(side: 'a' | 'b', sides: Sides, folder: string): Promise<string> {
  const { folder: own, texts } = sides[side];
  if (!texts) return relative(resolve(folder), own).replaceAll('\\', '/') || '.';
  const name = `rule-set-${side}`;
  await made(join(folder, name, 'rules'));
  for (const { path, text } of texts) await writeWhole(text, join(folder, name, path));
  return name;
}

async function made(folder: string): Promise<void> {
  await makeFolder(folder).catch(() => {
    throw new Stop(EXIT.usage, `cannot make the folder \`${folder}\``);
  });
}
