import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { CaseFile } from '../schema/generated/author-types.js';
import { type Kind, validate } from '../schema/validate.js';
import { parseYaml } from '../source/parse-yaml.js';
import type { Pointer, SourceFile, SourceText } from '../source/source-file.js';
import type { AuthoredRuleSet, CheckedFile, RuleSetPart } from './authored.js';
import { gather } from './gather.js';

/** What the files of a rule set say, and what is wrong with their YAML and their shape. */
export interface ParsedRuleSet {
  authored: AuthoredRuleSet;
  cases: readonly ParsedCases[];
  diagnostics: Diagnostic[];
  /** The same for files of cases, without which a rule set can be used all the same. */
  caseDiagnostics: Diagnostic[];
}

/** A file of cases, and where its shape is wrong. */
export interface ParsedCases {
  file: SourceFile;
  value: CaseFile;
  broken: readonly Pointer[];
}

/** Parses the texts of a rule set, whose paths start with that of its folder. Files that are no part of it are passed over. */
export function parseRuleSet(path: string, sources: readonly SourceText[]): ParsedRuleSet {
  const parsed: ParsedRuleSet = {
    authored: gather(path, [], new Set()),
    cases: [],
    diagnostics: [],
    caseDiagnostics: [],
  };
  const files: CheckedFile[] = [];
  const cases: ParsedCases[] = [];
  const unreadable = new Set<RuleSetPart>();
  for (const source of sources) {
    const role = roleOf(source.path.slice(path.length + 1));
    if (role === 'other') continue;
    const { file, broken, diagnostics } = parseFile(role, source);
    const told = role === 'case' ? parsed.caseDiagnostics : parsed.diagnostics;
    told.push(...diagnostics);
    if (role === 'case') {
      if (file) cases.push({ file, value: file.data as CaseFile, broken });
    } else if (file) files.push({ part: role, file, broken });
    else unreadable.add(role);
  }
  for (const part of REQUIRED) {
    if (unreadable.has(part) || files.some(file => file.part === part)) continue;
    const name = part === 'rules' ? 'has no file in `rules/`' : `has no \`${part}.yaml\``;
    parsed.diagnostics.push(diagnostic('file/missing', `the rule set \`${path}\` ${name}`));
    unreadable.add(part);
  }
  return { ...parsed, authored: gather(path, files, unreadable), cases };
}

function parseFile(kind: Kind, source: SourceText) {
  const { file, diagnostics } = parseYaml(source);
  if (!file) return { file, broken: [], diagnostics };
  const shape = validate(kind, file);
  return { file, broken: shape.broken, diagnostics: [...diagnostics, ...shape.diagnostics] };
}

const REQUIRED: readonly RuleSetPart[] = ['rule-set', 'facts', 'options', 'rules'];

/** What a file in the folder of a rule set is, by its path in it. */
export function roleOf(relative: string): RuleSetPart | 'case' | 'other' {
  if (/^rules\/[^/]+\.yaml$/.test(relative)) return 'rules';
  if (/^cases\/[^/]+\.yaml$/.test(relative)) return 'case';
  const named = (['rule-set', 'facts', 'options', 'conditions', 'properties'] as const).find(
    part => relative === `${part}.yaml`,
  );
  return named ?? 'other';
}
