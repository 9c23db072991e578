/**
 * Text from a file that nobody has vouched for, safe to print: control characters, marks that turn the
 * direction of writing, line separators and halves of characters are written as escapes.
 */
export function visible(text: string): string {
  return text.replace(UNSAFE, character => {
    const code = character.charCodeAt(0);
    return code < 256 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
  });
}

/** A name or value from a file as a message shows it: in backticks, safe to print, and cut where it is long. */
export function quoted(text: string): string {
  return `\`${visible(text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)}\``;
}

const LONGEST = 60;

/** Text safe to print in a code frame: each unsafe character takes one column, and a tab is one space. */
export function visibleInPlace(text: string): string {
  return text.replaceAll('\t', ' ').replace(UNSAFE, '\uFFFD');
}

/** C0, DEL and C1 controls; Unicode's separators of lines, direction marks and byte order mark; surrogates. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
