import { ANALYSING } from './entries/analysing.js';
import { APPRAISING } from './entries/appraising.js';
import type { CommandEntry } from './entries/entry.js';
import { TABLES } from './entries/tables.js';
import { TESTING } from './entries/testing.js';
import { WRITING } from './entries/writing.js';

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly CommandEntry[] = [
  ...APPRAISING,
  ...ANALYSING,
  ...TABLES,
  ...TESTING,
  ...WRITING,
];
