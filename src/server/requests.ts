import { hasErrors } from '../diagnostics/diagnostic.js';
import type {
  AppraiseRequest,
  CheckRequest,
  FlipsRequest,
  InformationRequest,
  RobustnessRequest,
  SaveRequest,
} from '../schema/generated/author-types.js';
import { hasShape, validate } from '../schema/validate.js';
import { LIMITS } from '../source/limits.js';
import { parseYaml } from '../source/parse-yaml.js';
import { Refused } from './problem.js';

/** What may be asked, by the name of its schema. */
export interface Requests {
  'request-appraise': AppraiseRequest;
  'request-check': CheckRequest;
  'request-flips': FlipsRequest;
  'request-information': InformationRequest;
  'request-robustness': RobustnessRequest;
  'request-save': SaveRequest;
}

/** How diagnostics call the body of a request, and the scenario in it. */
const BODY = 'body';
export const SCENARIO = 'scenario';

/** Reads the body of a request, or refuses it with what is wrong and where. */
export function readRequest<K extends keyof Requests>(kind: K, body: string): Requests[K] {
  let data: unknown;
  try {
    data = JSON.parse(body);
  } catch (error) {
    throw new Refused('not-json', (error as Error).message);
  }
  if (hasShape(kind, data)) return data as Requests[K];
  // Only what is wrong is read again, so that each finding has its place: JSON is YAML too.
  if (body.length > LIMITS.bytes) throw new Refused('invalid-request');
  const { file, diagnostics } = parseYaml({ path: BODY, text: body });
  if (!file || hasErrors(diagnostics)) throw new Refused('invalid-request', undefined, diagnostics);
  throw new Refused('invalid-request', undefined, validate(kind, file).diagnostics);
}
