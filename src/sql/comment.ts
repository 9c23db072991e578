/**
 * A text as a line of comment. Only what cannot end a comment, start another, or mean anything to a tool that reads
 * statements before an engine does (a placeholder, a template, a lone apostrophe) is left: letters, digits and a few marks.
 */
export function comment(text: string): string {
  const kept = text
    .normalize('NFC')
    .replace(/['`´]/g, '’')
    .replace(/[^\p{L}\p{N}\p{M} ’.,:()+=<>/_–—-]/gu, ' ')
    .replace(/:(?=\S)/g, ': ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return `-- ${kept.length > LONGEST ? `${[...kept].slice(0, LONGEST).join('')}…` : kept}`;
}

const LONGEST = 200;
