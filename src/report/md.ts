const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text that Markdown leaves as it is, in a table or out of it; no address in it becomes a link. */
export function md(text: string): string {
  return text
    .replace(/[&<>]/g, character => ENTITIES[character]!)
    .replace(/[\\`*_[\]|#!~]/g, '\\$&')
    .replace(/(?<=\b(?:https?|ftp)):(?=\/\/)/gi, '&#58;')
    .replace(/(?<=\bwww)\./gi, '&#46;')
    .replace(/\s+/g, ' ');
}
