import type { FactUsed } from '../../model/appraisal.js';
import { count } from '../../report/lists.js';
import { type Block, type Inline, type Section, type Text, table, text } from '../document.js';
import { percent } from '../likely.js';
import { cites, fact, seen, type Told } from '../told.js';

/** The facts that went in, by theme: what each was taken as, how sure that is, from where, and notes. */
export function factsSection(told: Told): Section {
  const { facts } = told.appraisal;
  const unknown = facts.filter(({ point, derived }) => point === 'unknown' && !derived);
  const uncertain = facts.filter(one => !isCertain(one) && one.point !== 'unknown' && !one.derived);
  const { note } = told;
  return {
    anchor: `${told.prefix}facts`,
    title: 'The facts used',
    blocks: [
      text(
        `${count(facts.length, 'fact')} went in; ${uncertain.length} of them are not certain, and ${unknown.length === 0 ? 'none is unknown' : `${unknown.length} not known`}` +
          `${unknown.length === 0 ? '.' : `: ${unknown.map(one => `“${fact(told, one.fact)}”`).join(', ')}.`}`,
      ),
      ...(note === null ? [] : [text({ strong: 'From the author. ' }, note)]),
      ...themes(told),
    ],
  };
}

function themes(told: Told): Block[] {
  const named = new Map<string, FactUsed[]>();
  for (const one of told.appraisal.facts) {
    const theme = one.derived ? 'Derived from other facts' : (told.ruleSet.facts[one.fact]?.theme ?? 'Facts');
    named.set(theme, [...(named.get(theme) ?? []), one]);
  }
  const derivedLast = [...named].sort(([, a], [, b]) => Number(a[0]!.derived) - Number(b[0]!.derived));
  return derivedLast.map(([theme, facts]) => ({
    kind: 'more',
    summary: `${theme} (${facts.length})`,
    blocks: [
      {
        kind: 'table',
        table: table(
          theme,
          ['Fact', 'Taken as', 'How sure', 'Sources and notes'],
          facts.map(one => row(told, one)),
        ),
      },
    ],
  }));
}

function row(told: Told, one: FactUsed): (string | Text)[] {
  const anchor = typeof one.point === 'string' ? told.ruleSet.facts[one.fact]?.anchors[one.point] : undefined;
  const taken: Inline[] = [{ strong: seen(told, one.fact, one.point) }, ...(anchor ? [`: ${anchor}`] : [])];
  const note = one.note === undefined ? [] : [` ${one.note}`];
  return [
    [fact(told, one.fact), ' ', { id: one.fact }],
    taken,
    sure(told, one),
    [...cites(told, one.sources), ...note],
  ];
}

function isCertain({ point, possible }: FactUsed): boolean {
  return typeof point !== 'object' && JSON.stringify(point) === JSON.stringify(possible);
}

/** How sure a value is, as the scenario put it. */
function sure(told: Told, one: FactUsed): string {
  const { derived, likelihood, confidence, probabilities, possible, parts } = one;
  const said = [
    ...(likelihood === undefined ? [] : [likelihood]),
    ...(confidence === undefined ? [] : [`${confidence} confidence`]),
    ...Object.entries(probabilities ?? {})
      .filter(([, p]) => p > 0)
      .map(([value, p]) => `${value} ${percent(p)}`),
  ];
  if (one.point === 'unknown') return 'not known';
  if (said.length > 0) return said.join(', ');
  if (derived) {
    const from = (parts ?? []).map(part => `“${fact(told, part)}”`).join(', ');
    return `${isCertain(one) ? 'certain' : `may be ${seen(told, one.fact, possible)}`}; follows from ${from}`;
  }
  return isCertain(one) ? 'stated as certain' : `may be ${seen(told, one.fact, possible)}`;
}
