import { type Block, type Section, type Text, text } from '../document.js';
import { cites, lacking, option, type Told } from '../told.js';

/** What was excluded and why; what may yet be; and what was left out. */
export function excludedSection(told: Told): Section {
  const { excluded, leftOut, ranking } = told.appraisal;
  const gone = excluded.map(
    (one): Text => [
      { strong: option(told, one.option) },
      `: ${one.gates.map(({ reason }) => reason).join('; ')}${one.certain ? '' : ' (on the best estimates; not certain)'} `,
      ...cites(
        told,
        one.gates.flatMap(({ sources }) => sources),
      ),
    ],
  );
  const open = ranking.flatMap(one =>
    one.openGates.map(
      (gate): Text => [
        { strong: option(told, one.option) },
        `: ranked, but it may be excluded, for ${gate.reason}. That hangs on whether ${lacking(told, gate.trace)} `,
        ...cites(told, gate.sources),
      ],
    ),
  );
  const left = leftOut.map(
    (one): Text => [
      { strong: option(told, one.option) },
      `: left out by the author of the situation: ${one.reason}`,
    ],
  );
  const part = (items: readonly Text[], none: string): Block[] =>
    items.length > 0 ? [{ kind: 'list', items }] : [text(none)];
  return {
    anchor: `${told.prefix}excluded`,
    title: 'What was excluded, and why',
    blocks: [
      ...part(gone, 'No option is excluded: nothing rules any of them out in this situation.'),
      ...(open.length > 0 ? part(open, '') : []),
      ...(left.length > 0 ? part(left, '') : []),
    ],
  };
}
