import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** Every kind of problem that the HTTP interface tells of: its status, and what it is in a few words. */
const KINDS = {
  'not-json': [400, 'The body is not JSON'],
  'invalid-request': [400, 'The body is not what is expected here'],
  'foreign-origin': [403, 'The request was meant for another host, or comes from another site'],
  'read-only': [403, 'The server was started to write nothing'],
  'not-found': [404, 'Nothing is here'],
  'unknown-rule-set': [404, 'The server holds no such rule set'],
  'wrong-method': [405, 'This is asked for in another way'],
  'changed-meanwhile': [409, 'The file was changed since it was opened'],
  'gone-meanwhile': [410, 'The file is no longer where it was'],
  'too-large': [413, 'The body is too large'],
  'not-as-json': [415, 'The body has to be sent as application/json'],
  'invalid-files': [422, 'What was sent has errors'],
  'no-answer': [422, 'There is no answer to this'],
  unexpected: [500, 'Something went wrong'],
  busy: [503, 'The server has more to do than it takes on'],
  'out-of-time': [503, 'The work took too long'],
} as const satisfies Record<string, readonly [number, string]>;

/** A kind of problem, by the last part of its URI. */
export type ProblemKind = keyof typeof KINDS;

/** Problem details after RFC 9457, with the findings that led to it. */
export interface Problem {
  format: 'problem/1';
  type: string;
  title: string;
  status: number;
  detail?: string;
  diagnostics: readonly Diagnostic[];
}

/** What went wrong, thrown on the way and told at the edge. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(kind: ProblemKind, detail?: string, diagnostics: readonly Diagnostic[] = []) {
    super(kind);
    this.problem = problemOf(kind, detail, diagnostics);
  }
}

/** The details of a problem. `detail` says what is wrong this time. */
export function problemOf(
  kind: ProblemKind,
  detail?: string,
  diagnostics: readonly Diagnostic[] = [],
): Problem {
  const [status, title] = KINDS[kind];
  return {
    format: 'problem/1',
    type: `urn:demarche:problem:${kind}`,
    title,
    status,
    ...(detail !== undefined && { detail }),
    diagnostics,
  };
}
