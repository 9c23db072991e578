/**
 * Roughly how wide a text is in a common sans-serif, in units of its size: there is nothing to measure with where charts are
 * drawn, and fonts differ from machine to machine. Rather too wide than too narrow.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

function widthOf(character: string): number {
  if (/[iljtfrI.,:;'!| ()[\]-]/.test(character)) return 0.36;
  if (/[mwMW@%]/.test(character)) return 0.95;
  if (/[<>=+~#&±−×]/.test(character)) return 0.86;
  if (/[A-Z]/.test(character)) return 0.72;
  return character.codePointAt(0)! < 0x1100 ? 0.58 : 1.05;
}

/** A text that is at most so wide: what is longer ends with an ellipsis. */
export function clipped(text: string, most: number): string {
  if (textWidth(text) <= most) return text;
  let kept = '';
  let width = textWidth('…');
  for (const character of text) {
    width += widthOf(character);
    if (width > most) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
