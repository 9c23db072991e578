// The text of docs/diagnostics.md: every code by family, with what it means, what to do and an example.
import { FAMILIES } from './diagnostic-examples/families.js';

const HEAD = `# Diagnostics

Generated from the registry of codes and from \`scripts/diagnostic-examples/\`. Codes are stable. An error stops; a
warning fails \`demarche check --strict\`.

Every example was run: it is what \`demarche check\`, or the command that is named, prints of the project that
\`demarche init\` writes, after one mistake was made in it.`;

/** The page for these codes, with what the example of each prints. */
export function diagnosticsPage(codes, ran) {
  const families = Object.entries(FAMILIES).map(([family, { title }]) => ({
    title,
    entries: Object.entries(codes).filter(([code]) => code.startsWith(`${family}/`)),
  }));
  const contents = families.map(
    ({ title, entries }) =>
      `- [${title}](${anchor(title)}): ${entries.map(([code]) => link(code)).join(', ')}`,
  );
  const sections = families.flatMap(({ title, entries }) => [
    `## ${title}`,
    ...entries.map(([code, entry]) => section(code, entry, ran.get(code))),
  ]);
  return `${[HEAD, contents.join('\n'), ...sections].join('\n\n')}\n`;
}

function section(code, { severity, about }, { shows, command, printed }) {
  const named = command.startsWith('check') ? '' : `, in \`demarche ${command}\``;
  const kind = severity.charAt(0).toUpperCase() + severity.slice(1);
  return `### ${code}\n\n**${kind}.** ${about}\n\nFor example, ${shows}${named}:\n\n\`\`\`text\n${printed}\n\`\`\``;
}

const link = code => `[${code.split('/')[1]}](${anchor(code)})`;

/** As GitHub makes it of a heading. */
const anchor = heading => `#${heading.toLowerCase().replaceAll('/', '').replaceAll(' ', '-')}`;
