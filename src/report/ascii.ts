const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a]/g, "'"],
  [/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\u2026/g, '...'],
  [/\u00a0/g, ' '],
];

/** Text in ASCII alone: letters lose their accents, and what has no near letter becomes a question mark. */
export function ascii(text: string): string {
  const replaced = PLAIN.reduce((done, [from, to]) => done.replace(from, to), text);
  return replaced
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^ -~\n]/g, '?');
}
