import type { Requests } from './requests.js';

/** Something that can be asked by POST: the schemas of its body and of its answer, by their names. */
export interface Endpoint {
  path: string;
  about: string;
  request: Exclude<keyof Requests, 'request-save'>;
  answer: string;
}

/** Every endpoint that takes a body. A new one is an entry here, a schema of its request, and its work. */
export const ENDPOINTS: readonly Endpoint[] = [
  {
    path: '/v1/appraise',
    about: 'Ranks the options in a situation, with reasons.',
    request: 'request-appraise',
    answer: 'appraisal',
  },
  {
    path: '/v1/robustness',
    about: 'How often each option comes first over all that is held possible.',
    request: 'request-robustness',
    answer: 'robustness',
  },
  {
    path: '/v1/flips',
    about: 'The smallest changes of facts and weights after which another option leads.',
    request: 'request-flips',
    answer: 'flips',
  },
  {
    path: '/v1/information',
    about: 'Which facts are worth finding out.',
    request: 'request-information',
    answer: 'information',
  },
  {
    path: '/v1/check',
    about: 'What is wrong with a scenario, or with the files of a rule set.',
    request: 'request-check',
    answer: 'checked',
  },
];
